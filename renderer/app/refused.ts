import { refusedWorkspaceSchema, type RefusedWorkspace } from '#shared/workspace/refused.ts';

/** What the host says in the page where it could not open the workspace; null where it could. */
export function refusedWorkspace(): RefusedWorkspace | null {
  const content = document.querySelector<HTMLMetaElement>('meta[name="parley-refused"]')?.content;
  return content === undefined ? null : refusedWorkspaceSchema.parse(JSON.parse(content));
}
