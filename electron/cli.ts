import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { agreementCommands } from './cli/agreements.ts';
import { calendarCommands } from './cli/calendars.ts';
import { catalogueCommands } from './cli/catalogue.ts';
import type { Command } from './cli/command.ts';
import { historyCommands } from './cli/history.ts';
import { contactCommands } from './cli/contacts.ts';
import { importCommands } from './cli/imports.ts';
import { runCommandLine } from './cli/run.ts';
import { complianceCommands } from './cli/compliance.ts';
import { searchCommands } from './cli/search.ts';
import { signingCommands } from './cli/signing.ts';
import { workspaceCommands } from './cli/workspace.ts';
import { openIncidentLog } from './incident-log.ts';
import { configurationDirectory } from './installation.ts';

/** Every command. A feature adds its list here. */
const commands: readonly Command[] = [...workspaceCommands, ...catalogueCommands, ...contactCommands, ...calendarCommands, ...agreementCommands, ...signingCommands, ...complianceCommands, ...importCommands, ...historyCommands, ...searchCommands];

// A reader that has seen enough (`| head`) ends the command quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  commands,
  // Loaded only where a workspace is opened: the pure commands start in a fraction of the time.
  open: async ({ data, config, as }) => {
    const [{ openCore }, { createClient }] = await Promise.all([import('./core.ts'), import('./router.ts')]);
    const core = openCore({ data: data ?? null, config: config ?? null, as: as ?? null });
    return { client: createClient(core.context), files: core.context.files, close: () => core.close() };
  },
  callerFolder: process.env['INIT_CWD'] ?? process.cwd(),
  out: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
  incident: (error) => {
    const id = randomUUID().slice(0, 8);
    openIncidentLog(path.join(configurationDirectory(null), 'log', 'command-line.log'), Date.now).record(id, 'command line', error);
    return id;
  },
});
