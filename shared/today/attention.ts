import { dateText } from '#shared/format/dates.ts';
import { t } from '#shared/messages/messages.ts';
import { addDays, addMonths, daysBetween, type PlainDate } from '#shared/time/plain-date.ts';
import type { AgreementFact, QuarantineFact, RoleFact, SourceFact, TodayFacts } from './facts.ts';
import { urgencies, type AttentionItem, type AttentionKind, type Urgency } from './model.ts';
import { isMine, responsibleFor } from './roles.ts';

/** How far ahead a last day of notice is told, and from when on it is what cannot wait. Days. */
const noticeAhead = 90;
const noticeNear = 21;
/** A review is told a fortnight before, and until two months after its day: then the next one counts. */
const reviewAhead = 14;
const reviewBehind = 60;
/** A source that covers nothing of the last fortnight has gone stale; one that comes every month, of the last six weeks. */
const staleAfter = 14;
const staleMonthly = 45;

/** Everything that needs attention, ordered by consequence: a right that lapses, then late, then who waits for us, then due; each by its day. */
export function attentionOf(facts: TodayFacts): AttentionItem[] {
  const items = [...facts.agreements.flatMap((agreement) => agreementItems(facts, agreement)), ...facts.sources.flatMap((source) => sourceItems(facts, source)), ...facts.quarantines.map((quarantine) => quarantineItem(facts, quarantine))];
  return items.sort((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) || (a.key < b.key ? -1 : 1));
}

function agreementItems(facts: TodayFacts, agreement: AgreementFact): AttentionItem[] {
  return [noticeItem(facts, agreement), reviewItem(facts, agreement), openItem(facts, agreement)].filter((item) => item !== null);
}

type Told = { readonly kind: AttentionKind; readonly urgency: Urgency; readonly key: string; readonly deed: string; readonly why: string; readonly on: PlainDate; readonly isSince?: boolean; readonly version: number };

function agreementItem(facts: TodayFacts, agreement: AgreementFact, told: Told, deciders: readonly string[] | null = null): AttentionItem {
  const { key, version, isSince = false, ...rest } = told;
  return {
    ...rest, key: `${told.kind}/${agreement.id}/${key}`, about: aboutOf(agreement), isSince, days: daysBetween(facts.today, told.on), agreement: agreement.id, version, importId: null, roles: [...responsibleFor[told.kind]],
    isMine: deciders === null ? isMine(facts.personId, responsibleFor[told.kind], agreement.roles) : facts.personId !== null && deciders.includes(facts.personId),
  };
}

function aboutOf({ customers, title }: AgreementFact): string {
  return [customers.join(', '), title].filter((part) => part !== '').join(' · ');
}

/** The last day of notice: past it an agreement renews, or ends, without anybody having decided. */
function noticeItem(facts: TodayFacts, agreement: AgreementFact): AttentionItem | null {
  const { inForce } = agreement;
  if (inForce === null) return null;
  const { lastDayOfNotice, end } = inForce.dates;
  if (inForce.renewalMonths !== null && lastDayOfNotice !== null && end !== null) {
    const days = daysBetween(facts.today, lastDayOfNotice);
    if (days < 0 || days > noticeAhead) return null;
    const until = addDays(addMonths(addDays(end, 1), inForce.renewalMonths), -1);
    return agreementItem(facts, agreement, { kind: 'notice', urgency: days <= noticeNear ? 'lapses' : 'due', key: lastDayOfNotice, deed: t('today.notice'), why: t('today.noticeWhy', { until: dateText(until) }), on: lastDayOfNotice, version: inForce.version });
  }
  if (end === null || daysBetween(facts.today, end) < 0 || daysBetween(facts.today, end) > noticeAhead) return null;
  return agreementItem(facts, agreement, { kind: 'end', urgency: daysBetween(facts.today, end) <= noticeNear ? 'lapses' : 'due', key: end, deed: t('today.end'), why: t('today.endWhy', { end: dateText(end) }), on: end, version: inForce.version });
}

/** The next planned review that is near, else the last one whose day has passed. */
function reviewItem(facts: TodayFacts, agreement: AgreementFact): AttentionItem | null {
  const { inForce } = agreement;
  if (inForce === null) return null;
  const near = inForce.dates.reviews.filter(({ on }) => within(facts.today, on, -reviewBehind, reviewAhead));
  const chosen = near.findLast(({ on }) => on < facts.today) ?? near[0];
  if (chosen === undefined) return null;
  // What decides on the notice is the notice itself.
  const { lastDayOfNotice } = inForce.dates;
  if (lastDayOfNotice !== null && chosen.on < lastDayOfNotice && within(chosen.on, lastDayOfNotice, 0, 35)) return null;
  return agreementItem(facts, agreement, { kind: 'review', urgency: chosen.on < facts.today ? 'late' : 'due', key: chosen.on, deed: t('today.review'), why: t('today.reviewWhy', { reason: chosen.reason }), on: chosen.on, version: inForce.version });
}

/** The version that is being worked on: what keeps it from the next state. */
function openItem(facts: TodayFacts, agreement: AgreementFact): AttentionItem | null {
  const { open } = agreement;
  if (open === null) return null;
  const common = { key: String(open.version), on: open.since, isSince: true, version: open.version };
  const { approvals } = open;
  if (open.state === 'agreed' || (open.state === 'draft' && approvals.given > 0)) {
    return agreementItem(facts, agreement, {
      ...common, kind: 'approve', urgency: 'waits', deed: t('today.approve', { version: open.version }),
      why: t('today.approveWhy', { given: approvals.given, needed: approvals.needed, names: approvals.waitingFor.map((person) => person.name).join(', ') }),
    }, approvals.waitingFor.map((person) => person.id));
  }
  if (open.state === 'approved' || open.state === 'signing') {
    return agreementItem(facts, agreement, {
      ...common, kind: 'sign', urgency: 'waits', deed: t('today.sign', { version: open.version }), why: t('today.signWhy', { signed: open.signed, signers: open.signers, name: open.nextSigner?.name ?? '–' }),
    });
  }
  if (open.state !== 'draft') return null;
  if (open.missing.length === 0) return agreementItem(facts, agreement, { ...common, kind: 'ask', urgency: 'due', deed: t('today.ask', { version: open.version }), why: t('today.askWhy') });
  const shown = open.missing.slice(0, 3).map((item) => item.replaceAll('-', ' ')).join(', ');
  return agreementItem(facts, agreement, {
    ...common, kind: 'complete', urgency: 'due', deed: t('today.complete', { version: open.version }),
    why: open.missing.length > 3 ? t('today.completeWhyMore', { count: open.missing.length, shown }) : t('today.completeWhy', { count: open.missing.length, shown }),
  });
}

function sourceItems(facts: TodayFacts, source: SourceFact): AttentionItem[] {
  const days = daysBetween(facts.today, source.until);
  if (days > -(source.kinds.every((kind) => kind === 'readings') ? staleMonthly : staleAfter)) return [];
  return [unboundItem(facts, { kind: 'source', urgency: 'late', key: `source/${source.id}/${source.until}`, deed: t('today.source'), about: source.name, why: t('today.sourceWhy', { until: dateText(source.until), services: source.services.join(', ') }), on: source.until, importId: null })];
}

function quarantineItem(facts: TodayFacts, quarantine: QuarantineFact): AttentionItem {
  const reasons = quarantine.reasons.slice(0, 2).map((reason) => `${reason.text} (${reason.count})`).join(', ');
  return unboundItem(facts, { kind: 'quarantine', urgency: 'waits', key: `quarantine/${quarantine.id}`, deed: t('today.quarantine', { count: quarantine.count }), about: quarantine.file, why: t('today.quarantineWhy', { reasons }), on: quarantine.on, importId: quarantine.id });
}

function unboundItem(facts: TodayFacts, item: Pick<AttentionItem, 'kind' | 'urgency' | 'key' | 'deed' | 'about' | 'why' | 'on' | 'importId'>): AttentionItem {
  const own: readonly RoleFact[] = [...facts.roles, ...facts.agreements.flatMap((agreement) => agreement.roles)];
  return { ...item, isSince: true, days: daysBetween(facts.today, item.on), agreement: null, version: null, roles: [...responsibleFor[item.kind]], isMine: isMine(facts.personId, responsibleFor[item.kind], own) };
}

function within(today: PlainDate, on: PlainDate, from: number, to: number): boolean {
  const days = daysBetween(today, on);
  return days >= from && days <= to;
}
