import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { Page } from '#renderer/app/shell/page.tsx';
import { useKeys } from '#renderer/app/use-keys.ts';
import { Button } from '#renderer/ui/button.tsx';
import { KeyLine } from '#renderer/ui/key-hint.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { longDayText, monthText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { addDays } from '#shared/time/plain-date.ts';
import type { AttentionItem, Today } from '#shared/today/model.ts';
import { Agenda } from './agenda.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Portfolio } from './portfolio.tsx';
import { usePutOff } from './put-off.ts';
import { Risks } from './risks.tsx';
import styles from './today.module.css';
import { leadOf, stepOf } from './words.ts';

export const todayRoute = createLazyRoute('/shell/')({ component: TodayPage });

function TodayPage() {
  const navigate = useNavigate();
  const { data, error } = useQuery(api.today.list.queryOptions({ input: {} }));
  const { data: workspace } = useQuery(api.workspace.info.queryOptions());
  const crumbs = [{ label: t('today.title') }];
  const action = <Button kind="primary" icon="file-import" onClick={() => void navigate({ to: '/monitoring/import' })}>{t('monitoring.importData')}</Button>;
  if (error !== null) return <Page crumbs={crumbs}><Failure error={error} /></Page>;
  return (
    <Page crumbs={crumbs} actions={action} layout="bare">
      {data === undefined || workspace === undefined ? null : <TodayColumns today={data} workspace={workspace.id} />}
    </Page>
  );
}

function TodayColumns({ today, workspace }: { today: Today; workspace: string }) {
  const { whose } = todayRoute.useSearch();
  const navigate = todayRoute.useNavigate();
  const { isPutOff, putOff } = usePutOff(today.today);
  const [picked, setPicked] = useState<string | null>(null);
  const isEveryone = whose === 'everyone';
  const shown = today.items.filter((item) => (isEveryone || item.isMine) && !isPutOff(item.key));
  const urgent = shown.filter((item) => item.urgency !== 'due');
  const due = shown.filter((item) => item.urgency === 'due');
  const listed = [...urgent, ...due];
  const risks = today.risks.filter((risk) => isEveryone || risk.isMine);
  const chosen = listed.find((item) => item.key === picked) ?? listed[0];
  const month = monthText(today.today.slice(0, 7)).replace(/ \d{4}$/u, '');
  const lead = leadOf(shown, today, risks.length, month);
  const step = (by: number): void => {
    const index = listed.findIndex((item) => item.key === chosen?.key);
    setPicked(listed[Math.min(listed.length - 1, Math.max(0, index + by))]?.key ?? null);
  };
  const later = (item: AttentionItem | undefined): void => {
    if (item === undefined) return;
    step(1);
    putOff(item.key, addDays(today.today, 1));
    toast(t('today.putOff'));
  };
  useKeys({
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1), s: () => later(chosen),
    Enter: () => { if (chosen !== undefined) void navigate({ ...stepOf(chosen) }); },
  });
  const others = today.items.length - shown.length;
  return (
    <div className={styles.columns}>
      <div className={styles.agenda}>
        <div className={styles.head}>
          <div>
            <h1 className="t20">{longDayText(today.today)}</h1>
            <p className={styles.lead}><b>{lead.strong}</b> {lead.rest}</p>
          </div>
          <Segmented label={t('today.whose')} value={isEveryone ? 'everyone' : 'mine'} onChange={(next) => void navigate({ search: next === 'everyone' ? { whose: 'everyone' } : {}, replace: true })} options={[{ value: 'mine', label: t('today.mine') }, { value: 'everyone', label: t('today.everyone') }]} />
        </div>
        <FirstSteps done={today.done} workspace={workspace} />
        <Section title={t('today.cannotWait')} count={urgent.length} end={<KeyLine keys={[{ keys: ['↵'], does: t('today.open') }, { keys: ['S'], does: t('today.later') }]} />}>
          {urgent.length === 0 ? <p className={styles.quiet}>{others > 0 && !isEveryone ? t('today.nothingMine', { count: others }) : t('today.nothing')}</p> : <Agenda label={t('today.cannotWait')} items={urgent} today={today.today} chosen={chosen?.key ?? null} onChoose={setPicked} />}
        </Section>
        {today.targets === 0 ? null : (
          <Section title={t('today.atRisk', { month })} count={t('today.ofTargets', { count: risks.length, targets: today.targets })} end={t('today.daysLeft', { count: today.daysLeft })}>
            {risks.length === 0 ? <p className={styles.quiet}>{t('today.noRisk')}</p> : <Risks rows={risks} label={t('today.atRisk', { month })} />}
          </Section>
        )}
        {due.length === 0 ? null : <Section title={t('today.dueLater')} count={due.length}><Agenda label={t('today.dueLater')} items={due} today={today.today} chosen={chosen?.key ?? null} onChoose={setPicked} /></Section>}
      </div>
      <div className={styles.rail}><Portfolio portfolio={today.portfolio} /></div>
    </div>
  );
}
