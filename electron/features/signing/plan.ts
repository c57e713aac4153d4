import { readDocument } from '#db/agreements/document.ts';
import { agreementNamed, versionNumbered, type AgreementRow, type VersionRow } from '#db/agreements/queries.ts';
import { approvalsMissing, approvalState, peopleInRole, signatoriesOf, standingManifest, type PersonRef, type SignatureRow } from '#db/signing/queries.ts';
import { sideOf } from '#db/agreements/parties.ts';
import type { Reader } from '#db/store.ts';
import type { AgreementDocument } from '#shared/agreements/model.ts';
import { ParleyError, type ErrorDetail } from '#shared/errors.ts';

/** Somebody who signs: on record once signing has begun, before that from the roles. */
export type Signer = {
  readonly person: PersonRef;
  readonly side: 'provider' | 'customer';
  readonly turn: number;
  readonly state: 'waiting' | 'signed' | 'declined';
  readonly signature: SignatureRow | null;
  /** Id of the signatory's record; null before signing has begun. */
  readonly signatoryId: string | null;
};

/** Where the signing of one version stands. */
export type SigningPlan = {
  readonly agreement: AgreementRow;
  readonly version: VersionRow;
  readonly document: AgreementDocument;
  readonly manifestHash: string;
  readonly signers: readonly Signer[];
  /** Why nobody can sign now; empty where signing can begin or go on. */
  readonly obstacles: readonly ErrorDetail[];
};

export function signingPlan(reader: Reader, idOrNumber: string, versionNumber: number): SigningPlan {
  const agreement = agreementNamed(reader, idOrNumber);
  const version = versionNumbered(reader, agreement, versionNumber);
  const document = readDocument(reader, agreement, version);
  const signers = version.sealedAt === null ? futureSigners(reader, agreement, document) : recordedSigners(reader, version);
  return { agreement, version, document, manifestHash: standingManifest(reader, agreement, version).hash, signers, obstacles: obstaclesOf(reader, agreement, version, document, signers) };
}

/** Throws `rule-violated` with every obstacle. */
export function refuseObstacles(plan: SigningPlan): void {
  const [first] = plan.obstacles;
  if (first) throw new ParleyError('rule-violated', `Version ${plan.version.version} of ${plan.agreement.number} cannot be signed: ${first.message}`, { details: plan.obstacles });
}

function recordedSigners(reader: Reader, version: VersionRow): Signer[] {
  return signatoriesOf(reader, version.id).map(({ id, ...signatory }) => ({ ...signatory, signatoryId: id }));
}

function futureSigners(reader: Reader, agreement: AgreementRow, document: AgreementDocument): Signer[] {
  return peopleInRole(reader, agreement.id, 'signatory').map((person, index) => ({
    person, side: sideOf(document, person.organisation), turn: index + 1, state: 'waiting' as const, signature: null, signatoryId: null,
  }));
}

function obstaclesOf(reader: Reader, agreement: AgreementRow, version: VersionRow, document: AgreementDocument, signers: readonly Signer[]): ErrorDetail[] {
  if (version.state === 'signed') return [{ path: 'version', message: 'every signature is given' }];
  if (version.state === 'rejected' || version.state === 'abandoned') return [{ path: 'version', message: `it is ${version.state}` }];
  if (version.state === 'signing') return [];
  const obstacles: ErrorDetail[] = [];
  const missing = approvalsMissing(approvalState(reader, agreement, version));
  if (missing !== null) obstacles.push({ path: 'approvals', message: missing });
  else if (version.state !== 'approved') obstacles.push({ path: 'version', message: `it is ${version.state}, not approved` });
  if (document.term === undefined) obstacles.push({ path: 'term', message: 'the agreement has no first and last day' });
  if (signers.length === 0) obstacles.push({ path: 'people', message: 'nobody is named as a signatory' });
  return obstacles;
}
