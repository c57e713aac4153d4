import { Popover } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { dateText, parseDateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { Icon } from '../icon.tsx';
import styles from './field.module.css';
import pickerStyles from './date-field.module.css';
import { DraftInput, type TextInput } from './text-field.tsx';
import type { Reading } from './use-draft.ts';

const loadCalendar = () => import('./date-calendar.tsx');
const DateCalendar = lazy(async () => ({ default: (await loadCalendar()).DateCalendar }));

/** A date by typing ("24 Nov 2026", "24.11.26") or picking; kept as 'YYYY-MM-DD'. `check` gives a fault in words or null. */
export function DateField({ value, onCommit, check, ...input }: TextInput & { value: string | null; onCommit: (value: string | null) => void; check?: (date: string) => string | null }) {
  const [opened, setOpened] = useState(false);
  const read = (text: string): Reading<string | null> => {
    if (text.trim() === '') return input.optional === true ? { value: null } : { fault: t('kit.required') };
    const date = parseDateText(text);
    if (date === null) return { fault: t('kit.dateWrong') };
    const fault = check?.(date) ?? null;
    return fault === null ? { value: date } : { fault };
  };
  const picker = (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" offset={8} trapFocus returnFocus withinPortal classNames={{ dropdown: pickerStyles.panel ?? '' }}>
      <Popover.Target>
        <button type="button" className={styles.icon} aria-label={t('kit.pickDate')} aria-expanded={opened} onPointerEnter={loadAhead} onFocus={loadAhead} onClick={() => setOpened(!opened)}><Icon name="calendar" /></button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('kit.pickDate')}>
        <Suspense fallback={null}><DateCalendar value={value} onPick={(date) => { setOpened(false); onCommit(date); }} /></Suspense>
      </Popover.Dropdown>
    </Popover>
  );
  return <DraftInput {...input} kept={value === null ? '' : dateText(value)} read={read} onCommit={onCommit} end={picker} />;
}

/** The month is there before it opens, so that the focus finds it. */
function loadAhead(): void {
  void loadCalendar();
}
