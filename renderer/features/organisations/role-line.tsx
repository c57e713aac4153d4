import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { useNow } from '#renderer/app/use-now.ts';
import { ActionMenu } from '#renderer/ui/action-menu.tsx';
import { dateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import type { Role } from '#shared/people/model.ts';
import { dateOf } from '#shared/time/plain-date.ts';
import styles from './organisation.module.css';
import { roleWords } from './words.ts';

/** One role: what for, on which side, since when; ended with its last day, or removed where it never held. */
export function RoleLine({ role }: { role: Role }) {
  const { save, error } = useSaving();
  const end = (on: string | null): void => void save('people.end-role', () => client.people.endRole({ id: role.id, ...(on === null ? {} : { on }) }));
  const today = dateOf(useNow(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  const span = spanText(role);
  return (
    <li className={styles.role}>
      <div>
        <b className="m">{roleWords(role.role)}</b>
        <span dir="auto">{[role.scopeName, t(role.side === 'customer' ? 'organisations.sideCustomer' : 'organisations.sideProvider'), role.deputyOf === null ? '' : t('people.deputyOf', { name: role.deputyOf }), span].filter((part) => part !== '').join(' · ')}</span>
        {error === null ? null : <span className="missed-text" role="alert">{error}</span>}
      </div>
      <ActionMenu label={t('organisations.endRole', { role: roleWords(role.role) })} actions={[
        { label: t('organisations.endToday'), icon: 'calendar-x', onChoose: () => end(today), ...(role.to !== null && role.to <= today ? { disabledReason: span } : {}) },
        { label: t('organisations.removeRole'), icon: 'trash', danger: true, onChoose: () => end(null) },
      ]} />
    </li>
  );
}

function spanText(role: Role): string {
  if (role.from !== null && role.to !== null) return t('organisations.roleSpan', { from: dateText(role.from), to: dateText(role.to) });
  if (role.from !== null) return t('organisations.roleSince', { from: dateText(role.from) });
  return role.to === null ? '' : t('organisations.roleUntil', { to: dateText(role.to) });
}
