import { oc, type ContractRouterClient, type EnhancedContractRouter } from '@orpc/contract';
import { agreementsContract } from './agreements/contract.ts';
import { attachmentsContract } from './attachments/contract.ts';
import { backupsContract } from './backups/contract.ts';
import { calendarsContract, closuresContract } from './calendars/contract.ts';
import { historyContract } from './history/contract.ts';
import { importsContract } from './imports/contract.ts';
import { complianceContract } from './compliance/contract.ts';
import { exclusionsContract } from './exclusions/contract.ts';
import { jobsContract } from './jobs/contract.ts';
import { exportsContract } from './exports/contract.ts';
import { refusalErrors } from './refusal.ts';
import { sampleContract } from './sample/contract.ts';
import { readingsContract } from './metrics/contract.ts';
import { notesContract } from './notes/contract.ts';
import { organisationsContract, sitesContract } from './organisations/contract.ts';
import { maintenanceContract, outagesContract } from './outages/contract.ts';
import { peopleContract } from './people/contract.ts';
import { searchContract } from './search/contract.ts';
import { servicesContract } from './services/contract.ts';
import { settingsContract } from './settings/contract.ts';
import { signingContract } from './signing/contract.ts';
import { ticketsContract } from './tickets/contract.ts';
import { viewsContract } from './views/contract.ts';
import { todayContract } from './today/contract.ts';
import { workspaceContract } from './workspace/contract.ts';

/** Every call of Parley, on one screen. A feature adds its contract here, with its type below, and its handlers in `electron/router.ts`. */
export const contract: EnhancedContractRouter<Features, typeof refusalErrors> = oc.errors(refusalErrors).router({
  workspace: workspaceContract,
  backups: backupsContract,
  settings: settingsContract,
  sample: sampleContract,
  today: todayContract,
  jobs: jobsContract,
  organisations: organisationsContract,
  sites: sitesContract,
  people: peopleContract,
  notes: notesContract,
  services: servicesContract,
  calendars: calendarsContract,
  closures: closuresContract,
  agreements: agreementsContract,
  signing: signingContract,
  compliance: complianceContract,
  exclusions: exclusionsContract,
  imports: importsContract,
  tickets: ticketsContract,
  outages: outagesContract,
  maintenance: maintenanceContract,
  readings: readingsContract,
  attachments: attachmentsContract,
  history: historyContract,
  search: searchContract,
  views: viewsContract,
  exports: exportsContract,
});

/** Written out, so that the compiler names the types of the features instead of copying them out. */
type Features = {
  workspace: typeof workspaceContract;
  backups: typeof backupsContract;
  settings: typeof settingsContract;
  sample: typeof sampleContract;
  today: typeof todayContract;
  jobs: typeof jobsContract;
  organisations: typeof organisationsContract;
  sites: typeof sitesContract;
  people: typeof peopleContract;
  notes: typeof notesContract;
  services: typeof servicesContract;
  calendars: typeof calendarsContract;
  closures: typeof closuresContract;
  agreements: typeof agreementsContract;
  signing: typeof signingContract;
  compliance: typeof complianceContract;
  exclusions: typeof exclusionsContract;
  imports: typeof importsContract;
  tickets: typeof ticketsContract;
  outages: typeof outagesContract;
  maintenance: typeof maintenanceContract;
  readings: typeof readingsContract;
  attachments: typeof attachmentsContract;
  history: typeof historyContract;
  search: typeof searchContract;
  views: typeof viewsContract;
  exports: typeof exportsContract;
};

/** What the page and the command line call: the same type over every transport. */
export type ParleyClient = ContractRouterClient<typeof contract>;
