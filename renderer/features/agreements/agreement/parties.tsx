import { Avatar } from '#renderer/ui/avatar.tsx';
import { Section } from '#renderer/ui/section.tsx';
import type { AgreementView } from '#shared/agreements/contract.ts';
import { t } from '#shared/messages/messages.ts';
import { personsOf } from '../draft/parts/parties.tsx';
import { roleWords } from '../words.ts';
import styles from './agreement.module.css';

/** Both sides with their people and all their roles. */
export function Parties({ view }: { view: AgreementView }) {
  const { document } = view;
  const people = personsOf(document);
  const organisations = [...document.parties.toSorted((one, other) => (one.side < other.side ? -1 : 1)).map((party) => ({ name: party.organisation, side: party.side })), ...outside(document, people)];
  return (
    <Section title={t('agreements.parties')} ruled>
      <div className={styles.people}>
        {organisations.map((organisation) => (
          <div key={`${organisation.name} ${organisation.side ?? ''}`}>
            <h3>{organisation.name}{organisation.side === null ? null : <span className="t3"> {t(`agreements.side-${organisation.side}`)}</span>}</h3>
            <ul>
              {people.filter((person) => person.organisation === organisation.name).map((person) => (
                <li key={person.name}><Avatar name={person.name} side={organisation.side === 'customer' ? 'them' : 'us'} /><span className="clip">{person.name}</span><span className={styles.role} title={person.roles.map(roleWords).join(', ')}>{person.roles.map(roleWords).join(', ')}</span></li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {people.length === 0 ? <p className="t13 t3">{t('agreements.noPeople')}</p> : null}
    </Section>
  );
}

function outside(document: AgreementView['document'], people: readonly { readonly organisation: string }[]): { name: string; side: null }[] {
  const parties = new Set(document.parties.map((party) => party.organisation));
  return [...new Set(people.map((person) => person.organisation))].filter((name) => !parties.has(name)).map((name) => ({ name, side: null }));
}
