/**
 * The commands that the change log names: one for each way in which a person or the program changes a workspace. The log keeps these words
 * for good, and screens find the way back by them. Imports and the first row of a new workspace have names of their own beside these.
 */
export const commands = [
  'workspace.start', 'workspace.sample', 'workspace.change', 'workspace.choose-person',
  'organisations.create', 'organisations.change', 'organisations.remove',
  'sites.create', 'sites.change', 'sites.remove',
  'people.create', 'people.change', 'people.remove', 'people.paste', 'people.assign-role', 'people.end-role',
  'people.import', 'people.hand-over', 'people.merge', 'organisations.merge',
  'notes.create', 'notes.change', 'notes.remove',
  'services.create', 'services.change', 'services.remove',
  'calendars.create', 'calendars.change', 'calendars.remove',
  'closures.add', 'closures.change', 'closures.remove', 'closures.decide', 'closures.import-holidays', 'closures.import-ics',
  'agreements.create', 'agreements.edit', 'agreements.begin-version', 'agreements.remove', 'agreements.move',
  'agreements.ask-for-approval', 'agreements.approve', 'agreements.reject',
  'agreements.begin-signing', 'agreements.sign', 'agreements.decline',
  'tickets.remove',
  'outages.create', 'outages.change', 'outages.remove',
  'maintenance.create', 'maintenance.change', 'maintenance.remove',
  'readings.create', 'readings.change', 'readings.remove', 'readings.paste',
  'exclusions.propose', 'exclusions.decide', 'exclusions.decide-maintenance', 'exclusions.remove',
  'imports.save-profile', 'imports.remove-profile', 'imports.set-coverage', 'imports.remap', 'imports.leave-out', 'imports.undo',
  'settings.set-logo', 'settings.set-colour', 'attachments.add', 'attachments.remove',
  'views.save', 'views.change', 'views.remove',
  'history.undo', 'history.redo', 'history.archive', 'history.unarchive',
] as const;

export type CommandName = (typeof commands)[number];
