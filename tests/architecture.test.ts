import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectFile, projectFolder } from '#build/project.ts';
import { programVersion } from '#electron/core.ts';
import { commands } from '#shared/history/commands.ts';

/** What neither the compiler nor the linter can say. */
const trees = ['shared', 'db', 'electron', 'renderer', 'tests', 'build'] as const;

const manifestSchema = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) });

type Source = { readonly file: string; readonly text: string; readonly imports: readonly string[] };

const sources: readonly Source[] = trees.flatMap((tree) => filesIn(projectFile(tree))).map(readSource);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(place);
    return /\.(ts|tsx|css)$/.test(entry.name) ? [place] : [];
  });
}

function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const statements = [/^(?:import|export)\b[^'";]*?from\s+'([^']+)'/gm, /^import\s+'([^']+)'/gm, /\bimport\('([^']+)'\)/g];
  const imports = statements.flatMap((statement) => [...text.matchAll(statement)].map((match) => match[1] ?? ''));
  return { file: path.relative(projectFolder, file), text, imports };
}

function within(tree: string): readonly Source[] {
  return sources.filter((source) => source.file.startsWith(`${tree}/`));
}

function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function packagesOf(source: Source): string[] {
  return source.imports.filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('#')).map(packageOf);
}

describe('the arrow: renderer → shared ← db ← electron', () => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    shared: ['#shared'],
    db: ['#shared', '#db'],
    electron: ['#shared', '#db', '#electron'],
    renderer: ['#shared', '#renderer'],
    build: ['#shared', '#db', '#electron', '#build', '#tests'],
  };

  it.each(Object.entries(allowed))('%s imports only %s', (tree, roots) => {
    const strays = within(tree).flatMap((source) =>
      source.imports.filter((specifier) => specifier.startsWith('#') && !roots.includes(specifier.split('/')[0] ?? '')).map((specifier) => `${source.file} → ${specifier}`),
    );
    expect(strays).toEqual([]);
  });

  it('no relative import leaves its tree', () => {
    const strays = sources.flatMap((source) =>
      source.imports
        .filter((specifier) => specifier.startsWith('.'))
        .filter((specifier) => path.normalize(path.join(path.dirname(source.file), specifier)).split('/')[0] !== source.file.split('/')[0])
        .filter((specifier) => !specifier.endsWith('package.json'))
        .map((specifier) => `${source.file} → ${specifier}`),
    );
    expect(strays).toEqual([]);
  });

  it('shared/ knows only libraries that are pure and run anywhere', () => {
    const pure = ['zod', '@orpc/contract', 'temporal-polyfill', 'fractional-indexing', 'docx', 'udsv', 'fflate', 'ical.js', 'date-holidays', 'saxes'];
    const strays = within('shared').flatMap((source) => packagesOf(source).filter((name) => !pure.includes(name)).map((name) => `${source.file} → ${name}`));
    expect(strays).toEqual([]);
  });

  it('shared/ has no clock and no chance', () => {
    const strays = within('shared').filter((source) => /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|Temporal\.Now\b|crypto\.random/.test(source.text));
    expect(strays.map((source) => source.file)).toEqual([]);
  });

  it("only main, preload and the shell import Electron's package", () => {
    const users = sources.filter((source) => packagesOf(source).includes('electron')).map((source) => source.file);
    expect(users.filter((file) => !/^electron\/(main|preload)\.ts$|^electron\/shell\//.test(file))).toEqual([]);
  });

  it('SQL is written in db/ only', () => {
    const sql = /['"`]\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE (TABLE|INDEX)|PRAGMA|BEGIN|WITH RECURSIVE)\s/;
    const strays = [...within('electron'), ...within('shared'), ...within('renderer')].filter((source) => sql.test(source.text));
    expect(strays.map((source) => source.file)).toEqual([]);
  });

  it("only db/ imports the database's packages", () => {
    const strays = [...within('electron'), ...within('shared'), ...within('renderer')].filter((source) => packagesOf(source).some((name) => ['better-sqlite3', 'drizzle-orm'].includes(name)));
    expect(strays.map((source) => source.file)).toEqual([]);
  });
});

describe('the rooms', () => {
  it('a source file has at most 400 lines', () => {
    const long = sources.filter((source) => !source.file.startsWith('tests/') && source.text.split('\n').length > 401);
    expect(long.map((source) => source.file)).toEqual([]);
  });

  it('a feature has one name in every tree', () => {
    const features = ['organisations', 'sites', 'people', 'services', 'calendars', 'agreements', 'signing', 'imports', 'tickets', 'outages', 'metrics', 'compliance', 'exclusions', 'availability', 'documents', 'workspace', 'backups', 'attachments', 'jobs', 'files', 'search', 'history', 'settings', 'today', 'sample', 'views', 'exports', 'notes'];
    const handled = readdirSync(projectFile('electron/features'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect(handled.filter((name) => !features.includes(name))).toEqual([]);
    const contracts = within('shared').filter((source) => path.basename(source.file) === 'contract.ts' && source.file !== 'shared/contract.ts').map((source) => path.basename(path.dirname(source.file)));
    expect(handled.filter((name) => !contracts.includes(name))).toEqual([]);
    expect(contracts.filter((name) => !handled.includes(name))).toEqual([]);
  });

  it('the commands that handlers write into the log are those that shared/history names', () => {
    const written = within('electron/features').flatMap((source) => [...source.text.matchAll(/\bcommand: ([^,}]+)/g)].flatMap(([, value = '']) => [...value.matchAll(/'([a-z.-]+)'/gi)].map((match) => match[1] ?? '')));
    expect([...new Set(written)].toSorted()).toEqual([...commands].toSorted());
  });

  it('the version that the program shows is that of its package, and every dependency is pinned', () => {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(projectFile('package.json'), 'utf8')));
    expect(programVersion).toBe(manifest.version);
    expect(Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('nothing is called utils, helpers or common', () => {
    expect(sources.map((source) => source.file).filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(file))).toEqual([]);
  });

  it('no task is left in a comment', () => {
    const left = sources.filter((source) => new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['XX', 'X'].join('')})\\b`).test(source.text));
    expect(left.map((source) => source.file)).toEqual([]);
  });
});

describe('the wall around what is internal', () => {
  const walled = sources.filter((source) => /^(electron|db|shared)\/documents|^db\/documents-connection/.test(source.file) || source.file.startsWith('electron/documents/'));

  it('code that makes documents names no internal table and no schema that reaches around the shadow', () => {
    const strays = walled.filter((source) => /\binternal_(bids|notes)\b|\bmain\s*\.\s*[a-z_]+/.test(source.text) && source.file !== 'db/documents-connection.ts');
    expect(strays.map((source) => source.file)).toEqual([]);
  });
});
