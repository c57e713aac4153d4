import { Link } from '@tanstack/react-router';
import { ValueLines } from '#renderer/ui/facts.tsx';
import { VerdictMark } from '#renderer/ui/verdict.tsx';
import type { TicketLedger } from '#shared/compliance/contract.ts';
import { dateText } from '#shared/format/dates.ts';
import { durationWords } from '#shared/format/durations.ts';
import { instantText } from '#shared/format/instants.ts';
import { t } from '#shared/messages/messages.ts';
import type { FigureSearch } from '../search.ts';
import { markOf, verdictWords, withinText } from '../words.ts';
import type { LedgerView } from './view.ts';

type Other = TicketLedger['others'][number];

/** The verdict under every other target and version that its priority counts under, in words and mark. */
export function OtherTerms({ id, view, search }: { id: string; view: LedgerView; search: FigureSearch }) {
  const { answer } = view;
  const others = answer.others.filter((other) => other.version !== answer.version || other.term !== answer.ledger.term);
  if (others.length === 0) return <p className="t13 t2">{t('tickets.noOthers')}</p>;
  return (
    <ValueLines entries={others.map((other) => ({
      key: `${other.version} ${other.term}`,
      name: <Link to="/agreements/$id/tickets/$ticket" params={{ id, ticket: String(answer.no) }} search={{ ...search, version: other.version, term: other.term }}>{other.version === answer.version ? `${other.name}, ${withinText(other.within)}` : t('tickets.otherVersion', { version: other.version, time: withinText(other.within) })}</Link>,
      second: [
        other.version === answer.version || other.validTo === null ? null : t('tickets.until', { date: dateText(other.validTo) }),
        other.due === null ? null : t('tickets.otherDue', { time: instantText(other.due, view.zone) }),
        t('tickets.otherCounted', { time: durationWords(other.countedMs) }),
      ].filter((part) => part !== null).join('; '),
      value: <VerdictMark verdict={markOf(other.verdict)} word={otherWords(other, answer)} />,
    }))} />
  );
}

function otherWords(other: Other, answer: TicketLedger): string {
  if (other.version !== answer.version && other.verdict === 'met') return t('tickets.would-met');
  return verdictWords(other.verdict, other.toTargetMs);
}
