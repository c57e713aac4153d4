import { oc } from '@orpc/contract';
import { workspaceInfoSchema } from '#shared/workspace/model.ts';

/** The sample workspace: a workspace of its own, made up, in the file that is open. */
export const sampleContract = {
  /** Fills the open workspace with the sample. Refused with `conflict` where anything was ever written in it. */
  create: oc.output(workspaceInfoSchema),
  /** Empties the sample workspace: afterwards it is as new. Refused with `rule-violated` where the open workspace is no sample. */
  remove: oc.output(workspaceInfoSchema),
};
