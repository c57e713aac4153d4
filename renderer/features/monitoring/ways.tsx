import { Link } from '@tanstack/react-router';
import { Icon } from '#renderer/ui/icon.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './monitoring.module.css';

const ways = [
  { kind: 'tickets', icon: 'ticket', import: 'tickets' },
  { kind: 'outages', icon: 'activity', import: 'outages' },
  { kind: 'maintenance', icon: 'tool', import: 'outages' },
  { kind: 'values', icon: 'hash', import: 'metrics' },
] as const;

/** The four kinds that belong here, what they are for and where they come from. */
export function Ways() {
  return (
    <table className={styles.ways}>
      <thead><tr><td /><th scope="col">{t('monitoring.belongs')}</th><th scope="col">{t('monitoring.takenFrom')}</th><td /></tr></thead>
      <tbody>
        {ways.map((way) => (
          <tr key={way.kind}>
            <td><Icon name={way.icon} size={18} /></td>
            <th scope="row"><b>{t(`monitoring.way-${way.kind}`)}</b><span>{t(`monitoring.for-${way.kind}`)}</span></th>
            <td className="t2">{t(`monitoring.from-${way.kind}`)}</td>
            <td><Link className={styles.button} to="/monitoring/import" search={{ kind: way.import }} aria-label={t('monitoring.importKind', { kind: t(`monitoring.way-${way.kind}`) })}>{t('imports.import')}</Link></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
