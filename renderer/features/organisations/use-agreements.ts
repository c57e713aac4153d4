import { useQueries, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { NextDate } from '#renderer/ui/next-dates.tsx';
import type { AgreementDatesView, AgreementListRow } from '#shared/agreements/contract.ts';
import { t } from '#shared/messages/messages.ts';

/** An agreement with the dates that follow from it, and how much of it is written where it is a draft. */
export type AgreementWithDates = AgreementListRow & { readonly dates: AgreementDatesView | null; readonly progress: { readonly missing: number; readonly all: number } | null };

/** Agreements of an organisation on either side, and the sides that it takes in them. */
export function useAgreementsOf(id: string): { readonly rows: readonly AgreementWithDates[]; readonly loaded: boolean; readonly sides: readonly ('provider' | 'customer')[] } {
  const { data: rows } = useQuery(api.agreements.list.queryOptions({ input: { organisation: id, archived: false } }));
  const { data: organisation } = useQuery(api.organisations.show.queryOptions({ input: { id } }));
  const listed = rows ?? [];
  const asked = mostPressing(listed);
  const dates = useQueries({ queries: asked.map(({ id: of, validFrom }) => ({ ...api.agreements.dates.queryOptions({ input: { id: of } }), enabled: validFrom !== null })) });
  const completeness = useQueries({ queries: asked.map((row) => ({ ...api.agreements.completeness.queryOptions({ input: { id: row.id } }), enabled: isWritten(row) })) });
  const name = organisation?.name ?? '';
  return {
    loaded: rows !== undefined,
    rows: listed.map((row) => {
      const index = asked.indexOf(row);
      const items = completeness[index]?.data;
      return { ...row, dates: dates[index]?.data ?? null, progress: items === undefined ? null : { missing: items.missing.length, all: items.items.length } };
    }),
    sides: (['customer', 'provider'] as const).filter((side) => listed.some((row) => (side === 'customer' ? row.customers : row.providers).includes(name))),
  };
}

/** What comes next for one agreement, the nearest first. `what` is the short word of the table, `line` the one under a date. */
export function comingDates(row: AgreementWithDates, today: string): { readonly date: string; readonly what: string; readonly line: string }[] {
  const { title, dates } = row;
  const all = [
    { date: row.validFrom, what: t('organisations.nextStart'), line: t('organisations.dateStart', { title }) },
    { date: dates?.lastDayOfNotice ?? row.lastDayOfNotice, what: t('organisations.nextNotice'), line: t('organisations.dateNotice', { title }) },
    { date: dates?.renewsOn ?? null, what: t('organisations.nextRenewal'), line: t('organisations.dateRenewal', { title }) },
    { date: dates?.end ?? row.validTo, what: t('organisations.nextEnd'), line: t('organisations.dateEnd', { title }) },
    ...(dates?.reviews ?? []).map((review) => ({ date: review.on, what: t('organisations.nextReview'), line: t('organisations.dateReview', { title }) })),
  ];
  return all.flatMap((entry) => (entry.date === null || entry.date < today ? [] : [{ ...entry, date: entry.date }])).toSorted((one, other) => (one.date < other.date ? -1 : 1));
}

/** The line of dates over all agreements. */
export function nextDatesOf(rows: readonly AgreementWithDates[], today: string): NextDate[] {
  return rows
    .flatMap((row) => comingDates(row, today).map((entry) => ({ key: `${row.id} ${entry.what} ${entry.date}`, date: entry.date, what: entry.line })))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
    .slice(0, 5);
}

/** Of how many agreements everything is asked; of the others the list itself says what comes next. */
const mostAsked = 24;

/** Those whose notice lapses first, then those that are being written. */
function mostPressing(rows: readonly AgreementListRow[]): readonly AgreementListRow[] {
  if (rows.length <= mostAsked) return rows;
  const rank = (row: AgreementListRow): string => row.lastDayOfNotice ?? (isWritten(row) ? '9998' : '9999');
  return rows.toSorted((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0)).slice(0, mostAsked);
}

function isWritten(row: AgreementListRow): boolean {
  return row.open !== null && ['draft', 'negotiating', 'agreed'].includes(row.open.state);
}
