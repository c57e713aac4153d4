import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { t } from '#shared/messages/messages.ts';
import styles from '../document.module.css';
import { useDraftContext } from '../use-draft.ts';
import { useEditing, Value, ValueHead } from '../value.tsx';
import valueStyles from '../value.module.css';

type Covered = AgreementDocument['services'][number];

/** What the agreement is about, service by service, with the site where it is not for all. */
export function ServicesPart() {
  const { document, view } = useDraftContext();
  return (
    <>
      {document.services.length === 0 ? null : (
        <ul className={styles.rows}>
          {document.services.map((service) => (
            <li key={`${service.service} ${service.site ?? ''}`}><span><Value label={service.service} width={420} body={<ServiceField covered={service} />}>{service.service}</Value><span className="t3">{service.site === undefined ? `, ${t('agreements.allSites')}` : `, ${service.site}`}</span></span></li>
          ))}
        </ul>
      )}
      {view.isEditable ? <div className={styles.add}><Value label={t('agreements.addService')} quiet width={420} body={<ServiceField covered={null} />}>{t('agreements.addService')}</Value></div> : null}
    </>
  );
}

function ServiceField({ covered }: { covered: Covered | null }) {
  const { document } = useDraftContext();
  const { edit } = useEditing();
  const { data: services = [] } = useQuery(api.services.list.queryOptions());
  const { data: sites = [] } = useQuery(api.sites.list.queryOptions({ input: {} }));
  const [service, setService] = useState(covered?.service ?? null);
  const [site, setSite] = useState(covered?.site ?? '');
  const keep = (): void => {
    if (service === null) return;
    const next: Covered = site === '' ? { service } : { service, site };
    edit([{ kind: 'set-services', services: covered === null ? [...document.services, next] : document.services.map((other) => (other === covered ? next : other)) }]);
  };
  const twice = document.services.some((other) => other !== covered && other.service === service && (other.site ?? '') === site);
  const siteNames = [...new Set(sites.map((one) => one.name))];
  const measured = covered !== null && document.terms.some((term) => term.type === 'availability' && term.service === covered.service) && document.services.filter((other) => other.service === covered.service).length === 1;
  return (
    <>
      <ValueHead>{covered?.service ?? t('agreements.addService')}</ValueHead>
      <div className={valueStyles.row}>
        <SelectField label={t('agreements.service')} value={service} choices={[...new Set([...services.map((one) => one.name), ...(service === null ? [] : [service])])].map((value) => ({ value, label: value }))} onChange={setService} onCreate={setService} createText={(text) => t('agreements.newService', { name: text })} />
        <SelectField label={t('agreements.site')} value={site} choices={[{ value: '', label: t('agreements.allSites') }, ...[...new Set([...siteNames, ...(site === '' ? [] : [site])])].map((value) => ({ value, label: value }))]} onChange={setSite} onCreate={setSite} createText={(text) => t('agreements.newSite', { name: text })} />
      </div>
      <div className={valueStyles.foot}>
        {covered === null ? <span /> : <Button kind="link" icon="x" disabledReason={measured ? t('agreements.serviceMeasured') : null} onClick={() => edit([{ kind: 'set-services', services: document.services.filter((other) => other !== covered) }])}>{t('agreements.takeOut')}</Button>}
        <Button kind="primary" disabledReason={service === null ? t('agreements.serviceNeeded') : twice ? t('agreements.serviceTwice') : null} onClick={keep}>{covered === null ? t('agreements.addService') : t('agreements.keep')}</Button>
      </div>
    </>
  );
}
