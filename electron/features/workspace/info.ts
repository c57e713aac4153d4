import { workspacePerson, workspaceRow } from '#db/workspace/queries.ts';
import type { WorkspaceInfo } from '#shared/workspace/model.ts';
import type { CoreContext } from '#electron/core.ts';

/** What is open and who acts. */
export function workspaceInfo(context: CoreContext): WorkspaceInfo {
  const personId = context.actor.personId;
  return context.store.read((reader) => {
    const workspace = workspaceRow(reader);
    const person = personId === null ? null : workspacePerson(reader, personId);
    return {
      id: workspace.id,
      file: context.store.file,
      name: workspace.name,
      started: workspace.organisation !== null && person !== null,
      isSample: workspace.isSample,
      organisation: workspace.organisation,
      person,
      zone: workspace.zone,
      language: workspace.language,
      currency: workspace.currency,
      version: context.version,
    };
  });
}
