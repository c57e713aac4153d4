/** The history of the workspace and of every record, the recycle bin and the archive. */
const places = {
  title: 'History',
  bin: 'Recycle bin',
  archive: 'Archive',
  everyone: 'Everyone',
  empty: 'Nothing was changed yet.',
  more: 'Show earlier changes',
  program: 'The program',
  undo: 'Undo',
  redo: 'Do it again',
  undoOf: 'Undo: {what}',
  redoOf: 'Do it again: {what}',
  taken: 'taken back',
  done: 'Taken back',
  redone: 'Done again',
  moreRows: { one: '{count} more', other: '{count} more' },
  'why-approval': 'An approval stays: another person has seen it. Change the draft and ask again.',
  'why-signature': 'A seal or signature stays. Begin the next version.',
  binEmpty: 'The recycle bin is empty.',
  binText: 'What you delete waits here, with everything that went along, until you bring it back.',
  binAlong: 'with {parts}',
  back: 'Bring back',
  backDone: '{name} is back',
  name: 'Name',
  kind: 'Kind',
  deletedAt: 'Deleted',
  who: 'By',
  archivedOn: 'Archived on',
  archiveEmpty: 'Nothing is archived.',
  archiveText: 'Archived records are hidden from lists and choices, kept, and found by the search.',
  unarchive: 'Take out',
  put: 'Archive',
  wasPut: '{name} is archived',
  take: 'Take out of the archive',
} as const;

const sentences = {
  added: '{subject} added',
  removed: '{subject} removed',
  changed: '{subject}: {changes}',
  field: '{field}: {before} → {after}',
  none: 'none',
  yes: 'yes',
  no: 'no',
  said: '{what}: {name}',
} as const;

const deeds = {
  'did-workspace.create': 'made the workspace', 'did-workspace.start': 'began the workspace', 'did-workspace.sample': 'made the sample', 'did-workspace.change': 'changed the settings', 'did-workspace.choose-person': 'chose who is at this computer',
  'did-organisations.create': 'added an organisation', 'did-organisations.change': 'changed an organisation', 'did-organisations.remove': 'deleted an organisation',
  'did-sites.create': 'added a site', 'did-sites.change': 'changed a site', 'did-sites.remove': 'deleted a site',
  'did-people.create': 'added a person', 'did-people.change': 'changed a person', 'did-people.remove': 'deleted a person', 'did-people.paste': 'pasted contacts', 'did-people.assign-role': 'gave a role', 'did-people.end-role': 'ended a role',
  'did-people.import': 'imported contacts', 'did-people.hand-over': 'handed everything over', 'did-people.merge': 'joined duplicates', 'did-organisations.merge': 'joined duplicates',
  'did-notes.create': 'noted', 'did-notes.change': 'changed a note', 'did-notes.remove': 'deleted a note',
  'did-services.create': 'added a service', 'did-services.change': 'changed a service', 'did-services.remove': 'deleted a service',
  'did-calendars.create': 'added a calendar', 'did-calendars.change': 'changed a calendar', 'did-calendars.remove': 'deleted a calendar',
  'did-closures.add': 'added a closure', 'did-closures.change': 'changed a closure', 'did-closures.remove': 'deleted closures', 'did-closures.decide': 'decided on closures', 'did-closures.import-holidays': 'took in public holidays', 'did-closures.import-ics': 'took in closures of a file',
  'did-agreements.create': 'wrote a draft', 'did-agreements.edit': 'changed the draft', 'did-agreements.begin-version': 'began the next version', 'did-agreements.remove': 'deleted the draft', 'did-agreements.move': 'moved the version on',
  'did-agreements.ask-for-approval': 'asked for approval', 'did-agreements.approve': 'approved', 'did-agreements.reject': 'sent it back', 'did-agreements.begin-signing': 'opened it for signing', 'did-agreements.sign': 'signed', 'did-agreements.decline': 'declined to sign',
  'did-tickets.remove': 'deleted a ticket', 'did-imports.tickets': 'imported tickets', 'did-imports.outages': 'imported outages', 'did-imports.metrics': 'imported metric values',
  'did-outages.create': 'added an outage', 'did-outages.change': 'changed an outage', 'did-outages.remove': 'deleted an outage',
  'did-maintenance.create': 'planned maintenance', 'did-maintenance.change': 'changed maintenance', 'did-maintenance.remove': 'deleted maintenance',
  'did-readings.create': 'entered a metric value', 'did-readings.change': 'changed a metric value', 'did-readings.remove': 'deleted a metric value', 'did-readings.paste': 'pasted metric values',
  'did-exclusions.propose': 'proposed an exclusion', 'did-exclusions.decide': 'decided on an exclusion', 'did-exclusions.decide-maintenance': 'decided on maintenance', 'did-exclusions.remove': 'deleted an exclusion',
  'did-imports.save-profile': 'saved an import profile', 'did-imports.remove-profile': 'deleted an import profile', 'did-imports.set-coverage': 'said what span is covered', 'did-imports.remap': 'changed what values mean', 'did-imports.undo': 'took an import back',
  'did-views.save': 'saved a view', 'did-views.change': 'changed a view', 'did-views.remove': 'deleted a view',
  'did-history.archive': 'archived', 'did-history.unarchive': 'took out of the archive', 'did-undo': 'took back: {what}', 'did-redo': 'did again: {what}', 'did-other': 'changed something',
} as const;

const tables = {
  'table-workspace': 'Workspace', 'table-organisations': 'Organisation', 'table-sites': 'Site', 'table-people': 'Person', 'table-role_assignments': 'Role', 'table-services': 'Service', 'table-calendars': 'Calendar',
  'table-calendar_versions': 'Version', 'table-calendar_hours': 'Hours', 'table-closures': 'Closure', 'table-agreements': 'Agreement', 'table-agreement_versions': 'Version', 'table-version_parties': 'Party',
  'table-version_services': 'Service', 'table-version_terms': 'Term', 'table-approvals': 'Approval', 'table-signatories': 'Signatory', 'table-signatures': 'Signature', 'table-imports': 'Import', 'table-import_profiles': 'Import profile',
  'table-saved_views': 'View', 'table-tickets': 'Ticket', 'table-outages': 'Outage', 'table-maintenance_windows': 'Maintenance', 'table-readings': 'Metric value', 'table-exclusions': 'Exclusion', 'table-sources': 'Source',
  'table-mappings': 'Meaning', 'table-coverages': 'Coverage', 'table-attachments': 'Attachment', 'table-internal_notes': 'Note', 'table-internal_note_people': 'Somebody there', 'table-term_contents': 'Wording',
} as const;

const fields = {
  'field-name': 'name', 'field-title': 'title', 'field-number': 'number', 'field-kind': 'kind', 'field-parent_id': 'part of', 'field-is_ours': 'own organisation', 'field-zone': 'time zone', 'field-default_zone': 'time zone', 'field-language': 'language', 'field-currency': 'currency',
  'field-archived_on': 'archived', 'field-calendar_id': 'calendar', 'field-calendar_version_id': 'calendar', 'field-organisation_id': 'organisation', 'field-own_organisation_id': 'own organisation', 'field-service_id': 'service', 'field-site_id': 'site', 'field-agreement_id': 'agreement', 'field-person_id': 'person',
  'field-email': 'e-mail', 'field-phone': 'telephone', 'field-job_title': 'job title', 'field-is_user': 'may use Parley here', 'field-role': 'role', 'field-side': 'side', 'field-from_on': 'from', 'field-to_on': 'last day',
  'field-status': 'status', 'field-owner_id': 'owner', 'field-description': 'description', 'field-state': 'state', 'field-label': 'label', 'field-purpose': 'purpose', 'field-short_name': 'short name', 'field-address': 'address', 'field-register_number': 'register number',
  'field-goal_ms': 'goal', 'field-goal_days': 'goal in days', 'field-goal_ppb': 'goal', 'field-goal_count': 'goal', 'field-share_ppb': 'share', 'field-body_text': 'text', 'field-metric': 'metric', 'field-day_meaning': 'days', 'field-measured_per': 'measured per',
  'field-valid_from_on': 'first day', 'field-valid_to_on': 'last day', 'field-version': 'version', 'field-starts_at': 'from', 'field-ends_at': 'to', 'field-started_at': 'from', 'field-ended_at': 'to', 'field-announced_at': 'announced', 'field-approved_by': 'approved by', 'field-reason': 'reason',
  'field-opens_minute': 'opens', 'field-closes_minute': 'closes', 'field-weekday': 'weekday', 'field-from_day': 'from', 'field-to_day': 'to', 'field-decided_by_id': 'decided by', 'field-decided_at': 'decided', 'field-requested_by_id': 'asked by', 'field-value_count': 'value', 'field-value_ppb': 'value', 'field-value_ms': 'value', 'field-note': 'note', 'field-channel': 'how', 'field-said_by_id': 'said by', 'field-said_at': 'said', 'field-merged_into_id': 'joined with', 'field-deputy_of_id': 'deputy',
} as const;

export const historyMessages = { ...places, ...sentences, ...deeds, ...tables, ...fields } as const;
