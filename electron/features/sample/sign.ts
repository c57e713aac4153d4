import { recordSignature, type SignatureInput } from '#db/signing/sign.ts';
import type { PrintedSignature } from '#shared/agreements/document.ts';
import type { SampleSignature } from '#shared/sample/agreements.ts';
import { scanText } from '#shared/sample/scan.ts';
import type { CoreContext } from '#electron/core.ts';
import { sealPlan } from '../signing/begin.ts';
import { printEdition, sha256Of } from '../signing/edition.ts';
import { refuseObstacles, signingPlan, type Signer, type SigningPlan } from '../signing/plan.ts';
import { printOf } from '../signing/print.ts';
import { statementOf } from '../signing/statement.ts';

type Signed = { readonly signer: Signer; readonly printed: PrintedSignature };
const scanName = 'signed-agreement.pdf';

/**
 * The signatures of one sitting, recorded in one change with one printed edition: what a sample's past needs. The rules are those of
 * signing: nothing without the approvals, everything frozen by the first signature and sealed with the last. The edition is printed
 * while other work goes on; what this answers waits for it and records.
 */
export function signTogether(context: CoreContext, agreement: { readonly id: string; readonly version: number }, signatures: readonly SampleSignature[], actorId: string | null): () => Promise<void> {
  const { plan, signed, print } = context.documents.read((reader) => {
    const before = signingPlan(reader, agreement.id, agreement.version);
    refuseObstacles(before);
    const given = signatures.map((signature): Signed => signedBy(before, signature));
    const now = context.clock();
    return { plan: before, signed: given, print: printOf(reader, before, { state: 'signed', signatures: given.map((one) => one.printed), sealedAt: now, now }) };
  });
  const printing = printEdition(print);
  // Whoever waits for it hears of a failure; until then nobody does.
  printing.catch(() => null);
  return async () => {
    const edition = await printing;
    context.store.write({ command: 'agreements.sign', actorId, subjectId: plan.agreement.id }, (tx) => {
      const sealed = sealPlan(tx, plan, edition);
      for (const one of signed) {
        const own = sealed.signers.find((signer) => signer.person.id === one.signer.person.id);
        if (typeof own?.signatoryId === 'string') recordSignature(tx, sealed.agreement, sealed.version, sealed.document, inputOf(own.signatoryId, one, sealed.manifestHash), edition);
      }
    });
  };
}

function signedBy(plan: SigningPlan, { person, how, place, at }: SampleSignature): Signed {
  const signer = plan.signers.find((candidate) => candidate.person.name === person);
  if (signer === undefined) throw new Error(`${person} signs nothing in the sample.`);
  const common = { side: signer.side, organisation: signer.person.organisation, person, position: signer.person.jobTitle ?? 'Signatory', place, at, statement: statementOf(plan, signer) };
  return { signer, printed: how === 'typed' ? { ...common, kind: 'typed', text: person } : { ...common, kind: 'paper', scan: { name: scanName, sha256: sha256Of(scanOf(person)) } } };
}

function inputOf(signatoryId: string, { printed }: Signed, manifestHash: string): SignatureInput {
  const common = { signatoryId, name: printed.person, roleTitle: printed.position ?? '', place: printed.place, signedAt: printed.at, statement: printed.statement ?? '', manifestHash };
  return printed.kind === 'paper' ? { ...common, method: 'paper', scan: { name: scanName, mediaType: 'application/pdf', bytes: scanOf(printed.person) } } : { ...common, method: 'typed', text: printed.person };
}

function scanOf(person: string): Uint8Array {
  return new TextEncoder().encode(scanText(person));
}
