import { Avatar } from '#renderer/ui/avatar.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { dateText } from '#shared/format/dates.ts';
import { countText } from '#shared/format/figures.ts';
import { localDate } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import type { PersonRow } from '#shared/people/model.ts';
import styles from './people-page.module.css';
import { rolesOn } from './words.ts';

/** Columns of everybody; roles are those of `today`, days are of `zone`. */
export function peopleColumns(today: string, zone: string): readonly Column<PersonRow>[] {
  return [
    { id: 'name', head: t('people.headName'), value: (row) => row.name, width: { min: 150, grow: 2.4 }, group: false, cell: (row) => <span className={styles.name} title={row.name}><Avatar name={row.name} side={row.ours ? 'us' : 'them'} /><span className="clip m" dir="auto">{row.name}</span>{row.archivedOn === null ? null : <span className="t12 t3">{t('organisations.archived')}</span>}</span> },
    { id: 'organisation', head: t('people.headOrganisation'), value: (row) => row.organisation, width: { min: 112, grow: 2 } },
    { id: 'roles', head: t('people.headRoles'), value: (row) => rolesOn(row, today) || null, width: { min: 120, grow: 2.4 } },
    { id: 'email', head: t('organisations.email'), value: (row) => row.email, width: { min: 110, grow: 2 }, group: false, cell: (row) => (row.email === null ? null : <span className="t2" dir="ltr">{row.email}</span>) },
    { id: 'agreements', head: t('organisations.agreements'), kind: 'number', value: (row) => row.agreements, align: 'end', width: 84, cell: (row) => (row.agreements === 0 ? <span className="t3">–</span> : countText(row.agreements)) },
    { id: 'note', head: t('people.headNote'), kind: 'date', value: (row) => (row.lastNoteAt === null ? null : localDate(row.lastNoteAt, zone)), align: 'end', width: 84, cell: (row) => (row.lastNoteAt === null ? <span className="t3">–</span> : dateText(localDate(row.lastNoteAt, zone))) },
    { id: 'jobTitle', head: t('organisations.jobTitle'), value: (row) => row.jobTitle, width: { min: 100, grow: 1.4 } },
    { id: 'phone', head: t('organisations.phone'), value: (row) => row.phone, width: { min: 90, grow: 1 }, group: false, cell: (row) => (row.phone === null ? null : <span className="t2 tn" dir="ltr">{row.phone}</span>) },
  ];
}
