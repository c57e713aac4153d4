import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { iconFiles } from '#build/make-icons.ts';
import { projectFile } from '#build/project.ts';

const configuration = readFileSync(projectFile('electron-builder.yml'), 'utf8');
const workflow = readFileSync(projectFile('.github/workflows/ci.yml'), 'utf8');

describe('the icons', () => {
  it.each([...iconFiles()])('%s is what its script makes of the drawing', (name, bytes) => {
    expect(readFileSync(projectFile('build/icons', name)).equals(bytes)).toBe(true);
  });

  it('hold every size that their systems ask for', () => {
    const ico = readFileSync(projectFile('build/icons/app.ico'));
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => ico[6 + 16 * index] || 256);
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
    const icns = readFileSync(projectFile('build/icons/app.icns'));
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
  });
});

describe('the installers', () => {
  it.each(['nsis', 'dmg', 'AppImage', 'deb'])('%s is made', (target) => {
    expect(configuration).toMatch(new RegExp(`target: (${target}\\b|\\[.*\\b${target}\\b.*\\])`));
  });

  it('open .parley files', () => {
    expect(configuration).toMatch(/ext: parley\n/);
  });

  it('pack no library twice: of node_modules only what cannot be bundled', () => {
    const packed = [...configuration.matchAll(/- '?(!?node_modules\/[^\s']+)/g)].map(([, pattern = '']) => pattern.split('/').slice(0, 2).join('/'));
    expect([...new Set(packed)]).toEqual(['!node_modules/**', 'node_modules/better-sqlite3', 'node_modules/@resvg']);
    expect(readFileSync(projectFile('build/vite.main.ts'), 'utf8')).toContain("const native = ['electron', 'better-sqlite3', '@resvg/resvg-js'];");
  });
});

describe('the workflow of a public CI', () => {
  it('pins every action to a commit, with the version beside it', () => {
    const uses = [...workflow.matchAll(/uses: (.+)$/gm)].map(([, action = '']) => action);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  it('may read the code and nothing else, and keeps no token in the checkout', () => {
    expect([...workflow.matchAll(/permissions:\n((?: {2}.+\n)+)/g)].map(([, granted]) => granted)).toEqual(['  contents: read\n']);
    expect(workflow.match(/actions\/checkout@/g)?.length).toBe(workflow.match(/persist-credentials: false/g)?.length);
  });

  it.each(['ubuntu', 'macos', 'windows'])('packages on %s', (system) => {
    expect(workflow).toMatch(new RegExp(`- os: ${system}-`));
  });
});
