import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recentWorkspaces, rememberRecent } from '#electron/shell/recent.ts';
import { keepSavedFiles } from '#electron/shell/saved-files.ts';
import { windowTitle } from '#electron/shell/title.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-shell-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function made(name: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, '');
  return place;
}

describe('recent workspaces', () => {
  it('stand newest first, each once, at most ten, without those that are gone', () => {
    const list = path.join(folder, 'deep', 'recent.json');
    const files = Array.from({ length: 12 }, (_, index) => made(`${index}.parley`));
    for (const file of [...files, files[3] ?? '']) rememberRecent(list, file);
    expect(recentWorkspaces(list).map((file) => path.basename(file))).toEqual(['3', '11', '10', '9', '8', '7', '6', '5', '4', '2'].map((name) => `${name}.parley`));
    rmSync(path.join(folder, '11.parley'));
    expect(recentWorkspaces(list)).not.toContain(path.join(folder, '11.parley'));
  });

  it('are none where the list is damaged', () => {
    const list = made('recent.json');
    writeFileSync(list, '{"not":"a list"}');
    expect(recentWorkspaces(list)).toEqual([]);
  });
});

describe('a file is shown in its folder', () => {
  it('only by the id that it got when it was written here', () => {
    const saved = keepSavedFiles();
    const { id } = saved.add(made('report.docx'));
    expect(saved.find(id)).toMatchObject({ name: 'report.docx', gone: false });
    expect(saved.find('/etc/passwd')).toBeNull();
    expect(saved.find('c0ffee00-0000-4000-8000-000000000000')).toBeNull();
  });

  it('not when it is gone, and then the one before is the last', () => {
    const saved = keepSavedFiles();
    const first = saved.add(made('first.csv'));
    const second = saved.add(made('second.csv'));
    rmSync(second.path);
    expect(saved.find(second.id)).toMatchObject({ gone: true });
    expect(saved.last()).toEqual(first);
  });
});

it.each([
  ['Parley', null, 'Parley'],
  ['', 'North IT', 'North IT · Parley'],
  ['Parley', 'North IT', 'North IT · Parley'],
  ['Agreements · Parley', 'North IT', 'Agreements · North IT · Parley'],
  ['On Parley · Parley', 'Parley', 'On Parley · Parley · Parley'],
])('a page titled %j of the workspace %j has the window title %j', (page, name, title) => {
  expect(windowTitle(page, name)).toBe(title);
});
