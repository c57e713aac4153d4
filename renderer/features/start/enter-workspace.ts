import type { QueryClient } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { WorkspaceInfo } from '#shared/workspace/model.ts';

/** Shows a workspace that began or ended just now. What was asked of the one before is forgotten, so that no page shows it for a moment. */
export async function enterWorkspace(queries: QueryClient, workspace: WorkspaceInfo): Promise<void> {
  queries.removeQueries({ type: 'inactive' });
  queries.setQueryData(api.workspace.info.queryKey(), workspace);
  await queries.invalidateQueries();
}
