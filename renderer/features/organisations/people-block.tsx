import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { Avatar } from '#renderer/ui/avatar.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { PasteButton } from '#renderer/ui/paste/paste-button.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { t } from '#shared/messages/messages.ts';
import type { Organisation } from '#shared/organisations/model.ts';
import type { Person } from '#shared/people/model.ts';
import styles from './organisation.module.css';
import { peoplePaste } from './paste-people.ts';
import { roleWords } from './words.ts';

/** People of both sides with the roles that they hold; several roles stand beside one name. */
export function PeopleBlock({ organisation, people, current, onOpen }: { organisation: Organisation; people: readonly Person[] | undefined; current: string | undefined; onOpen: (person: string) => void }) {
  const { data: organisations } = useQuery(api.organisations.list.queryOptions({ input: { archived: true } }));
  const { save, error } = useSaving();
  const own = (people ?? []).filter((person) => person.organisationId === organisation.id);
  const others = (people ?? []).filter((person) => person.organisationId !== organisation.id);
  const otherNames = [...new Set(others.map((person) => person.organisation))];
  const ours = new Set((organisations ?? []).filter((row) => row.ours).map((row) => row.id));
  return (
    <Section title={t('organisations.peopleTitle')} count={people === undefined || people.length === 0 ? undefined : people.length} ruled
      end={<><PasteButton title={t('table.pastePeople')} help={t('table.pastePeopleHelp')} read={(rows) => peoplePaste(rows, organisation.name, own, save)} /> <Button kind="link" size="small" onClick={() => onOpen('new')}><span aria-hidden="true">{t('organisations.addPerson')}</span><span className="sr">{t('organisations.addPersonLabel')}</span></Button></>}>
      {error === null ? null : <p className="t13 missed-text" role="alert">{error}</p>}
      <div className={classes(styles.people, others.length === 0 && styles.oneSide)}>
        <Side title={organisation.name} ours={organisation.ours} people={own} oursOf={ours} current={current} onOpen={onOpen} named={false} />
        {others.length === 0 ? null : <Side title={otherNames.length === 1 ? (otherNames[0] ?? '') : t('organisations.otherSide')} ours={others.every((person) => ours.has(person.organisationId))} people={others} oursOf={ours} current={current} onOpen={onOpen} named={otherNames.length > 1} />}
      </div>
    </Section>
  );
}

const shownAtOnce = 12;

function Side({ title, ours, people, oursOf, current, onOpen, named }: { title: string; ours: boolean; people: readonly Person[]; oursOf: ReadonlySet<string>; current: string | undefined; onOpen: (person: string) => void; named: boolean }) {
  const [all, setAll] = useState(false);
  const shown = all ? people : people.slice(0, shownAtOnce);
  return (
    <div>
      <h3 className={classes('clip', ours ? styles.us : styles.them)} dir="auto">{title}</h3>
      {people.length === 0 ? <p className="t13 t3">{t('organisations.noPeople')}</p> : null}
      <ul>
        {shown.map((person) => {
          const held = [...new Set(person.roles.map((role) => roleWords(role.role)))];
          return (
            <li key={person.id} aria-current={person.id === current || undefined}>
              <Avatar name={person.name} side={oursOf.has(person.organisationId) ? 'us' : 'them'} />
              <button type="button" className={classes(styles.opener, 'clip')} dir="auto" onClick={() => onOpen(person.id)}>{person.name}</button>
              <span className={styles.roles} title={[...held, ...(named ? [person.organisation] : [])].join(', ')}>{named && held.length === 0 ? person.organisation : held.join(', ')}</span>
            </li>
          );
        })}
      </ul>
      {people.length > shown.length ? <Button kind="link" size="small" onClick={() => setAll(true)}>{t('organisations.showAll', { count: people.length })}</Button> : null}
    </div>
  );
}
