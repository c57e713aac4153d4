import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import type { AgreementListRow } from '#shared/agreements/contract.ts';
import { personRoles, type PersonRole } from '#shared/agreements/model.ts';
import { t } from '#shared/messages/messages.ts';
import type { Organisation } from '#shared/organisations/model.ts';
import type { Person, Role } from '#shared/people/model.ts';
import styles from './organisation.module.css';
import { roleWords } from './words.ts';

type Wanted = { readonly role: PersonRole | null; readonly side: Role['side']; readonly scope: string; readonly from: string | null; readonly to: string | null; readonly deputyOf: string | null };

/** A further role: which, for what, on which side, from when to when. */
export function RoleForm({ person, organisation, agreements }: { person: Person; organisation: Organisation; agreements: readonly AgreementListRow[] }) {
  const { save, error } = useSaving();
  const begin: Wanted = { role: null, side: organisation.ours || agreements.some((row) => row.providers.includes(person.organisation)) ? 'provider' : 'customer', scope: `organisation ${organisation.id}`, from: null, to: null, deputyOf: null };
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const { data: services } = useQuery({ ...api.services.list.queryOptions(), enabled: wanted !== null });
  const { data: people } = useQuery({ ...api.people.list.queryOptions({ input: { archived: false } }), enabled: wanted !== null });
  const set = (changes: Partial<Wanted>): void => setWanted((present) => ({ ...(present ?? begin), ...changes }));
  if (wanted === null) return <div><Button size="small" icon="plus" onClick={() => setWanted(begin)}>{t('organisations.addRole')}</Button></div>;
  const assign = async (role: PersonRole): Promise<void> => {
    const { side, from, to, deputyOf } = wanted;
    const assigned = await save('people.assign-role', () => client.people.assignRole({ person: person.id, role, side, scope: scopeOf(wanted.scope), ...(from === null ? {} : { from }), ...(to === null ? {} : { to }), ...(deputyOf === null ? {} : { deputyOf }) }));
    if (assigned !== null) setWanted(null);
  };
  const scope = scopeOf(wanted.scope);
  const holders = (people ?? []).filter(({ id }) => id !== person.id).flatMap(({ name, roles }) => roles.filter((role) => role.role === wanted.role && role.deputyOf === null && role.scope.kind === scope.kind && role.scope.id === scope.id).map((role) => ({ value: role.id, label: name })));
  const scopes = [
    { value: `organisation ${organisation.id}`, label: organisation.name, group: t('organisations.scopeOrganisation') },
    ...agreements.map((row) => ({ value: `agreement ${row.id}`, label: row.title, hint: row.number, group: t('organisations.scopeAgreement') })),
    ...(services ?? []).map((service) => ({ value: `service ${service.id}`, label: service.name, group: t('organisations.scopeService') })),
  ];
  return (
    <div className={styles.fields} role="group" aria-label={t('organisations.addRole')}>
      <div className={styles.pair}>
        <SelectField label={t('organisations.role')} choices={personRoles.map((role) => ({ value: role, label: roleWords(role) }))} value={wanted.role} onChange={(role) => set({ role: personRoles.find((one) => one === role) ?? null, deputyOf: null })} />
        <SelectField label={t('organisations.side')} choices={[{ value: 'customer', label: t('organisations.sideOfCustomer') }, { value: 'provider', label: t('organisations.sideOfProvider') }]} value={wanted.side} onChange={(side) => set({ side: side === 'provider' ? 'provider' : 'customer' })} />
      </div>
      <SelectField label={t('organisations.scope')} choices={scopes} value={wanted.scope} onChange={(value) => set({ scope: value, deputyOf: null })} error={error} />
      {holders.length === 0 ? null : <SelectField label={t('people.deputy')} choices={[{ value: '', label: t('people.deputyNone') }, ...holders]} value={wanted.deputyOf ?? ''} onChange={(value) => set({ deputyOf: value === '' ? null : value })} />}
      <div className={styles.pair}>
        <DateField label={t('organisations.from')} value={wanted.from} optional onCommit={(from) => set({ from })} />
        <DateField label={t('organisations.to')} value={wanted.to} optional onCommit={(to) => set({ to })} check={(to) => (wanted.from !== null && to < wanted.from ? t('organisations.roleBefore') : null)} />
      </div>
      <div className={styles.foot}>
        <Button kind="primary" size="small" disabledReason={wanted.role === null ? t('organisations.roleNeeded') : null} onClick={() => { if (wanted.role !== null) void assign(wanted.role); }}>{t('organisations.addRole')}</Button>
        <Button size="small" onClick={() => setWanted(null)}>{t('kit.cancel')}</Button>
      </div>
    </div>
  );
}

function scopeOf(value: string): Role['scope'] {
  const [kind, id = ''] = value.split(' ');
  return kind === 'agreement' || kind === 'service' ? { kind, id } : { kind: 'organisation', id };
}
