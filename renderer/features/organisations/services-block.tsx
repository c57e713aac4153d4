import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '#renderer/app/client.ts';
import { Section } from '#renderer/ui/section.tsx';
import { t } from '#shared/messages/messages.ts';
import styles from './organisation.module.css';
import type { AgreementWithDates } from './use-agreements.ts';

/** Services that the organisation's agreements name, with their owner. */
export function ServicesBlock({ rows }: { rows: readonly AgreementWithDates[] }) {
  const { data } = useQuery(api.services.list.queryOptions());
  const named = new Set(rows.flatMap((row) => row.services));
  const services = (data ?? []).filter((service) => named.has(service.name));
  return (
    <Section title={t('organisations.services')} count={services.length === 0 ? undefined : services.length} ruled>
      {services.length === 0 ? <p className="t13 t3">{t('organisations.noServices')}</p> : (
        <ul className={styles.services}>
          {services.map((service) => (
            <li key={service.id}>
              <Link to="/services" search={{ service: service.id }} className="clip" dir="auto">{service.name}</Link>
              <span className="t3 clip">{service.owner === null ? t('organisations.noOwner') : t('organisations.owner', { name: service.owner })}</span>
              <span className="t2">{t(`services.status-${service.status}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
