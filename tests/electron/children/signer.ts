import { openCore } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';

/** Signs agreements one after the other, for both parties: the first signature seals the content, the second the file. Says each step. */
const [data = '', config = '', ...ids] = process.argv.slice(2);
const core = openCore({ data, config });
const client = createClient(core.context);
process.stdout.write('start\n');
for (const id of ids) {
  for (const person of ['Ann Lee', 'Bo Lind']) {
    await client.signing.sign({ id, version: 1, person, place: 'Berlin', at: '2026-01-20T10:00', signature: { method: 'typed', text: person } });
    process.stdout.write(`${id} ${person}\n`);
  }
}
process.stdout.write('done\n');
await core.close();
