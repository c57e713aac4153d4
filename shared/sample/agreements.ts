import type { AgreementDocumentInput } from '#shared/agreements/model.ts';
import type { DocumentEditInput } from '#shared/agreements/edits.ts';
import type { Instant } from '#shared/time/instant.ts';
import { addDays, addMonths, daysBetween, type PlainDate } from '#shared/time/plain-date.ts';
import { barePart, documentOf, type SamplePerson } from './documents.ts';
import type { SampleLine } from './lines.ts';
import { momentOf, type SampleTime } from './time.ts';

export type SampleSignature = { readonly person: string; readonly how: 'typed' | 'paper'; readonly place: string; readonly at: Instant };

/** What was done with an agreement, in order. `by` is who did it; `at` is when it was entered. */
export type SampleDeed = { readonly at: Instant; readonly by: string } & (
  | { readonly deed: 'create' | 'ask' | 'approve' | 'begin-version' }
  | { readonly deed: 'sign'; readonly signatures: readonly SampleSignature[] }
  | { readonly deed: 'edit'; readonly edits: readonly DocumentEditInput[] }
);

export type SampleAgreement = { readonly document: AgreementDocumentInput; readonly deeds: readonly SampleDeed[] };

const robin = 'Robin Sample';
const toni = 'Toni Placeholder';
const ines = 'Ines Mustermann';
const lou = 'Lou Dummy';

/** Eight agreements, each in another state of its life. */
export function sampleAgreements(time: SampleTime, lines: readonly SampleLine[]): readonly SampleAgreement[] {
  const line = (key: SampleLine['key']): SampleLine => {
    const found = lines.find((one) => one.key === key);
    if (found === undefined) throw new Error(`The sample has no line ${key}.`);
    return found;
  };
  const { today } = time;
  const ago = (date: PlainDate) => daysBetween(today, date);
  const present = time.months.at(-1)?.from ?? today;
  const common = { months: 36, noticeMonths: 3, renewalMonths: 12, reviewMonths: 6 };
  const claims = documentOf({ ...common, line: line('claims'), title: 'Claims platform', provider: 'Samplewell IT', people: team('Samplewell IT', 'Madeup Mutual', 'Greta Fable', 'Paul Fairytale'), from: addMonths(addDays(today, 5), -15), reviewMonths: 3 });
  const workplace = documentOf({ ...common, line: line('workplace'), title: 'Managed workplace', provider: 'Samplewell IT', people: [...team('Samplewell IT', 'Madeup Mutual', 'Greta Fable', 'Paul Fairytale'), { name: robin, organisation: 'Samplewell IT', role: 'approver' }], from: addMonths(present, 1), months: 24 });
  const warehouse = documentOf({ ...common, line: line('warehouse'), title: 'Warehouse platform', provider: 'Samplewell IT', people: team('Samplewell IT', 'Fablewick Foods', 'Owen Notreal'), from: addMonths(addDays(today, -70), -18) });
  const mailEnd = addMonths(addDays(today, 4), common.noticeMonths);
  const mail = documentOf({ ...common, line: line('mail'), title: 'Mail and calendar', provider: 'Samplewell IT', people: team('Samplewell IT', 'Fablewick Foods', 'Owen Notreal'), from: addMonths(mailEnd, -24), months: 24, renewalMonths: 24, reviewMonths: 12 });
  const records = documentOf({ ...common, line: line('records'), title: 'Patient records', provider: 'Samplewell IT', people: team('Samplewell IT', 'Figment Hospitals', 'Mina Legend'), from: addMonths(addDays(today, -18), -18) });
  const network = documentOf({ ...common, line: line('network'), title: 'Pier network', provider: 'Samplewell Networks', people: networkTeam('Pretend Harbour', 'Jules Fiction'), from: addMonths(present, -8), months: 24, reviewMonths: 12 });
  const harbour = documentOf({ ...common, line: line('harbour'), title: 'Pier workplace', provider: 'Samplewell IT', people: team('Samplewell IT', 'Pretend Harbour', 'Jules Fiction'), from: addMonths(present, 2), months: 24, reviewMonths: 12 });
  const depot = documentOf({ ...common, line: { ...line('network'), customer: 'Fablewick Foods', site: 'Leeds', calendar: 'London support' }, title: 'Depot network', provider: 'Samplewell IT', people: team('Samplewell IT', 'Fablewick Foods', 'Owen Notreal'), from: addMonths(present, 1), months: 24 });
  const signed = (document: AgreementDocumentInput, customer: string, provider = robin, how: SampleSignature['how'] = 'typed'): SampleDeed[] => {
    const begins = ago(document.term?.from ?? today);
    const place = document.zone === 'Europe/London' ? 'Leeds' : document.zone === 'America/New_York' ? 'New York' : 'Rostock';
    const author = provider === lou ? lou : toni;
    return [
      { deed: 'create', by: author, at: momentOf(time, begins - 40, 570) },
      { deed: 'approve', by: ines, at: momentOf(time, begins - 22, 690) },
      { deed: 'sign', by: provider, at: momentOf(time, begins - 9, 900), signatures: [{ person: provider, how, place, at: momentOf(time, begins - 12, 660) }, { person: customer, how, place, at: momentOf(time, begins - 9, 890) }] },
    ];
  };
  return [
    {
      document: claims,
      deeds: [
        ...signed(claims, 'Greta Fable'),
        { deed: 'begin-version', by: robin, at: momentOf(time, -8, 615) },
        { deed: 'edit', by: robin, at: momentOf(time, -8, 640), edits: slowerResolution(claims) },
      ],
    },
    { document: warehouse, deeds: signed(warehouse, 'Owen Notreal') },
    { document: mail, deeds: signed(mail, 'Owen Notreal') },
    { document: records, deeds: signed(records, 'Mina Legend', robin, 'paper') },
    { document: network, deeds: signed(network, 'Jules Fiction', lou) },
    { document: barePart(harbour), deeds: [{ deed: 'create', by: robin, at: momentOf(time, -6, 890) }] },
    { document: workplace, deeds: [{ deed: 'create', by: toni, at: momentOf(time, -9, 700) }, { deed: 'ask', by: toni, at: momentOf(time, -5, 560) }] },
    { document: depot, deeds: [{ deed: 'create', by: toni, at: momentOf(time, -16, 620) }, { deed: 'ask', by: toni, at: momentOf(time, -9, 625) }, { deed: 'approve', by: ines, at: momentOf(time, -2, 545) }] },
  ];
}

function team(provider: string, customer: string, signatory: string, contact = signatory): SamplePerson[] {
  return [
    { name: robin, organisation: provider, role: 'service-level-manager' },
    { name: robin, organisation: provider, role: 'relationship-manager' },
    { name: toni, organisation: provider, role: 'service-owner' },
    { name: 'Kim Mockup', organisation: provider, role: 'service-desk-manager' },
    { name: 'Kim Mockup', organisation: provider, role: 'escalation' },
    { name: ines, organisation: provider, role: 'approver' },
    { name: robin, organisation: provider, role: 'signatory' },
    { name: signatory, organisation: customer, role: 'signatory' },
    { name: signatory, organisation: customer, role: 'sponsor' },
    { name: contact, organisation: customer, role: 'contact' },
  ];
}

function networkTeam(customer: string, signatory: string): SamplePerson[] {
  const provider = 'Samplewell Networks';
  return [
    { name: lou, organisation: provider, role: 'service-level-manager' },
    { name: lou, organisation: provider, role: 'service-owner' },
    { name: robin, organisation: 'Samplewell IT', role: 'relationship-manager' },
    { name: lou, organisation: provider, role: 'escalation' },
    { name: ines, organisation: 'Samplewell IT', role: 'approver' },
    { name: lou, organisation: provider, role: 'signatory' },
    { name: signatory, organisation: customer, role: 'signatory' },
    { name: signatory, organisation: customer, role: 'contact' },
  ];
}

/** What version 2 relaxes: P1 has taken longer than agreed in three of the last four months. */
function slowerResolution(document: AgreementDocumentInput): DocumentEditInput[] {
  return (document.terms ?? []).flatMap((term): DocumentEditInput[] => (term.type === 'resolution' && term.priority === 'P1' ? [{ kind: 'set-term', term: { ...term, within: { kind: 'business-hours', seconds: 21_600 } } }] : []));
}
