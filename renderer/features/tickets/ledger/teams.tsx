import { classes } from '#renderer/ui/classes.ts';
import { timeClassName } from '#renderer/ui/charts/time-class.tsx';
import { hoursMinutes } from '#shared/format/durations.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './ledger.module.css';
import type { LedgerView } from './view.ts';

/** Who held the ticket while time was counted. */
export function Teams({ view }: { view: LedgerView }) {
  const teams = view.answer.ledger.countedByTeam;
  const most = Math.max(1, ...teams.map((team) => team.ms));
  return (
    <div className={styles.teams}>
      {teams.map((team) => (
        <div key={team.team ?? ''} className={styles.team}>
          <span title={team.team ?? undefined}>{team.team ?? t('tickets.noTeam')}</span>
          <i className={classes(timeClassName('counted'))} style={{ width: `${(team.ms / most) * 100}%` }} />
          <span>{hoursMinutes(team.ms)}</span>
        </div>
      ))}
    </div>
  );
}
