import type { ParleyClient } from '#shared/contract.ts';
import type { RunningCore } from '#tests/fixtures/running-core.ts';

/** What a case may use: the client of one transport, on a workspace of its own that has been started by nobody. */
export type CaseWorld = { readonly client: ParleyClient; readonly core: RunningCore };

/** One call, made on purpose: what it needs first, the call itself, and what must be true of the answer. */
export type CallCase = (world: CaseWorld) => Promise<void>;

/** The cases of one feature, by the call's path, `workspace.info`. */
export type CallCases = Readonly<Record<string, CallCase>>;
