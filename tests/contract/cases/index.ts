import type { CallCases } from '../case.ts';
import { agreementsCases } from './agreements.ts';
import { attachmentsCases } from './attachments.ts';
import { backupsCases } from './backups.ts';
import { calendarsCases } from './calendars.ts';
import { catalogueCases } from './catalogue.ts';
import { complianceCases } from './compliance.ts';
import { exclusionsCases } from './exclusions.ts';
import { historyCases } from './history.ts';
import { importsCases } from './imports.ts';
import { jobsCases } from './jobs.ts';
import { notesCases } from './notes.ts';
import { peopleCases } from './people.ts';
import { sampleCases } from './sample.ts';
import { searchCases } from './search.ts';
import { settingsCases } from './settings.ts';
import { signingCases } from './signing.ts';
import { todayCases } from './today.ts';
import { typedCases } from './typed.ts';
import { viewsCases } from './views.ts';
import { workspaceCases } from './workspace.ts';

/** Every call has a case. A feature adds `tests/contract/cases/<feature>.ts` and its line here; a call without one fails the test. */
export const cases: CallCases = {
  ...workspaceCases,
  ...backupsCases,
  ...settingsCases,
  ...attachmentsCases,
  ...sampleCases,
  ...todayCases,
  ...jobsCases,
  ...catalogueCases,
  ...notesCases,
  ...peopleCases,
  ...calendarsCases,
  ...historyCases,
  ...searchCases,
  ...importsCases,
  ...typedCases,
  ...agreementsCases,
  ...exclusionsCases,
  ...complianceCases,
  ...signingCases,
  ...viewsCases,
};
