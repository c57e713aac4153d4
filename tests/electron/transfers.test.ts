import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mostTransfers, openTransfers, safeName, type Transfers } from '#electron/transfers.ts';

let transfers: Transfers;
beforeEach(() => {
  transfers = openTransfers(100);
});
afterEach(() => {
  transfers.close();
});

function streamOf(text: string): ReadableStream<Uint8Array> {
  return new Blob([text]).stream();
}

describe('files on their way', () => {
  it('come in by a stream and are read by their id', async () => {
    const { id } = await transfers.receive(streamOf('a,b'), 'log.csv', 'text/csv');
    expect(transfers.get(id)).toMatchObject({ name: 'log.csv', bytes: 3 });
    expect(Buffer.from(transfers.read(id)).toString()).toBe('a,b');
  });

  it('above the cap are refused and leave nothing', async () => {
    await expect(transfers.receive(streamOf('x'.repeat(101)), 'large', '')).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('are gone when they are forgotten, and all of them when the program ends', async () => {
    const first = await transfers.receive(streamOf('1'), 'first', '');
    const second = transfers.offer('second', '', Buffer.from('2'));
    transfers.forget(first.id);
    expect(existsSync(first.path)).toBe(false);
    expect(() => transfers.get(first.id)).toThrowError(expect.objectContaining({ code: 'not-found' }));
    transfers.close();
    expect(existsSync(second.path)).toBe(false);
  });

  it('do not pile up: the oldest goes when there are too many', () => {
    const [first, second, ...others] = Array.from({ length: mostTransfers + 1 }, (_, index) => transfers.offer(`${index}`, '', Buffer.from('1')));
    expect(existsSync(first?.path ?? '')).toBe(false);
    expect([second, ...others].every((one) => existsSync(one?.path ?? ''))).toBe(true);
  });

  it("that are the caller's own stay where they are", () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'parley-own-'));
    const file = path.join(folder, 'own.csv');
    writeFileSync(file, 'a');
    const { id } = transfers.adopt(file, 1);
    transfers.forget(id);
    transfers.close();
    expect(existsSync(file)).toBe(true);
    rmSync(folder, { recursive: true });
  });
});

describe('a name that came from outside', () => {
  it.each([
    ['log.csv', 'log.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\log.csv', 'log.csv'],
    ['..', 'file'],
    ['', 'file'],
    ['a\u0000b\n.csv', 'a b .csv'],
    ['チケット 🎫.csv', 'チケット 🎫.csv'],
    ['x'.repeat(300), 'x'.repeat(200)],
  ])('%j is kept as %j', (given, kept) => {
    expect(safeName(given)).toBe(kept);
  });
});
