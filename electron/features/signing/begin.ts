import { sealVersion, type Edition } from '#db/signing/sign.ts';
import type { Tx } from '#db/store.ts';
import { ParleyError } from '#shared/errors.ts';
import type { CoreContext } from '#electron/core.ts';
import { printEdition } from './edition.ts';
import { refuseObstacles, signingPlan, type SigningPlan } from './plan.ts';
import { printOf } from './print.ts';

type BeginInput = { readonly id: string; readonly version: number; readonly actorId: string };

/** Freezes an approved version, so that all parties sign the same content; nothing in it changes from then on. */
export async function beginSigning(context: CoreContext, input: BeginInput): Promise<void> {
  const now = context.clock();
  const { plan, print } = context.documents.read((reader) => {
    const before = signingPlan(reader, input.id, input.version);
    refuseObstacles(before);
    return { plan: before, print: printOf(reader, before, { state: 'signing', signatures: [], sealedAt: null, now }) };
  });
  const edition = await printEdition(print);
  context.store.write({ command: 'agreements.begin-signing', actorId: input.actorId, subjectId: plan.agreement.id }, (tx) => sealPlan(tx, plan, edition));
}

/** Seals what was planned. Throws `conflict` where the content, the state or the signatures have moved on since. */
export function sealPlan(tx: Tx, plan: SigningPlan, edition: Edition): SigningPlan {
  const present = unchangedPlan(tx, plan);
  sealVersion(tx, present.agreement, present.version, present.document, edition);
  return signingPlan(tx, plan.agreement.id, plan.version.version);
}

export function unchangedPlan(tx: Tx, plan: SigningPlan): SigningPlan {
  const present = signingPlan(tx, plan.agreement.id, plan.version.version);
  refuseObstacles(present);
  const given = (of: SigningPlan) => of.signers.filter((signer) => signer.state === 'signed').length;
  if (present.manifestHash !== plan.manifestHash || present.version.state !== plan.version.state || given(present) !== given(plan)) {
    throw new ParleyError('conflict', 'Something in this version changed while it was being signed. Nothing was recorded.', { wayOut: 'Look at it again, then sign.' });
  }
  return present;
}
