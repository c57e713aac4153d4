import { openStore } from '#db/store.ts';
import { runImport } from '#electron/importers/run-import.ts';
import { importSettingsSchema } from '#shared/imports/model.ts';

/** Imports one file into a workspace; says `start` before and `done` after, unless it is killed. */
const [file = '', log = ''] = process.argv.slice(2);
const store = openStore({ file, device: { id: '01900000-0000-7000-8000-00000000bbbb', label: 'child' }, clock: Date.now });
process.stdout.write('start\n');
await runImport({ store, actorId: null, report: () => undefined, checkpoint: () => undefined }, { file: log, name: 'log.csv', settings: importSettingsSchema.parse({ kind: 'tickets', zone: 'UTC' }), dryRun: false });
process.stdout.write('done\n');
store.close();
