import { recordSignature, type SignatureInput } from '#db/signing/sign.ts';
import type { PrintedSignature } from '#shared/agreements/document.ts';
import { ParleyError } from '#shared/errors.ts';
import type { SignInput } from '#shared/signing/contract.ts';
import { pngSize, signatureFileKind, signatureMediaTypes } from '#shared/signing/pictures.ts';
import { formatInstant, parseInstantAt, type Instant } from '#shared/time/instant.ts';
import type { CoreContext } from '#electron/core.ts';
import { sealPlan, unchangedPlan } from './begin.ts';
import { printEdition, sha256Of } from './edition.ts';
import { refuseObstacles, signingPlan, type Signer, type SigningPlan } from './plan.ts';
import { printOf, recordedSignatures } from './print.ts';
import { statementOf } from './statement.ts';

/** Largest drawing and scan, bytes. */
const largestDrawing = 4_000_000;
const largestScan = 50_000_000;
const largestSide = 6000;
/** What the clocks of two computers may differ, ms: a scan was signed elsewhere. */
const clockTolerance = 5 * 60_000;

type Signed = { state: 'signing' | 'signed'; signed: number; of: number; sha256: string };
type Act = { readonly kind: 'typed'; readonly text: string } | { readonly kind: 'drawn'; readonly png: Uint8Array } | { readonly kind: 'paper'; readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/**
 * One signature. The first freezes the content, the last seals the file. Refused (`rule-violated`) before the approvals, for somebody
 * who is no signatory, who has signed, or whose turn it is not; what was signed elsewhere is recorded in any order.
 */
export async function sign(context: CoreContext, input: SignInput): Promise<Signed> {
  const act = readAct(context, input.signature);
  const now = context.clock();
  const planned = context.documents.read((reader) => {
    const plan = signingPlan(reader, input.id, input.version);
    refuseObstacles(plan);
    const signer = signerNamed(plan, input.person, act.kind);
    const signature = printedSignature(plan, signer, input, act, now);
    const before = recordedSignatures(reader, plan.signers);
    const isLast = plan.signers.every((other) => other === signer || other.state === 'signed');
    const signatures = inTurn(plan, [...before, signature]);
    return {
      plan,
      signer,
      signature,
      frozen: plan.version.state === 'approved' ? printOf(reader, plan, { state: 'signing', signatures: [], sealedAt: null, now }) : null,
      print: printOf(reader, plan, { state: isLast ? 'signed' : 'signing', signatures, sealedAt: isLast ? now : null, now }),
    };
  });
  const { plan, signer, signature } = planned;
  const frozen = planned.frozen ? await printEdition(planned.frozen) : null;
  const edition = await printEdition(planned.print);
  const isLast = context.store.write({ command: 'agreements.sign', actorId: signer.person.id, subjectId: plan.agreement.id }, (tx) => {
    const present = frozen ? sealPlan(tx, plan, frozen) : unchangedPlan(tx, plan);
    const own = present.signers.find((other) => other.person.id === signer.person.id);
    if (!own || own.signatoryId === null) throw new ParleyError('conflict', `${signer.person.name} is no signatory any more.`);
    return recordSignature(tx, present.agreement, present.version, present.document, signatureInput(own.signatoryId, signature, present.manifestHash, act), edition);
  });
  return { state: isLast ? 'signed' : 'signing', signed: plan.signers.filter((other) => other.state === 'signed').length + 1, of: plan.signers.length, sha256: edition.sha256 };
}

/** The signatory that a name or id means, where it is theirs to sign now. */
export function signerNamed(plan: SigningPlan, person: string, method: Act['kind']): Signer {
  const refuse = (message: string, wayOut?: string) => new ParleyError('rule-violated', message, { details: [{ path: 'person', message }], ...(wayOut === undefined ? {} : { wayOut }) });
  const wanted = person.trim().toLowerCase();
  const named = plan.signers.filter((signer) => signer.person.id === person || signer.person.name.toLowerCase() === wanted);
  const signer = named.find((candidate) => candidate.state === 'waiting') ?? named[0];
  if (!signer) throw refuse(`${person} is no signatory of this version: ${plan.signers.map((candidate) => candidate.person.name).join(', ')} sign it.`);
  if (signer.state !== 'waiting') throw refuse(`${signer.person.name} has ${signer.state} already.`);
  const next = plan.signers.find((candidate) => candidate.state === 'waiting');
  if (method !== 'paper' && next && next !== signer) throw refuse(`It is ${next.person.name}'s turn; ${signer.person.name} signs after that.`);
  return signer;
}

function printedSignature(plan: SigningPlan, signer: Signer, input: SignInput, act: Act, now: Instant): PrintedSignature {
  const at = parseInstantAt('at', input.at, plan.document.zone);
  if (at > now + clockTolerance) {
    throw new ParleyError('rule-violated', 'A signature cannot be dated in the future.', {
      details: [{ path: 'at', message: `It is ${formatInstant(now, plan.document.zone)} now` }],
      wayOut: "Enter when it was signed, or correct this computer's clock.",
    });
  }
  const common = {
    side: signer.side,
    organisation: signer.person.organisation,
    person: signer.person.name,
    position: input.role ?? signer.person.jobTitle ?? 'Signatory',
    place: input.place,
    at,
    statement: input.statement ?? statementOf(plan, signer),
  };
  if (act.kind === 'typed') return { ...common, kind: 'typed', text: act.text };
  if (act.kind === 'drawn') return { ...common, kind: 'drawn', png: act.png };
  return { ...common, kind: 'paper', scan: { name: act.name, sha256: sha256Of(act.bytes) } };
}

function signatureInput(signatoryId: string, signature: PrintedSignature, manifestHash: string, act: Act): SignatureInput {
  const common = { signatoryId, name: signature.person, roleTitle: signature.position ?? '', place: signature.place, signedAt: signature.at, statement: signature.statement ?? '', manifestHash };
  if (act.kind === 'typed') return { ...common, method: 'typed', text: act.text };
  if (act.kind === 'drawn') return { ...common, method: 'drawn', image: act.png };
  return { ...common, method: 'paper', scan: { name: act.name, mediaType: act.mediaType, bytes: act.bytes } };
}

function inTurn(plan: SigningPlan, signatures: readonly PrintedSignature[]): PrintedSignature[] {
  const turn = (signature: PrintedSignature) => plan.signers.findIndex((signer) => signer.person.name === signature.person && signer.person.organisation === signature.organisation);
  return [...signatures].sort((a, b) => turn(a) - turn(b));
}

function readAct(context: CoreContext, signature: SignInput['signature']): Act {
  if (signature.method === 'typed') return { kind: 'typed', text: signature.text };
  const { name } = context.files.get(signature.file);
  const refuse = (message: string, wayOut: string) => new ParleyError('invalid-input', message, { details: [{ path: 'signature.file', message }], wayOut });
  if (context.files.get(signature.file).bytes > largestScan) throw refuse(`${name} is larger than ${largestScan / 1_000_000} MB.`, 'Scan it with fewer dots per inch.');
  const bytes = context.files.read(signature.file);
  const kind = signatureFileKind(bytes);
  if (signature.method === 'paper') {
    if (kind === null) throw refuse(`${name} is no PDF, PNG or JPEG.`, 'Attach the signed scan as a PDF or a picture.');
    return { kind: 'paper', name, mediaType: signatureMediaTypes[kind], bytes };
  }
  const size = kind === 'png' ? pngSize(bytes) : null;
  if (!size) throw refuse(`${name} is no whole PNG.`, 'A drawn signature is a PNG.');
  if (size.width === 0 || size.height === 0 || size.width > largestSide || size.height > largestSide || bytes.length > largestDrawing) {
    throw refuse(`${name} has ${size.width} × ${size.height} pixels and ${bytes.length} bytes.`, `A drawing has at most ${largestSide} pixels a side and ${largestDrawing / 1_000_000} MB.`);
  }
  return { kind: 'drawn', png: bytes };
}
