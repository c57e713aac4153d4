import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Check } from '#renderer/ui/fields/check.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { personRoles, type AgreementDocument, type PersonRole } from '#shared/agreements/model.ts';
import { t } from '#shared/messages/messages.ts';
import { roleWords } from '#renderer/features/agreements/words.ts';
import styles from '../document.module.css';
import { useDraftContext } from '../use-draft.ts';
import { useEditing, Value, ValueHead } from '../value.tsx';
import valueStyles from '../value.module.css';

type Side = 'provider' | 'customer';
type Party = AgreementDocument['parties'][number];

/** Who promises whom, and on which side each organisation stands. */
export function PartiesPart() {
  const { document, view } = useDraftContext();
  const sides: readonly Side[] = ['provider', 'customer'];
  return (
    <div className={styles.rows}>
      {sides.map((side) => {
        const parties = document.parties.filter((party) => party.side === side);
        return (
          <p key={side}>
            {t(`agreements.side-${side}-lead`)}{' '}
            {parties.map((party, index) => <span key={party.organisation}>{index === 0 ? '' : ', '}<Value label={`${t(`agreements.side-${side}`)}: ${party.organisation}`} body={<PartyField party={party} side={side} />}>{party.organisation}</Value></span>)}
            {parties.length === 0 ? <Value label={t('agreements.addParty')} missing body={<PartyField party={null} side={side} />}>{t(`agreements.side-${side}-missing`)}</Value> : null}
            .
            {parties.length > 0 && view.isEditable ? <>{' '}<Value label={t(`agreements.add-${side}`)} quiet body={<PartyField party={null} side={side} />}>{t(`agreements.add-${side}`)}</Value></> : null}
          </p>
        );
      })}
    </div>
  );
}

function PartyField({ party, side }: { party: Party | null; side: Side }) {
  const { document } = useDraftContext();
  const { edit } = useEditing();
  const { data: organisations = [] } = useQuery(api.organisations.list.queryOptions({ input: { archived: false } }));
  const set = (organisation: string): void => {
    const next: Party = { side, organisation };
    const parties = party === null ? [...document.parties, next] : document.parties.map((other) => (other === party ? next : other));
    const people = party === null ? [] : [{ kind: 'set-people' as const, people: document.people.filter((person) => person.organisation !== party.organisation || person.role !== 'signatory') }];
    edit([...people, { kind: 'set-parties', parties }]);
  };
  const taken = new Set(document.parties.filter((other) => other.side === side).map((other) => other.organisation));
  const names = organisations.map((organisation) => organisation.name).filter((name) => !taken.has(name) || name === party?.organisation);
  const isLast = document.parties.length === 1;
  return (
    <>
      <ValueHead>{t(`agreements.side-${side}`)}</ValueHead>
      <SelectField label={t('agreements.organisation')} choices={names.map((name) => ({ value: name, label: name }))} value={party?.organisation ?? null} onChange={set} onCreate={set} createText={(text) => t('agreements.newOrganisation', { name: text })} />
      {party === null ? null : <Button kind="link" icon="x" disabledReason={isLast ? t('agreements.oneParty') : null} onClick={() => edit([{ kind: 'set-people', people: document.people.filter((person) => person.organisation !== party.organisation || person.role !== 'signatory') }, { kind: 'set-parties', parties: document.parties.filter((other) => other !== party) }])}>{t('agreements.takeOut')}</Button>}
    </>
  );
}

/** People with all their roles; `as` shows only those who hold it and is what a new one gets. */
export function PeoplePart({ as: role }: { as?: PersonRole }) {
  const { document, view } = useDraftContext();
  const people = personsOf(document).filter((person) => role === undefined || person.roles.includes(role));
  return (
    <>
      {people.length === 0 ? null : (
        <ul className={styles.rows}>
          {people.map((person) => (
            <li key={`${person.name} ${person.organisation}`}><span>
              <Value label={person.name} width={420} body={<PersonField person={person} />}>{person.name}</Value><span className="t3">, {person.organisation}: {person.roles.map(roleWords).join(', ')}</span>
            </span></li>
          ))}
        </ul>
      )}
      {view.isEditable ? <div className={styles.add}><Value label={t('agreements.addPerson')} quiet width={420} body={<PersonField person={null} {...(role === undefined ? {} : { as: role })} />}>{role === undefined ? t('agreements.addPerson') : t('agreements.addPersonAs', { role: roleWords(role) })}</Value></div> : null}
    </>
  );
}

type Person = { readonly name: string; readonly organisation: string; readonly roles: readonly PersonRole[] };

/** The people of a document, each once, with their roles. */
export function personsOf(document: AgreementDocument): Person[] {
  const found = new Map<string, { name: string; organisation: string; roles: PersonRole[] }>();
  for (const { name, organisation, role } of document.people) {
    const key = `${name}\n${organisation}`;
    const person = found.get(key) ?? { name, organisation, roles: [] };
    person.roles.push(role);
    found.set(key, person);
  }
  return [...found.values()];
}

function PersonField({ person, as: role }: { person: Person | null; as?: PersonRole }) {
  const { document } = useDraftContext();
  const { save, edit, close } = useEditing();
  const { data: known = [] } = useQuery(api.people.list.queryOptions({ input: {} }));
  const parties = [...new Set(document.parties.map((party) => party.organisation))];
  const [organisation, setOrganisation] = useState(person?.organisation ?? parties[0] ?? '');
  const [name, setName] = useState(person?.name ?? null);
  const roles = document.people.filter((other) => other.name === name && other.organisation === organisation).map((other) => other.role);
  const toggle = (changed: PersonRole, has: boolean): void => {
    if (name === null) return;
    const without = document.people.filter((other) => other.name !== name || other.organisation !== organisation || other.role !== changed);
    save([{ kind: 'set-people', people: has ? [...without, { name, organisation, role: changed }] : without }]);
  };
  const choose = (chosen: string): void => {
    setName(chosen);
    const has = document.people.some((other) => other.name === chosen && other.organisation === organisation);
    if (!has || role !== undefined) save([{ kind: 'set-people', people: [...document.people.filter((other) => other.name !== chosen || other.organisation !== organisation || other.role !== (role ?? 'contact')), { name: chosen, organisation, role: role ?? 'contact' }] }]);
  };
  const isParty = parties.includes(organisation);
  return (
    <>
      <ValueHead>{person?.name ?? t('agreements.addPerson')}</ValueHead>
      {person !== null ? null : (
        <div className={valueStyles.row}>
          <SelectField label={t('agreements.organisation')} value={organisation} choices={[...new Set([...parties, ...known.map((one) => one.organisation)])].map((value) => ({ value, label: value }))} onChange={(value) => { setOrganisation(value); setName(null); }} onCreate={(value) => { setOrganisation(value); setName(null); }} createText={(text) => t('agreements.newOrganisation', { name: text })} />
          <SelectField label={t('agreements.person')} value={name} choices={[...new Set([...known.filter((one) => one.organisation === organisation).map((one) => one.name), ...(name === null ? [] : [name])])].map((value) => ({ value, label: value }))} onChange={choose} onCreate={choose} createText={(text) => t('agreements.newPerson', { name: text })} />
        </div>
      )}
      {name === null ? null : (
        <div className={valueStyles.checks} role="group" aria-label={t('agreements.roles')}>
          {personRoles.map((one) => (one === 'signatory' && !isParty ? null : <Check key={one} label={roleWords(one)} checked={roles.includes(one)} onChange={(has) => toggle(one, has)} />))}
        </div>
      )}
      <div className={valueStyles.foot}>
        {person === null ? <span /> : <Button kind="link" icon="x" onClick={() => edit([{ kind: 'set-people', people: document.people.filter((other) => other.name !== person.name || other.organisation !== person.organisation) }])}>{t('agreements.takeOut')}</Button>}
        <Button onClick={close}>{t('agreements.done')}</Button>
      </div>
    </>
  );
}
