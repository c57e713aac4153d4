import { agreementsMessages } from './agreements.ts';
import { attachmentsMessages } from './attachments.ts';
import { backupsMessages } from './backups.ts';
import { complianceMessages } from './compliance.ts';
import { calendarsMessages } from './calendars.ts';
import { desktopMessages } from './desktop.ts';
import { exclusionsMessages } from './exclusions.ts';
import { guideMessages } from './guide.ts';
import { historyMessages } from './history.ts';
import { importsMessages } from './imports.ts';
import { kitMessages } from './kit.ts';
import { monitoringMessages } from './monitoring.ts';
import { notesMessages } from './notes.ts';
import { organisationsMessages } from './organisations.ts';
import { peopleMessages } from './people.ts';
import { servicesMessages } from './services.ts';
import { settingsMessages } from './settings.ts';
import { shellMessages } from './shell.ts';
import { signingMessages } from './signing.ts';
import { staleMessages } from './stale.ts';
import { startMessages } from './start.ts';
import { tableMessages } from './table.ts';
import { todayMessages } from './today.ts';
import { ticketsMessages } from './tickets.ts';
import { workspaceMessages } from './workspace.ts';

/** The English catalogue: one file a place, joined here under the place's name. */
export const english = {
  agreements: agreementsMessages,
  attachments: attachmentsMessages,
  backups: backupsMessages,
  compliance: complianceMessages,
  calendars: calendarsMessages,
  desktop: desktopMessages,
  exclusions: exclusionsMessages,
  guide: guideMessages,
  history: historyMessages,
  imports: importsMessages,
  kit: kitMessages,
  monitoring: monitoringMessages,
  notes: notesMessages,
  organisations: organisationsMessages,
  people: peopleMessages,
  services: servicesMessages,
  settings: settingsMessages,
  shell: shellMessages,
  signing: signingMessages,
  stale: staleMessages,
  start: startMessages,
  table: tableMessages,
  tickets: ticketsMessages,
  today: todayMessages,
  workspace: workspaceMessages,
};
