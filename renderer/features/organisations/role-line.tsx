import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useSaving } from '#renderer/app/saving.ts';
import { ActionMenu } from '#renderer/ui/action-menu.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { dateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import type { Role } from '#shared/people/model.ts';
import styles from './organisation.module.css';
import { roleWords } from './words.ts';

/** One role: what for, on which side, who stands in, from when to when; ended with its last day, or removed where it never held. */
export function RoleLine({ role, today }: { role: Role; today: string }) {
  const { save, error } = useSaving();
  const [ending, setEnding] = useState(false);
  const end = async (on: string | null): Promise<void> => {
    if ((await save('people.end-role', () => client.people.endRole({ id: role.id, ...(on === null ? {} : { on }) }))) !== null) setEnding(false);
  };
  const isOver = role.to !== null && role.to < today;
  const side = t(role.side === 'customer' ? 'organisations.sideCustomer' : 'organisations.sideProvider');
  const parts = [role.scopeName, side, role.deputyOf === null ? '' : t('people.deputyOf', { name: role.deputyOf }), role.deputies.length === 0 ? '' : t('people.deputyIs', { names: role.deputies.join(', ') }), spanText(role)];
  return (
    <li className={styles.role} data-over={isOver || undefined}>
      <div>
        <b className="m">{roleWords(role.role)}</b>
        <span dir="auto">{parts.filter((part) => part !== '').join(' · ')}</span>
        {ending ? <DateField label={t('organisations.to')} size="small" value={role.to ?? today} autoFocus check={(on) => (role.from !== null && on < role.from ? t('organisations.roleBefore') : null)} onCommit={(on) => { if (on !== null) void end(on); }} /> : null}
        {error === null ? null : <span className="missed-text" role="alert">{error}</span>}
      </div>
      <ActionMenu label={t('organisations.endRole', { role: roleWords(role.role) })} actions={[
        { label: t('organisations.endToday'), icon: 'calendar-x', onChoose: () => void end(today), ...whyNotToday(role, today) },
        { label: t('organisations.endOn'), icon: 'calendar', onChoose: () => setEnding(true) },
        { label: t('organisations.removeRole'), icon: 'trash', danger: true, onChoose: () => void end(null) },
      ]} />
    </li>
  );
}

function whyNotToday(role: Role, today: string): { readonly disabledReason?: string } {
  if (role.to !== null && role.to <= today) return { disabledReason: spanText(role) };
  return role.from !== null && role.from > today ? { disabledReason: t('organisations.roleNotBegun', { from: dateText(role.from) }) } : {};
}

function spanText(role: Role): string {
  if (role.from !== null && role.to !== null) return t('organisations.roleSpan', { from: dateText(role.from), to: dateText(role.to) });
  if (role.from !== null) return t('organisations.roleSince', { from: dateText(role.from) });
  return role.to === null ? '' : t('organisations.roleUntil', { to: dateText(role.to) });
}
