import { newId } from '#db/ids.ts';
import { openStore } from '#db/store.ts';

/** Writes changes into a workspace until it has written `count` or is killed; says the number of each commit on standard output. */
const [file = '', device = '', count = '0'] = process.argv.slice(2);
const store = openStore({ file, device: { id: device, label: 'child' }, clock: Date.now, busyTimeoutMs: 20_000 });
for (let written = 1; written <= Number(count); written += 1) {
  const id = newId();
  store.write({ command: 'test.child' }, (tx) => {
    tx.run('INSERT INTO organisations (id, name, is_ours) VALUES (?, ?, 0)', id, `${device} ${written}`);
    tx.run("INSERT INTO sites (id, organisation_id, name, zone) VALUES (?, ?, 'one', 'UTC')", newId(), id);
  });
  process.stdout.write(`${written}\n`);
}
store.close();
