/** The first start: own organisation and person. */
export const startMessages = {
  title: 'Your own organisation',
  lead: 'The party that you act for in every agreement.',
  organisation: 'Organisation',
  person: 'Your name',
  personHelp: 'Stands beside what you write, decide and sign',
  keptIn: 'Kept in',
  start: 'Start',
  startWith: 'Start with {organisation}',
  organisationMissing: 'Type the name of your organisation.',
  personMissing: 'Type your name.',
  offline: 'Nothing leaves this computer.',
  version: 'Parley {version}',
  failed: 'The workspace was not started',
} as const;
