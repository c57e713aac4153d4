import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import { encodePng } from '#electron/documents/png.ts';
import { refusalOf } from '#shared/refusal.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';
import type { CallCases, CaseWorld } from '../case.ts';

const first = { organisation: 'North IT', person: 'Ann Lee', zone: 'Europe/Berlin' };

async function started(world: CaseWorld): Promise<string> {
  const { organisation } = await world.client.workspace.start(first);
  return organisation?.id ?? '';
}

function offered({ core }: CaseWorld, name: string, bytes: Uint8Array): string {
  return core.context.files.offer(name, 'application/octet-stream', bytes).id;
}

export const settingsCases: CallCases = {
  'settings.size': async ({ client }) => {
    expect((await client.settings.size()).bytes).toBeGreaterThan(100_000);
  },
  'settings.looks': async (world) => {
    const organisation = await started(world);
    expect(await world.client.settings.looks()).toEqual([{ organisation, name: 'North IT', logo: null, colour: null }]);
  },
  'settings.setColour': async (world) => {
    const organisation = await started(world);
    const { id } = await world.client.agreements.create(mailDocument());
    const styles = async () => {
      const { file } = await world.client.signing.exportAgreement({ id, version: 1 });
      return strFromU8(unzipSync(world.core.context.files.read(file))['word/styles.xml'] ?? new Uint8Array());
    };
    expect(await styles()).toContain('w:val="1F4FD8"');
    expect(await world.client.settings.setColour({ organisation, colour: '#0a6b3c' })).toEqual({ organisation, name: 'North IT', logo: null, colour: '0A6B3C' });
    expect(await styles()).toContain('w:val="0A6B3C"');
    expect(await styles()).not.toContain('1F4FD8');
    const none: unknown = await world.client.settings.setColour({ organisation, colour: 'red"/>' }).catch((error: unknown) => error);
    expect(refusalOf(none)).toMatchObject({ code: 'invalid-input', details: [{ path: 'colour' }] });
    expect(await world.client.settings.setColour({ organisation, colour: null })).toMatchObject({ colour: null });
    expect(await styles()).toContain('w:val="1F4FD8"');
  },
  'settings.setLogo': async (world) => {
    const organisation = await started(world);
    const png = await encodePng({ width: 30, height: 10, pixels: new Uint8Array(30 * 10 * 4).fill(200) }, 96);
    const set = await world.client.settings.setLogo({ organisation, file: offered(world, 'logo.png', png) });
    expect(set).toEqual({ organisation, name: 'North IT', logo: expect.any(String) as string, colour: null });
    const svg: unknown = await world.client.settings.setLogo({ organisation, file: offered(world, 'logo.png', new TextEncoder().encode('<svg onload="alert(1)"/>')) }).catch((error: unknown) => error);
    expect(refusalOf(svg)).toMatchObject({ code: 'invalid-input', message: 'logo.png is no PNG or JPEG.' });
    const { id } = await world.client.agreements.create(mailDocument());
    const { file } = await world.client.signing.exportAgreement({ id, version: 1 });
    const parts = unzipSync(world.core.context.files.read(file));
    expect(Object.values(parts).some((part) => Buffer.compare(part, png) === 0)).toBe(true);
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('North IT');
    expect(await world.client.settings.setLogo({ organisation, file: null })).toMatchObject({ logo: null });
  },
  'settings.copyTo': async (world) => {
    await started(world);
    const target = path.join(world.core.folder, 'a copy.parley');
    const made = await world.client.settings.copyTo({ path: target });
    expect(made).toEqual({ path: target, bytes: statSync(target).size });
    expect(readFileSync(target).toString('latin1', 0, 15)).toBe('SQLite format 3');
    const again: unknown = await world.client.settings.copyTo({ path: target }).catch((error: unknown) => error);
    expect(refusalOf(again)).toMatchObject({ code: 'conflict', details: [{ path: 'path' }] });
    const nowhere: unknown = await world.client.settings.copyTo({ path: path.join(world.core.folder, 'none', 'x.parley') }).catch((error: unknown) => error);
    expect(refusalOf(nowhere)).toMatchObject({ code: 'invalid-input' });
    expect(existsSync(path.join(world.core.folder, 'none'))).toBe(false);
  },
  'settings.moveTo': async (world) => {
    await started(world);
    const target = path.join(world.core.folder, 'moved.parley');
    const refused: unknown = await world.client.settings.moveTo({ path: target }).catch((error: unknown) => error);
    expect(refusalOf(refused)).toMatchObject({ code: 'conflict', message: 'A workspace is moved from its window.' });
    expect(existsSync(target)).toBe(false);
  },
};
