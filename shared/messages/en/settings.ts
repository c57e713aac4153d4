/** Settings: look, workspace, person. */
export const settingsMessages = {
  look: 'Look',
  workspace: 'Workspace',
  organisation: 'Own organisation',
  person: 'Person at this computer',
  file: 'Kept in',
  zone: 'Time zone',
  version: 'Version',
} as const;
