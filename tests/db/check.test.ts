import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { storeFile } from '#db/files/commands.ts';
import { problemsOf } from '#db/workspace/check.ts';
import { populate, temporaryStore } from '#tests/fixtures/store.ts';

it('finds nothing in a workspace as it should be', () => {
  const store = temporaryStore();
  populate(store);
  store.write({ command: 'files.store' }, (tx) => storeFile(tx, 'note.txt', 'text/plain', Buffer.from('as agreed')));
  expect(store.read(problemsOf)).toEqual([]);
});

it.each([
  ['altered bytes of a file', "UPDATE file_chunks SET bytes = x'00'", /bytes of note\.txt/u],
  ['an altered row in the log', "UPDATE change_rows SET after_json = '{}' WHERE no = 1", /Change 1 .* was altered/u],
  ['a record without its row', "INSERT INTO records (id, kind) VALUES ('x', 'services')", /1 records of services/u],
  ['a row changed past the log', "UPDATE organisations SET zone = 'Europe/Forged'", /of organisations is not what the log last wrote/u],
  ['a missing row', 'DELETE FROM services', /points to a missing row|records of services/u],
])('names %s', (_name, damage, problem) => {
  const store = temporaryStore();
  populate(store);
  store.write({ command: 'files.store' }, (tx) => storeFile(tx, 'note.txt', 'text/plain', Buffer.from('as agreed')));
  const vandal = new Database(store.file);
  vandal.pragma('foreign_keys = OFF');
  for (const { name } of vandal.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) vandal.exec(`DROP TRIGGER ${name}`);
  vandal.exec(damage);
  vandal.close();
  expect(store.read(problemsOf).join('\n')).toMatch(problem);
});
