import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openConnection } from '#db/connection.ts';
import { migrate } from '#db/migrate.ts';
import { migrations, schemaVersion } from '#db/migrations/index.ts';
import { rebuildTriggers } from '#db/schema/triggers.ts';
import { openStore } from '#db/store.ts';
import { everything, populate, temporaryFolder, temporaryStore, testDevice, tickingClock } from '#tests/fixtures/store.ts';

const open = (file: string, more = {}) => openStore({ file, device: testDevice, clock: tickingClock(), ...more });

function closedWorkspace(): string {
  const file = path.join(temporaryFolder(), 'workspace.parley');
  const store = open(file);
  populate(store);
  store.close();
  return file;
}

it('keeps everything over a restart', () => {
  const file = path.join(temporaryFolder(), 'workspace.parley');
  const first = open(file);
  populate(first);
  const before = everything(first, []);
  first.close();
  const second = open(file);
  expect(everything(second, [])).toEqual(before);
  second.close();
});

it('opens in a few milliseconds: nothing is rebuilt', () => {
  const file = closedWorkspace();
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    const store = open(file);
    const time = performance.now() - start;
    store.close();
    return time;
  });
  expect(Math.min(...times)).toBeLessThan(60);
});

it('refuses a file from a newer version, names both versions and leaves every byte', () => {
  const file = closedWorkspace();
  const newer = new Database(file);
  newer.pragma(`user_version = ${schemaVersion + 1}`);
  newer.close();
  const before = readFileSync(file);
  const modified = statSync(file).mtimeMs;
  expect(() => open(file)).toThrow(
    expect.objectContaining({
      code: 'storage',
      message: expect.stringContaining(`format is ${schemaVersion + 1}, this Parley reads up to format ${schemaVersion}`),
      wayOut: expect.stringContaining('not touched'),
      details: [{ path: 'format.file', message: String(schemaVersion + 1) }, { path: 'format.program', message: String(schemaVersion) }],
    }),
  );
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(statSync(file).mtimeMs).toBe(modified);
  expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
});

it('refuses a newer version whose pages still wait beside the file', () => {
  const file = closedWorkspace();
  const newer = new Database(file);
  newer.pragma(`user_version = ${schemaVersion + 5}`);
  const copy = path.join(temporaryFolder(), 'copy.parley');
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  newer.close();
  const before = readFileSync(copy);
  const waiting = readFileSync(`${copy}-wal`);
  expect(() => open(copy)).toThrow(expect.objectContaining({ code: 'storage' }));
  expect(readFileSync(copy).equals(before)).toBe(true);
  expect(readFileSync(`${copy}-wal`).equals(waiting)).toBe(true);
});

it.each([
  ['a text', () => Buffer.from('number;state\n'.repeat(100))],
  ['a short file', () => Buffer.from('x')],
  ['200 KB of zeros', () => Buffer.alloc(200_000)],
  ['a file that only begins like one', () => Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 7)])],
])('refuses what is no workspace and leaves it: %s', (_name, bytes) => {
  const file = path.join(temporaryFolder(), 'workspace.parley');
  writeFileSync(file, bytes());
  expect(() => open(file)).toThrow(expect.objectContaining({ code: 'invalid-input', message: 'workspace.parley is not a Parley workspace.' }));
  expect(readFileSync(file).equals(bytes())).toBe(true);
});

it('refuses an empty file as damaged, points to the copies and leaves it', () => {
  const file = path.join(temporaryFolder(), 'workspace.parley');
  writeFileSync(file, '');
  expect(() => open(file)).toThrow(expect.objectContaining({ code: 'storage', message: 'workspace.parley is damaged: the file is empty.', wayOut: expect.stringContaining('backups') }));
  expect(statSync(file).size).toBe(0);
  expect(readdirSync(path.dirname(file))).toEqual(['workspace.parley']);
});

it('makes no new workspace over the waiting pages of a lost one', () => {
  const file = closedWorkspace();
  const store = open(file);
  store.write({ command: 'test.write' }, (tx) => tx.run("UPDATE organisations SET name = name || '!'"));
  const lost = path.join(temporaryFolder(), 'workspace.parley');
  copyFileSync(`${file}-wal`, `${lost}-wal`);
  store.close();
  const waiting = readFileSync(`${lost}-wal`);
  expect(() => open(lost)).toThrow(expect.objectContaining({ code: 'storage', wayOut: expect.stringContaining('workspace.parley-wal') }));
  expect(readFileSync(`${lost}-wal`).equals(waiting)).toBe(true);
  expect(readdirSync(path.dirname(lost))).toEqual(['workspace.parley-wal']);
});

it('puts a new workspace in its place whole: nothing of the making is left beside it', () => {
  const folder = temporaryFolder();
  const store = open(path.join(folder, 'workspace.parley'));
  expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);
  store.close();
  expect(readdirSync(folder)).toEqual(['workspace.parley']);
});

it('refuses the database of another program and leaves it', () => {
  const file = path.join(temporaryFolder(), 'other.parley');
  const other = new Database(file);
  other.exec('CREATE TABLE songs (name TEXT)');
  other.close();
  const before = readFileSync(file);
  expect(() => open(file)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  expect(readFileSync(file).equals(before)).toBe(true);
});

it('reports a file that was cut off, and does not go on with it', () => {
  const file = closedWorkspace();
  writeFileSync(file, readFileSync(file).subarray(0, 40_000));
  const attempt = (): unknown => {
    const store = open(file);
    try {
      return store.read((reader) => reader.all('SELECT * FROM organisations JOIN people'));
    } finally {
      store.close();
    }
  };
  expect(attempt).toThrow(expect.objectContaining({ code: 'storage', message: 'The workspace file is damaged.', wayOut: expect.stringContaining('backups') }));
});

it('refuses a folder in place of a file, and a missing file where it must exist', () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'folder.parley'));
  writeFileSync(path.join(folder, 'folder.parley', 'x'), '');
  expect(() => open(path.join(folder, 'folder.parley'))).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  expect(() => open(path.join(folder, 'none.parley'), { mustExist: true })).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(existsSync(path.join(folder, 'none.parley'))).toBe(false);
});

it('copies an older file whole before it brings it up to date, in one transaction', () => {
  const file = closedWorkspace();
  const connection = openConnection(file, { mode: 'read-write', busyTimeoutMs: 1000 });
  const next = { version: schemaVersion + 1, name: 'a column', up: (database: Database.Database) => void database.exec('ALTER TABLE organisations ADD COLUMN motto TEXT') };
  const backup = migrate(connection, file, Date.UTC(2026, 10, 24, 10, 31, 5), [...migrations, next]);
  expect(backup).toBe(path.join(path.dirname(file), 'backups', `workspace-format-${schemaVersion}-20261124T103105.parley`));
  expect(connection.pragma('user_version', { simple: true })).toBe(schemaVersion + 1);
  expect(connection.prepare("SELECT sql LIKE '%motto%' FROM sqlite_schema WHERE name = 'organisations_log_update'").pluck().get()).toBe(1);
  connection.close();
  const copy = open(backup ?? '');
  expect(copy.read((reader) => reader.value('SELECT count(*) FROM organisations'))).toBe(2);
  copy.close();
});

it('leaves an older file as it was where a step fails', () => {
  const file = closedWorkspace();
  const connection = openConnection(file, { mode: 'read-write', busyTimeoutMs: 1000 });
  const dump = (): unknown => connection.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
  const before = dump();
  const broken = {
    version: schemaVersion + 1,
    name: 'broken',
    up: (database: Database.Database) => {
      database.exec('ALTER TABLE organisations ADD COLUMN motto TEXT');
      throw new Error('no');
    },
  };
  expect(() => migrate(connection, file, 0, [...migrations, broken])).toThrow('no');
  expect(dump()).toEqual(before);
  connection.close();
});

it('makes the same schema fresh as by rebuilding', () => {
  const store = temporaryStore();
  const connection = openConnection(store.file, { mode: 'read-write', busyTimeoutMs: 1000 });
  const dump = (): unknown => connection.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name").all();
  const before = dump();
  rebuildTriggers(connection);
  expect(dump()).toEqual(before);
  connection.close();
});

it('reports a full disk in words and leaves the workspace as it was', () => {
  const store = temporaryStore();
  populate(store);
  const before = everything(store);
  const fill = (): unknown =>
    store.write({ command: 'test.fill' }, (tx) => {
      const pages = Number(tx.value('SELECT page_count FROM pragma_page_count'));
      tx.all(`PRAGMA max_page_count = ${pages + 2}`);
      tx.run("INSERT INTO saved_views (id, place, name, query_json, rank) VALUES ('v', 'p', ?, '{}', 'a0')", 'x'.repeat(100_000));
    });
  expect(fill).toThrow(expect.objectContaining({ code: 'storage', message: 'The disk is full. Nothing was changed.' }));
  expect(everything(store)).toEqual(before);
});

it('opens for reading where asked to, and then writes nothing', () => {
  const file = closedWorkspace();
  const store = open(file, { readOnly: true });
  expect(store.isReadOnly).toBe(true);
  expect(store.read((reader) => reader.value('SELECT count(*) FROM organisations'))).toBe(2);
  expect(() => store.write({ command: 'test.write' }, () => 1)).toThrow(expect.objectContaining({ code: 'read-only', wayOut: expect.stringContaining('Copy it') }));
  store.close();
});

/** Runs the opener as a person without rights: as `nobody` where the tests run as root. */
function openAsNobody(file: string): unknown {
  const isRoot = process.getuid?.() === 0;
  const answer = execFileSync(process.execPath, ['--import', '#tests/db/children/prefer-commonjs.ts', path.join(import.meta.dirname, 'children/opener.ts'), file], { encoding: 'utf8', ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}) });
  return JSON.parse(answer);
}

it.skipIf(process.platform === 'win32')('reads a workspace in a read-only folder and says so when it should write', () => {
  const file = closedWorkspace();
  chmodSync(file, 0o444);
  chmodSync(path.dirname(file), 0o555);
  expect(openAsNobody(file)).toEqual({ organisations: 2, isReadOnly: true, written: 'read-only' });
  chmodSync(path.dirname(file), 0o755);
});

it.skipIf(process.platform === 'win32')('makes no workspace in a read-only folder', () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o555);
  expect(openAsNobody(path.join(folder, 'below', 'new.parley'))).toMatchObject({ refused: 'read-only' });
  chmodSync(folder, 0o755);
});

it.skipIf(process.platform === 'win32')('says what to do with an older workspace in a read-only folder', () => {
  const file = closedWorkspace();
  const older = new Database(file);
  older.pragma('user_version = 0');
  older.close();
  chmodSync(path.dirname(file), 0o555);
  expect(openAsNobody(file)).toMatchObject({ refused: 'read-only' });
  chmodSync(path.dirname(file), 0o755);
});

it('reports pages that are damaged behind a whole first one, as damage and not as a fault of the program', () => {
  const file = closedWorkspace();
  writeFileSync(file, readFileSync(file).map((byte, at) => (at < 4096 ? byte : byte ^ 0xff)));
  expect(() => open(file)).toThrow(expect.objectContaining({ code: 'storage', message: 'The workspace file is damaged.' }));
});

it.skipIf(process.platform !== 'linux')('refuses at once where no folder can be made', () => {
  expect(() => open('/proc/parley/workspace.parley')).toThrow('The folder of the workspace could not be made.');
});
