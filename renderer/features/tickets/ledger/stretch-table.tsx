import { memo, useEffect, useRef } from 'react';
import { ClassLabel } from '#renderer/ui/charts/time-class.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { hoursMinutes } from '#shared/format/durations.ts';
import { dayText, timeText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './ledger.module.css';
import { spanWords, type LedgerView, type Stretch } from './view.ts';

/** Every stretch of the whole window: when, class, source state, rule, clause, time and what was counted so far; the sum is wall time. */
export const StretchTable = memo(function StretchTable({ view, lit, onLight }: { view: LedgerView; lit: number | null; onLight: (from: number) => void }) {
  const { zone, stretches } = view;
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => { body.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' }); }, [lit]);
  return (
    <div className={styles.whole}>
      <table className={styles.stretches}>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>{t('tickets.fromHead')}</th><th scope="col" className={styles.roomy}>{t('tickets.toHead')}</th><th scope="col">{t('tickets.classHead')}</th><th scope="col">{t('tickets.stateHead')}</th>
            <th scope="col">{t('tickets.ruleHead')}</th><th scope="col">{t('tickets.clauseHead')}</th><th scope="col" className={styles.num}>{t('tickets.timeHead')}</th><th scope="col" className={styles.num}>{t('tickets.countedHead')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {stretches.map((stretch, index) => (
            <tr key={stretch.from} className={classes(stretch.kind === 'counted' && styles.counted, stretch.from === lit && styles.lit)} aria-current={stretch.from === lit || undefined} onClick={() => onLight(stretch.from)}>
              <td>{isNewDay(stretches, index, zone) ? <b>{dayText(stretch.from, zone)}</b> : null}</td>
              <td>{timeText(stretch.from, zone)}</td>
              <td className={styles.roomy}>{toText(stretch, zone)}</td>
              <td><ClassLabel kind={stretch.kind} /></td>
              <td>{stretch.state ?? ''}</td>
              <td className={styles.rule}>{stretch.rule}</td>
              <td className={styles.quiet}>{stretch.kind === 'outOfHours' || stretch.kind === 'closure' ? t('tickets.clauseHours') : view.answer.ledger.term}</td>
              <td className={styles.num}>{hoursMinutes(stretch.ms)}</td>
              <td className={classes(styles.num, styles.soFar)}>{hoursMinutes(stretch.countedSoFar)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{t('tickets.sum')}</td><td className={styles.roomy} />
            <td colSpan={4}>{t('tickets.wallFrom', spanWords(view, true))}</td>
            <td className={styles.num}><b>{hoursMinutes(view.wallMs)}</b></td><td className={styles.num}><b>{hoursMinutes(view.answer.countedMs)}</b></td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
});

/** The same in the panel: when, class, why, time. */
export function PanelStretches({ view, most }: { view: LedgerView; most: number }) {
  const { zone } = view;
  const shown = view.stretches.slice(0, most);
  return (
    <div className={styles.panel}>
      <table className={styles.stretches}>
        <tbody>
          {shown.map((stretch, index) => (
            <tr key={stretch.from} className={classes(stretch.kind === 'counted' && styles.counted)}>
              <td>{isNewDay(shown, index, zone) ? <b>{dayText(stretch.from, zone)}</b> : null}</td>
              <td>{timeText(stretch.from, zone)}</td>
              <td><ClassLabel kind={stretch.kind} /></td>
              <td className={styles.rule}>{stretch.kind === 'counted' ? (stretch.state ?? stretch.rule) : stretch.rule.replace(/^outside /, '')}</td>
              <td className={styles.num}>{hoursMinutes(stretch.ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isNewDay(stretches: readonly Stretch[], index: number, zone: string): boolean {
  const [before, own] = [stretches[index - 1], stretches[index]];
  return own !== undefined && (before === undefined || dayText(before.from, zone) !== dayText(own.from, zone));
}

function toText({ from, to }: Stretch, zone: string): string {
  const [own, day] = [dayText(from, zone), timeText(to, zone) === '00:00' ? dayText(to - 1, zone) : dayText(to, zone)];
  const time = timeText(to, zone) === '00:00' ? '24:00' : timeText(to, zone);
  return own === day ? time : `${day.slice(0, 3)} ${time}`;
}
