import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '#renderer/ui/icon.tsx';
import { countText } from '#shared/format/figures.ts';
import { dayText } from '#shared/format/instants.ts';
import type { SourceCoverage } from '#shared/imports/screen-model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from './monitoring.module.css';

type Counts = { readonly tickets: number | undefined; readonly outages: number | undefined; readonly maintenance: number | undefined; readonly metrics: number | undefined };

/** The four kinds with their numbers, each a door to its list. */
export function Places({ counts, coverages, zone }: { counts: Counts; coverages: readonly SourceCoverage[]; zone: string }) {
  const dataTo = (kind: SourceCoverage['kind']): string | null => {
    const ends = coverages.filter((one) => one.kind === kind).map((one) => one.to);
    return ends.length === 0 ? null : t('imports.dataTo', { date: dayText(Math.max(...ends) - 1, zone, { year: true, weekday: false }) });
  };
  const places: readonly { to: '/monitoring/tickets' | '/monitoring/outages' | '/monitoring/maintenance' | '/monitoring/metrics'; icon: IconName; name: string; count: number | undefined; text: string | null }[] = [
    { to: '/monitoring/tickets', icon: 'ticket', name: t('monitoring.way-tickets'), count: counts.tickets, text: dataTo('tickets') },
    { to: '/monitoring/outages', icon: 'activity', name: t('monitoring.way-outages'), count: counts.outages, text: dataTo('outages') },
    { to: '/monitoring/maintenance', icon: 'tool', name: t('monitoring.way-maintenance'), count: counts.maintenance, text: null },
    { to: '/monitoring/metrics', icon: 'hash', name: t('monitoring.way-values'), count: counts.metrics, text: dataTo('readings') },
  ];
  return (
    <nav className={styles.places} aria-label={t('monitoring.measured')}>
      {places.map((place) => (
        <Link key={place.to} to={place.to} className={styles.place}>
          <Icon name={place.icon} size={18} />
          <span><b>{place.name}</b><span>{place.count === 0 ? t('monitoring.nothingYet') : (place.text ?? t('monitoring.recorded'))}</span></span>
          <span className={styles.placeCount}>{place.count === undefined ? '' : countText(place.count)}</span>
        </Link>
      ))}
    </nav>
  );
}
