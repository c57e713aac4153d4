import { personNamed } from '#db/workspace/queries.ts';
import { agreementDocumentSchema } from '#shared/agreements/model.ts';
import type { ParleyClient } from '#shared/contract.ts';
import type { SampleAgreement, SampleDeed } from '#shared/sample/agreements.ts';
import type { CoreContext } from '#electron/core.ts';
import type { CallAs, SampleStep } from './create.ts';
import { signTogether } from './sign.ts';

type Begun = { readonly id: string; readonly version: number };

/** The life of one agreement of the sample, step by step. The first step creates it; the others find it by what that answered. */
export function agreementSteps(context: CoreContext, as: CallAs, { document, deeds }: SampleAgreement): SampleStep[] {
  let begun: Begun = { id: '', version: 1 };
  return deeds.map((deed) => ({
    at: deed.at,
    run: async () => {
      const client = as(deed.by);
      if (deed.deed === 'sign') return signTogether(context, begun, deed.signatures, context.store.read((reader) => personNamed(reader, deed.by)));
      if (deed.deed === 'create') begun = await client.agreements.create(agreementDocumentSchema.parse(document));
      else if (deed.deed === 'begin-version') begun = await client.agreements.beginVersion({ id: begun.id });
      else await act(client, begun.id, deed);
      return null;
    },
  }));
}

async function act(client: ParleyClient, id: string, deed: SampleDeed): Promise<void> {
  if (deed.deed === 'ask') await client.agreements.askForApproval({ id });
  if (deed.deed === 'approve') await client.agreements.approve({ id, by: deed.by });
  if (deed.deed === 'edit') {
    const { hash } = await client.agreements.view({ id });
    await client.agreements.edit({ id, hash, edits: [...deed.edits] });
  }
}
