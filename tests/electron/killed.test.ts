import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '#db/workspace/check.ts';
import { openCore } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';
import { emptyFolder } from '#tests/fixtures/core.ts';
import { temporaryStore } from '#tests/fixtures/store.ts';
import { count, csv, importFile, temporaryWorkspace } from './importers/importing.ts';

const preload = '#tests/db/children/prefer-commonjs.ts';

/** Runs a child until it ends, or kills it `after` ms after its first line; answers the lines that it said. */
async function run(script: string, parameters: readonly string[], after: number | null): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', preload, path.join(import.meta.dirname, 'children', script), ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (data: Buffer) => {
    if (said === '' && after !== null) setTimeout(() => child.kill('SIGKILL'), after);
    said += data.toString();
  });
  await once(child, 'exit');
  return said.split('\n').slice(0, -1);
}

/** Moments of the whole time that the work takes, the same in every run, both ends included. */
function moments(number: number, lastsMs: number): number[] {
  let seed = 7;
  const chance = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: number }, (_, index) => Math.round(((index + chance()) / number) * lastsMs));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe('kill -9', () => {
  it('in the middle of an import leaves all of it or nothing, and the import can be done again', async () => {
    const rows = Array.from({ length: 6000 }, (_, index) => [`INC${index >> 1}`, index % 2 === 0 ? 'New' : 'Resolved', String(index % 2), '13/1/2026 09:00', `13/1/2026 ${index % 2 === 0 ? '09:05' : '12:00'}`, '1 - Critical', `Desk ${index % 17}`, index % 2 === 0 ? '?' : '13/1/2026 12:00', '?']);
    const log = path.join(emptyFolder(), 'log.csv');
    writeFileSync(log, csv(rows));
    const empty = temporaryWorkspace();
    empty.close();
    const lasts = await timed(() => importOnce(empty.file, log));
    const outcomes: number[] = [];
    for (const after of moments(5, lasts)) {
      const file = path.join(emptyFolder(), 'workspace.parley');
      copyFileSync(empty.file, file);
      await run('importer.ts', [file, log], after);
      const store = temporaryStore(file);
      const tickets = count(store, 'tickets');
      outcomes.push(tickets);
      expect([0, 3000]).toContain(tickets);
      expect(count(store, 'imports')).toBe(tickets === 0 ? 0 : 1);
      expect(count(store, 'ticket_events')).toBe(2 * tickets);
      expect(store.read(problemsOf)).toEqual([]);
      await importFile(store, log);
      expect(count(store, 'tickets')).toBe(3000);
    }
    expect(outcomes).toContain(0);
  }, 180_000);

  it('in the middle of a seal or a signature leaves each of them whole or undone, and signing goes on', async () => {
    const folder = emptyFolder();
    const prepared = path.join(folder, 'workspace.parley');
    const ids = await approvedAgreements(prepared, 2);
    const lasts = await timed(() => run('signer.ts', [copyOf(prepared), path.join(folder, 'config'), ...ids], null));
    for (const after of moments(4, lasts * 0.6)) {
      const file = copyOf(prepared);
      const said = await run('signer.ts', [file, path.join(folder, 'config'), ...ids], after);
      const core = openCore({ data: file, config: path.join(folder, 'other') });
      const client = createClient(core.context);
      try {
        expect(core.context.store.read(problemsOf)).toEqual([]);
        for (const id of ids) {
          const view = await client.signing.view({ id, version: 1 });
          const given = view.signatories.filter((one) => one.state === 'signed');
          const announced = said.filter((line) => line.startsWith(id)).length;
          expect(given.length).toBeGreaterThanOrEqual(announced);
          expect(view.state).toBe(['approved', 'signing', 'signed'][given.length]);
          expect(view.document?.edition ?? 0).toBe(given.length === 0 ? 0 : given.length + 1);
          for (const { name } of view.signatories.filter((one) => one.state === 'waiting')) {
            await client.signing.sign({ id, version: 1, person: name, place: 'Berlin', at: '2026-01-20T10:00', signature: { method: 'typed', text: name } });
          }
          const sealed = await client.signing.exportAgreement({ id });
          expect((await client.signing.verify({ file: sealed.file })).verdict).toBe('valid');
        }
      } finally {
        await core.close();
      }
    }
  }, 300_000);
});

async function importOnce(workspace: string, log: string): Promise<void> {
  const file = path.join(emptyFolder(), 'workspace.parley');
  copyFileSync(workspace, file);
  await importFile(temporaryStore(file), log);
}

function copyOf(workspace: string): string {
  const file = path.join(emptyFolder(), 'workspace.parley');
  copyFileSync(workspace, file);
  return file;
}

async function approvedAgreements(file: string, number: number): Promise<string[]> {
  const core = openCore({ data: file, config: path.join(path.dirname(file), 'config') });
  const client = createClient(core.context);
  const ids: string[] = [];
  const people = [
    { name: 'Ann Lee', organisation: 'Acme', role: 'signatory' as const },
    { name: 'Bo Lind', organisation: 'North IT', role: 'signatory' as const },
    { name: 'Cy Moor', organisation: 'Acme', role: 'approver' as const },
  ];
  for (let index = 0; index < number; index += 1) {
    const { id } = await client.agreements.create(mailDocument({ title: `Mail ${index}`, people }));
    await client.agreements.approve({ id, by: 'Cy Moor' });
    ids.push(id);
  }
  await core.close();
  return ids;
}
