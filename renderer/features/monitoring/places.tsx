import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '#renderer/ui/icon.tsx';
import { countText } from '#shared/format/figures.ts';
import { dayText } from '#shared/format/instants.ts';
import type { SourceCoverage } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './monitoring.module.css';

type Counts = { readonly tickets: number | undefined; readonly outages: number | undefined; readonly maintenance: number | undefined; readonly values: number | undefined };
type Place = { readonly kind: keyof Counts; readonly to: '/monitoring/tickets' | '/monitoring/outages' | '/monitoring/maintenance' | '/monitoring/metrics'; readonly icon: IconName; readonly import: 'tickets' | 'outages' | 'metrics'; readonly covered: SourceCoverage['kind'] | null };

const places: readonly Place[] = [
  { kind: 'tickets', to: '/monitoring/tickets', icon: 'ticket', import: 'tickets', covered: 'tickets' },
  { kind: 'outages', to: '/monitoring/outages', icon: 'activity', import: 'outages', covered: 'outages' },
  { kind: 'maintenance', to: '/monitoring/maintenance', icon: 'tool', import: 'outages', covered: null },
  { kind: 'values', to: '/monitoring/metrics', icon: 'hash', import: 'metrics', covered: 'readings' },
];

/** The four kinds with how many there are and up to when, each a door to its list; where nothing is, the first step. */
export function Places({ counts, coverages, zone }: { counts: Counts; coverages: readonly SourceCoverage[]; zone: string }) {
  return (
    <table className={styles.places} aria-label={t('monitoring.measured')}>
      <thead><tr><td /><th scope="col">{t('monitoring.measured')}</th><th scope="col">{t('monitoring.recorded')}</th><th scope="col">{t('monitoring.dataTo')}</th><td /></tr></thead>
      <tbody>
        {places.map((place) => {
          const name = t(`monitoring.way-${place.kind}`);
          const ends = coverages.filter(({ kind }) => kind === place.covered).map(({ to }) => to);
          const count = counts[place.kind];
          return (
            <tr key={place.kind}>
              <td><Icon name={place.icon} size={18} /></td>
              <th scope="row"><Link to={place.to}>{name}</Link><span>{t(`monitoring.for-${place.kind}`)}</span></th>
              <td>{count === undefined ? '' : count === 0 ? <span className="t3">{t('monitoring.nothingYet')}</span> : <b>{countText(count)}</b>}</td>
              <td>{ends.length === 0 ? '' : dayText(Math.max(...ends) - 1, zone, { year: true, weekday: false })}</td>
              <td><Link className={styles.button} to="/monitoring/import" search={{ kind: place.import }} aria-label={t('monitoring.importKind', { kind: name })}>{t('imports.import')}</Link></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
