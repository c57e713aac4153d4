import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useKeys } from '#renderer/app/use-keys.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { Button } from '#renderer/ui/button.tsx';
import { HeatStrip } from '#renderer/ui/charts/heat-grid.tsx';
import { monthText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { sampleStrip, type StripMonth } from '#shared/sample/strip.ts';
import { enterWorkspace } from './enter-workspace.ts';
import { StartFailure } from './start-failure.tsx';
import styles from './start-screen.module.css';

/** The sample workspace: what it tells, month by month, and the one click that opens it. */
export function SampleHalf() {
  const queries = useQueryClient();
  const now = useNow();
  const [rows] = useState(() => sampleStrip(now));
  const open = useMutation({
    mutationFn: () => client.sample.create(),
    onSuccess: (workspace) => enterWorkspace(queries, workspace),
  });
  const start = (): void => { if (!open.isPending) open.mutate(); };
  useKeys({ s: start });
  const months = rows[0]?.months ?? [];
  return (
    <section className={styles.sample} aria-labelledby="sample-title">
      <div className={styles.box}>
        <h2 className="t20" id="sample-title">{t('start.sampleTitle')}</h2>
        <p className="t2">{t('start.sampleText')}</p>
        <div className={styles.strip}>
          {rows.map((row) => (
            <div key={row.service} className={styles.stripRow}>
              <span>{row.service}</span>
              <HeatStrip label={row.service} months={row.months.map((month) => ({ state: month.state, missed: month.missed, label: words(month) }))} />
            </div>
          ))}
          <div className={styles.stripRow} aria-hidden="true"><span /><div className={styles.months}>{months.map(({ month }) => <span key={month}>{monthText(month, true).charAt(0)}</span>)}</div></div>
        </div>
        {open.error === null ? null : <StartFailure error={open.error} />}
        <Button size="large" keyHint="S" onClick={start} disabledReason={open.isPending ? t('start.sampleMaking') : null}>{open.isPending ? t('start.sampleMaking') : t('start.sampleOpen')}</Button>
      </div>
    </section>
  );
}

function words({ month, state, missed }: StripMonth): string {
  const name = monthText(month);
  if (state === 'missed') return t('start.monthMissed', { month: name, count: missed });
  if (state === 'risk') return t('start.monthRisk', { month: name });
  if (state === 'open') return t('start.monthOpen', { month: name });
  return t(state === 'met' ? 'start.monthMet' : state === 'partly' ? 'start.monthPartly' : 'start.monthNone', { month: name });
}
