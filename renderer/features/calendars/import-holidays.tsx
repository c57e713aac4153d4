import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DropZone } from '#renderer/ui/drop-zone.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { PopoverPanel } from '#renderer/ui/popover-panel.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { ShownCalendar } from '#shared/calendars/model.ts';
import { countText } from '#shared/format/figures.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './calendar.module.css';

const mostBytes = 5_000_000;
const mostYears = 30;
const NONE = '';

/** Public holidays of a country and region, or of an .ics file: they come in as proposals. */
export function ImportHolidays({ calendar, year }: { calendar: ShownCalendar; year: number }) {
  const [opened, setOpened] = useState(false);
  return (
    <PopoverPanel opened={opened} onClose={() => setOpened(false)} label={t('calendars.importHolidays')} width={380} position="bottom-end"
      target={<Button icon="file-import" expanded={opened} hasPopup="dialog" onClick={() => setOpened(!opened)}>{t('calendars.importHolidays')}</Button>}>
      <ImportForm calendar={calendar} year={year} onDone={() => setOpened(false)} />
    </PopoverPanel>
  );
}

function ImportForm({ calendar, year, onDone }: { calendar: ShownCalendar; year: number; onDone: () => void }) {
  const known = calendar.lists.find((list) => list.country !== null);
  const [country, setCountry] = useState(known?.country ?? null);
  const [region, setRegion] = useState(known?.region ?? NONE);
  const [from, setFrom] = useState(year);
  const [to, setTo] = useState(year + 2);
  const { data: countries } = useQuery(api.closures.countries.queryOptions());
  const { data: regions } = useQuery({ ...api.closures.regions.queryOptions({ input: { country: country ?? '--' } }), enabled: country !== null });
  const holidays = useSaving();
  const file = useSaving();
  const span = to < from ? t('calendars.yearsBackwards') : to - from >= mostYears ? t('calendars.yearsTooMany') : null;
  const propose = async (): Promise<void> => {
    if (country === null || span !== null) return;
    const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const result = await holidays.save('closures.import-holidays', () => client.closures.importHolidays({ calendar: calendar.id, country, ...(region === NONE ? {} : { region }), years }));
    if (result === null) return;
    toast(t('calendars.imported', { read: countText(result.read), added: countText(result.added) }));
    onDone();
  };
  const readFile = async (chosen: File): Promise<void> => {
    const result = await file.save('closures.import-ics', async () => {
      if (chosen.size > mostBytes) throw new Error(t('calendars.importTooLarge'));
      return client.closures.importIcs({ calendar: calendar.id, text: await chosen.text(), fromYear: from, toYear: to });
    });
    if (result === null) return;
    const [skipped] = result.skipped;
    const counts = { read: countText(result.read), added: countText(result.added) };
    toast(skipped === undefined ? t('calendars.imported', counts) : t('calendars.importedSkipped', { ...counts, skipped: countText(result.skipped.length), line: skipped.line, reason: skipped.reason }));
    onDone();
  };
  return (
    <div className={styles.importForm}>
      <SelectField label={t('calendars.country')} placeholder={t('calendars.chooseCountry')} value={country} choices={(countries ?? []).map((place) => ({ value: place.code, label: place.name, hint: place.code }))} onChange={(next) => { setCountry(next); setRegion(NONE); }} error={holidays.error} />
      {country === null || (regions ?? []).length === 0 ? null : <SelectField label={t('calendars.region')} value={region} choices={[{ value: NONE, label: t('calendars.regionNone') }, ...(regions ?? []).map((place) => ({ value: place.code, label: place.name, hint: place.code }))]} onChange={setRegion} />}
      <div className={styles.pair}>
        <NumberField label={t('calendars.fromYear')} value={from} min={1970} max={2100} example="2027" onCommit={(next) => { if (next !== null) setFrom(next); }} />
        <NumberField label={t('calendars.toYear')} value={to} min={1970} max={2100} example="2029" onCommit={(next) => { if (next !== null) setTo(next); }} error={span} />
      </div>
      <Button kind="primary" disabledReason={country === null ? t('calendars.chooseCountry') : span} onClick={() => void propose()}>{t('calendars.propose')}</Button>
      <p className={styles.help}>{t('calendars.proposeHelp')}</p>
      <p className={styles.or}>{t('calendars.orIcs')}</p>
      <DropZone title={t('calendars.dropIcs')} accept=".ics,text/calendar" onFile={(chosen) => void readFile(chosen)} />
      {file.error === null ? null : <p className="t13 missed-text" role="alert">{file.error}</p>}
    </div>
  );
}
