import { openStore } from '#db/store.ts';

/** Opens a workspace as whoever runs it, reads and tries to write; says what happened as JSON. */
const [file = ''] = process.argv.slice(2);

function attempt(): unknown {
  const store = openStore({ file, device: { id: '01900000-0000-7000-8000-00000000cccc', label: 'reader' }, clock: Date.now });
  const organisations = store.read((reader) => reader.value('SELECT count(*) FROM organisations'));
  try {
    store.write({ command: 'test.write' }, (tx) => tx.run("UPDATE organisations SET name = name || '!'"));
    return { organisations, isReadOnly: store.isReadOnly, written: true };
  } catch (error) {
    return { organisations, isReadOnly: store.isReadOnly, written: error instanceof Error && 'code' in error ? error.code : String(error) };
  } finally {
    store.close();
  }
}

try {
  process.stdout.write(JSON.stringify(attempt()));
} catch (error) {
  process.stdout.write(JSON.stringify({ refused: error instanceof Error && 'code' in error ? error.code : String(error), message: error instanceof Error ? error.message : '' }));
}
