import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openCore } from '#electron/core.ts';
import { missingHost, openParley } from './hosts.ts';

it('the desktop window says that a workspace needs a newer Parley, and leaves the file as it is', async (test) => {
  const reason = missingHost('electron');
  if (reason !== null) test.skip(reason);
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-newer-'));
  const place = { data: path.join(folder, 'data'), config: path.join(folder, 'config') };
  mkdirSync(place.data);
  await openCore(place).close();
  const file = path.join(place.data, 'workspace.parley');
  const database = new Database(file);
  database.pragma('user_version = 99');
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  const before = readFileSync(file);
  const app = await openParley('electron', place);
  try {
    await app.page.getByRole('heading', { name: 'This workspace needs a newer Parley' }).waitFor();
    await app.page.getByText('There is no copy of it').waitFor();
    expect(readFileSync(file).equals(before)).toBe(true);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
