import type { ReactNode } from 'react';
import { ArrivalsByHour } from '#renderer/ui/charts/bars.tsx';
import { Pick } from '#renderer/ui/fields/select-field.tsx';
import { AskDot } from '#renderer/ui/fields/sentence-value.tsx';
import { useMedia } from '#renderer/app/use-media.ts';
import { ZonePick } from '#renderer/features/settings/zone-field.tsx';
import { countText, percentText } from '#shared/format/figures.ts';
import { delimiters } from '#shared/imports/dialect.ts';
import type { Preview } from '#shared/imports/screen-model.ts';
import { dateOrders } from '#shared/imports/times.ts';
import { t } from '#shared/messages/messages.ts';
import { AskPlace } from './ask.tsx';
import styles from './map.module.css';
import { MissingTexts } from './missing-texts.tsx';
import type { SetSearch, WizardSearch } from './search.ts';
import { delimiterWords, orderWords } from './words.ts';

/** Five facts about the file, each value over its proof; the zone's proof is when tickets arrive. */
export function Evidence({ preview, search, zone, set }: { preview: Preview; search: WizardSearch; zone: string; set: SetSearch }) {
  const { encoding, delimiter, dates } = preview;
  const isUnsure = !dates.isSure && search.dateOrder === undefined;
  return (
    <section className={styles.evidence} aria-label={t('imports.evidence')}>
      <Fact head={t('imports.encoding')} proof={encoding.evidence}>
        <Pick label={t('imports.encoding')} choices={encodingChoices(encoding)} value={encoding.label} onChange={(value) => set({ encoding: value })} />
      </Fact>
      <Fact head={t('imports.delimiter')} proof={delimiter.fitting === delimiter.rows ? t('imports.delimiterAll', { count: delimiter.rows, rows: countText(delimiter.rows) }) : t('imports.delimiterEvidence', { fitting: countText(delimiter.fitting), rows: countText(delimiter.rows) })}>
        <Pick label={t('imports.delimiter')} choices={delimiters.map((one) => ({ value: one, label: delimiterWords(one) }))} value={delimiter.value} onChange={(value) => set({ delimiter: delimiters.find((one) => one === value) })} />
      </Fact>
      <Fact head={t('imports.missing')} proof={preview.missing.length === 0 ? null : t('imports.missingEvidence', { count: Math.max(...preview.missing.map((one) => one.columns)) })}>
        <MissingTexts preview={preview} set={set} />
      </Fact>
      <Fact head={t('imports.dates')} proof={isUnsure ? t('imports.datesUnsure') : dates.evidence} ask={isUnsure}>
        <AskPlace id={isUnsure ? 'dates' : null} onAccept={() => set({ dateOrder: dates.order })}>
          <Pick label={t('imports.dates')} ask={isUnsure} choices={dateOrders.map((order) => ({ value: order, label: orderWords(order) }))} value={dates.order} onChange={(value) => set({ dateOrder: dateOrders.find((order) => order === value) })} />
        </AskPlace>
      </Fact>
      <ZoneFact preview={preview} search={search} zone={zone} set={set} />
    </section>
  );
}

function Fact({ head, proof, ask = false, children }: { head: string; proof: ReactNode; ask?: boolean; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <p className={styles.factHead}>{head}</p>
      <div className={styles.factValue}>{ask ? <AskDot /> : null}{children}</div>
      {proof === null ? null : <p className={styles.proof}>{proof}</p>}
    </div>
  );
}

function ZoneFact({ preview, search, zone, set }: { preview: Preview; search: WizardSearch; zone: string; set: SetSearch }) {
  const roomy = useMedia('(min-width: 1600px)');
  const { byHour } = preview.zone;
  const total = byHour.reduce((sum, count) => sum + count, 0);
  const share = percentText(byHour.slice(7, 18).reduce((sum, count) => sum + count, 0), total, 0);
  const asked = preview.zone.isNeeded && search.zone === undefined;
  const value = search.zone ?? preview.zone.value ?? zone;
  const proof = preview.kind === 'metrics' ? t('imports.zoneDates') : share === null ? t(preview.coverage === null ? 'imports.zoneNothing' : 'imports.zoneNamed') : search.zone !== undefined || preview.zone.value !== null ? t('imports.zoneChosen', { share }) : asked ? t('imports.zoneNone', { share }) : t('imports.zoneNamed');
  return (
    <div className={`${styles.fact ?? ''} ${styles.zone ?? ''}`}>
      <div>
        <p className={styles.factHead}>{t('imports.zone')}</p>
        <div className={styles.factValue}>
          {asked ? <AskDot /> : null}
          <AskPlace id={asked ? 'zone' : null} onAccept={() => set({ zone: value })}><ZonePick label={t('imports.zone')} value={value} onChange={(next) => set({ zone: next })} /></AskPlace>
        </div>
        <p className={styles.proof}>{proof}</p>
      </div>
      {share === null ? null : <ArrivalsByHour counts={byHour} open={[7, 18]} width={roomy ? 260 : 168} label={t('imports.arrivals', { share })} />}
    </div>
  );
}

const encodings = ['utf-8', 'windows-1252', 'iso-8859-15', 'windows-1250', 'windows-1251', 'utf-16le', 'utf-16be', 'shift_jis', 'gb18030'];

function encodingChoices(present: Preview['encoding']): { value: string; label: string }[] {
  const others = encodings.filter((one) => one !== present.label).map((one) => ({ value: one, label: one.toUpperCase() }));
  return [{ value: present.label, label: present.title }, ...others];
}
