import { asDated, changedAt, reachedAt, versionsOf, type AgreementRow, type VersionRow } from '#db/agreements/queries.ts';
import { readDocument } from '#db/agreements/document.ts';
import { listAgreements } from '#db/agreements/list.ts';
import { problemReasons } from '#db/imports/quarantine.ts';
import { organisationIdOf } from '#db/organisations/queries.ts';
import { findService } from '#db/services/queries.ts';
import { approvalState, peopleInRole, signatoriesOf } from '#db/signing/queries.ts';
import type { Reader } from '#db/store.ts';
import { quarantined, rolesOn, sourceEnds, type RoleRow } from '#db/today/queries.ts';
import { completeness } from '#shared/agreements/completeness.ts';
import { agreementDates } from '#shared/agreements/dates.ts';
import { isOpen, versionInForce } from '#shared/agreements/life-cycle.ts';
import { personRoles, type AgreementDocument } from '#shared/agreements/model.ts';
import { problemText } from '#shared/imports/problems.ts';
import { addDays, dateOf, type PlainDate } from '#shared/time/plain-date.ts';
import type { AgreementFact, RoleFact, TodayFacts } from '#shared/today/facts.ts';

/** Reviews are looked for this many days back and ahead. */
const lookDays = 120;

/** What the rules of Today need to know, as of a day in the workspace's zone. */
export function todayFacts(reader: Reader, today: PlainDate, personId: string | null, zone: string): TodayFacts {
  const roles = rolesOn(reader, today);
  return {
    today,
    personId,
    agreements: listAgreements(reader, { archived: false }).map((agreement) => agreementFact(reader, agreement, today, roles)),
    sources: sourceEnds(reader).map(({ until, ...source }) => ({ ...source, until: dateOf(until - 1, zone) })),
    quarantines: quarantined(reader).map(({ no, at, ...one }) => ({ ...one, on: dateOf(at, zone), reasons: problemReasons(reader, no).map(({ code, count }) => ({ text: problemText(code).toLowerCase(), count })) })),
    roles: roles.filter((role) => role.agreementId === null).flatMap(roleFact),
  };
}

function agreementFact(reader: Reader, agreement: AgreementRow, today: PlainDate, roles: readonly RoleRow[]): AgreementFact {
  const versions = versionsOf(reader, agreement.id);
  const inForceNumber = versionInForce(asDated(reader, versions), today)?.version;
  const inForce = versions.find((version) => version.version === inForceNumber);
  const open = versions.find((version) => isOpen(version.state));
  const shown = inForce ?? open ?? versions.at(-1);
  const document = shown === undefined ? null : readDocument(reader, agreement, shown);
  return {
    id: agreement.id,
    title: document?.title ?? agreement.title,
    customers: (document?.parties ?? []).filter((party) => party.side === 'customer').map((party) => party.organisation),
    roles: rolesAbout(reader, agreement.id, document, roles),
    inForce: inForce === undefined || document === null ? null : inForceFact(inForce, document, today),
    open: open === undefined ? null : openFact(reader, agreement, open, open === shown && document !== null ? document : readDocument(reader, agreement, open)),
  };
}

function inForceFact(version: VersionRow, document: AgreementDocument, today: PlainDate): AgreementFact['inForce'] {
  const near = agreementDates(document, { from: today });
  const { reviews } = agreementDates(document, { from: addDays(today, -lookDays), to: addDays(today, lookDays) });
  return { version: version.version, dates: { ...near, reviews }, renewalMonths: document.renewal.kind === 'automatic' ? document.renewal.months : null, from: version.validFromOn };
}

function openFact(reader: Reader, agreement: AgreementRow, version: VersionRow, document: AgreementDocument): AgreementFact['open'] {
  const approvals = approvalState(reader, agreement, version);
  const given = approvals.decisions.filter((decision) => decision.state === 'approved');
  const signatories = signatoriesOf(reader, version.id);
  const signers = signatories.length > 0 ? signatories.map((one) => ({ ...one.person, isSigned: one.state === 'signed' })) : peopleInRole(reader, agreement.id, 'signatory').map((one) => ({ ...one, isSigned: false }));
  const next = signers.find((one) => !one.isSigned);
  const since = version.state === 'draft' ? changedAt(reader, version) : reachedAt(reader, version);
  return {
    version: version.version,
    state: version.state,
    since: dateOf(since, document.zone),
    missing: completeness(document).missing,
    approvals: {
      asked: approvals.asked.map((person) => person.name),
      waitingFor: approvals.asked.filter((person) => !given.some((decision) => decision.person.id === person.id)).map(({ id, name }) => ({ id, name })),
      given: given.length,
      needed: approvals.needed,
    },
    nextSigner: next === undefined ? null : { id: next.id, name: next.name },
    signed: signers.filter((one) => one.isSigned).length,
    signers: signers.length,
  };
}

/** Roles on the agreement itself, else those on its services and its own provider. */
function rolesAbout(reader: Reader, agreementId: string, document: AgreementDocument | null, roles: readonly RoleRow[]): RoleFact[] {
  const services = new Set((document?.services ?? []).flatMap((one) => findService(reader, one.service)?.id ?? []));
  const providers = new Set((document?.parties ?? []).filter((party) => party.side === 'provider').flatMap((party) => organisationIdOf(reader, party.organisation) ?? []));
  return roles
    .filter((role) => role.agreementId === agreementId || (role.serviceId !== null && services.has(role.serviceId)) || (role.organisationId !== null && providers.has(role.organisationId)))
    .flatMap(roleFact);
}

function roleFact({ personId, role }: RoleRow): RoleFact[] {
  const known = personRoles.find((one) => one === role);
  return known === undefined ? [] : [{ personId, role: known }];
}
