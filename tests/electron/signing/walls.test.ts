import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { newId } from '#db/ids.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';
import { openTestCore } from '#tests/fixtures/core.ts';

const marker = 'INTERNAL-5b1f';

it('no file and no preview of an agreement contains a byte of what is internal', async () => {
  const { core, client } = openTestCore();
  const { id } = await client.agreements.create(mailDocument());
  const internal = core.context.store.read((reader) => reader.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'internal_*'"));
  expect(internal.map((table) => table.name), 'a new internal table needs its marker below').toEqual(['internal_notes', 'internal_note_people']);
  core.context.store.write({ command: 'test.mark' }, (tx) => {
    for (const record of tx.all<{ id: string }>('SELECT id FROM records')) tx.run('INSERT INTO internal_notes (id, record_id, body_json) VALUES (?, ?, ?)', newId(), record.id, JSON.stringify(marker));
  });
  expect(core.context.documents.read((reader) => reader.all('SELECT * FROM internal_notes'))).toEqual([]);
  const { file } = await client.signing.exportAgreement({ id });
  const parts = Object.values(unzipSync(new Uint8Array(core.context.files.read(file))));
  expect(parts.length).toBeGreaterThan(5);
  for (const part of parts) expect(Buffer.from(part).includes(marker)).toBe(false);
  expect(JSON.stringify(await client.signing.preview({ id, version: 1 }))).not.toContain(marker);
});
