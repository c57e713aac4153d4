import { useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { SpecimenCharts } from './specimen-charts.tsx';
import { SpecimenFields } from './specimen-fields.tsx';
import { SpecimenParts } from './specimen-parts.tsx';
import { SpecimenTable } from './specimen-table.tsx';
import styles from './specimen.module.css';

/** Every part of the kit on one page, to be laid beside the drawing. Development builds only. */
export function Specimen() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [months, setMonths] = useState<'3' | '12' | '13'>('12');
  return (
    <main className={styles.page}>
      <header><h1 className="t28">Parley kit</h1><Segmented label="Theme" value={colorScheme} onChange={setColorScheme} options={[{ value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }, { value: 'auto', label: 'System' }]} /></header>
      <SpecimenParts months={months} onMonths={setMonths} />
      <SpecimenFields />
      <SpecimenTable />
      <SpecimenCharts />
    </main>
  );
}
