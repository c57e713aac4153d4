import type { AgreementDocumentInput, PersonRole } from '#shared/agreements/model.ts';
import type { CompletenessItem } from '#shared/agreements/completeness-items.ts';
import { addDays, addMonths, type PlainDate } from '#shared/time/plain-date.ts';
import { sampleCalendars } from './cast.ts';
import { samplePriorities, type SampleLine } from './lines.ts';
import { backups, firstContact } from './readings.ts';

type TermInput = NonNullable<AgreementDocumentInput['terms']>[number];
export type SamplePerson = { readonly name: string; readonly organisation: string; readonly role: PersonRole };

export type DocumentOrder = {
  readonly line: SampleLine;
  readonly title: string;
  readonly provider: string;
  readonly people: readonly SamplePerson[];
  readonly from: PlainDate;
  readonly months: number;
  readonly noticeMonths: number;
  readonly renewalMonths: number | null;
  readonly reviewMonths: number;
};

/** A complete agreement about one line of the sample. */
export function documentOf(order: DocumentOrder): AgreementDocumentInput {
  const { line, title, provider, people, from } = order;
  const codes = counter();
  const calendar = sampleCalendars[line.calendar];
  return {
    schema: 'parley/agreement/1',
    kind: 'sla',
    title,
    language: 'en',
    zone: calendar.tz,
    currency: calendar.tz === 'America/New_York' ? 'USD' : calendar.tz === 'Europe/London' ? 'GBP' : 'EUR',
    parties: [{ side: 'provider', organisation: provider }, { side: 'customer', organisation: line.customer }],
    services: [{ service: line.service, site: line.site }],
    people: [...people],
    term: { from, to: addDays(addMonths(from, order.months), -1) },
    notice: { months: order.noticeMonths, businessDay: 'preceding' },
    renewal: order.renewalMonths === null ? { kind: 'none' } : { kind: 'automatic', months: order.renewalMonths },
    review: { everyMonths: order.reviewMonths },
    calendars: { [line.calendar]: calendar },
    serviceHours: line.calendar,
    priorities: priorities(line),
    terms: [...clockTerms(line, codes), ...measuredTerms(line, codes), ...clauses(line, provider, codes)],
    requirements: [],
    internal: {},
  };
}

/** A draft that has only begun: parties, hours and two targets. */
export function barePart(document: AgreementDocumentInput): AgreementDocumentInput {
  const { notice: _notice, ...rest } = document;
  return { ...rest, terms: (document.terms ?? []).slice(0, 3), people: (document.people ?? []).filter((person) => person.role !== 'signatory' && person.role !== 'escalation') };
}

type Codes = () => string;

function counter(): Codes {
  let count = 0;
  return () => {
    count += 1;
    return `T-${String(count).padStart(3, '0')}`;
  };
}

function priorities(line: SampleLine): NonNullable<AgreementDocumentInput['priorities']> {
  return [
    { id: 'P1', name: 'Critical', definition: `${line.service} cannot be used by a whole site, and there is no way around it.`, values: ['1 - Critical'] },
    { id: 'P2', name: 'High', definition: 'Several people cannot work, or one cannot do what must be done today.', values: ['2 - High'] },
    { id: 'P3', name: 'Moderate', definition: 'Work is slower, or there is a way around.', values: ['3 - Moderate'] },
    { id: 'P4', name: 'Low', definition: 'Nobody is held up today.', values: ['4 - Low'] },
  ];
}

function clockTerms(line: SampleLine, code: Codes): TermInput[] {
  return (['response', 'resolution'] as const).flatMap((type) =>
    samplePriorities.flatMap((priority): TermInput[] => {
      const goal = line[type][priority];
      if (goal === undefined) return [];
      return [{
        id: code(), type, priority, within: { kind: 'business-hours', seconds: goal.minutes * 60 }, calendar: line.calendar, atLeastPercent: goal.percent, source: 'service desk export',
        ...(type === 'resolution' ? { pauseReasons: ['customer', 'supplier', 'change'] } : {}),
      }];
    }),
  );
}

function measuredTerms(line: SampleLine, code: Codes): TermInput[] {
  const metric = [firstContact, backups].find((one) => one.service === line.service && one.customer === line.customer);
  const availability: TermInput[] = line.availability === null ? [] : [{
    id: code(), type: 'availability', atLeastPercent: line.availability.percent, calendar: line.availability.calendar, method: 'one check every 60 seconds', source: 'monitoring export', maintenance: { maxMinutesPerPeriod: 240, noticeDays: 5 },
  }];
  const credit: TermInput[] = availability.map((term) => ({ id: code(), type: 'credit' as const, of: term.id, fee: { minor: 1_200_000, currency: 'EUR' }, tiers: [{ below: line.availability?.percent ?? 99, creditPercent: 5 }, { below: 99, creditPercent: 10 }], capPercentPerPeriod: 20, claimWithinDays: 30 }));
  const measured: TermInput[] = metric === undefined ? [] : [{ id: code(), type: 'metric', name: metric.name, unit: metric.unit, direction: 'at-least', target: metric.target, source: 'monthly report' }];
  return [...availability, ...measured, ...credit];
}

function clauses(line: SampleLine, provider: string, code: Codes): TermInput[] {
  const clause = (category: CompletenessItem, heading: string, text: string): TermInput => ({ id: code(), type: 'clause', category, heading, text });
  return [
    clause('purpose', 'Purpose', `It serves one outcome of ${line.customer}: ${purposeOf[line.key]}`),
    clause('definitions', 'Incident', 'An incident is an unplanned interruption of the service, or a loss of its quality.'),
    { id: code(), type: 'exclusion', name: `Caused by ${line.customer}`, condition: `${line.customer} has switched off power or a network of its own.`, approval: `${line.customer} accepts the entry in writing.` },
    clause('workload-limits', 'Tickets', `The targets are built for at most ${Math.round(line.ticketsPerMonth * 1.5)} tickets opened per calendar month.`),
    ...(line.availability === null ? [clause('maintenance', 'Maintenance', 'Maintenance takes place on Sundays between 03:00 and 05:00 and is announced 5 business days before.'), clause('remedies', 'Missed targets', `${provider} brings a plan with dates to the next review for each target that was missed.`)] : []),
    clause('reporting', 'Monthly report', `${provider} sends all targets with their figures by the end of the 5th business day of each calendar month.`),
    clause('provider-duties', 'Updates', `${provider} installs critical security updates within 5 business days of their release.`),
    clause('customer-duties', 'Access', `${line.customer} gives access to a site within 2 hours for an incident of priority P1.`),
    clause('changes', 'Changes', 'Either party may propose a change with its reason. The other answers by the end of the 10th business day.'),
    clause('security-and-continuity', 'Personal data', `${provider} processes personal data only where ${line.customer} has agreed to it in writing.`),
  ];
}

const purposeOf: Readonly<Record<SampleLine['key'], string>> = {
  claims: 'a claim that is made today is decided within a week.',
  workplace: 'everybody can work from the first hour of the day.',
  warehouse: 'what is ordered before noon leaves on the same day.',
  mail: 'nobody waits for a message that was sent.',
  records: 'a ward always sees the present state of its patients.',
  network: 'ships are served without waiting for a line.',
  harbour: 'everybody at the pier can work at the start of the shift.',
};
