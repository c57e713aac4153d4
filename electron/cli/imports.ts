import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ParleyClient } from '#shared/contract.ts';
import { ParleyError } from '#shared/errors.ts';
import { importSettingsSchema, type ImportAnswer } from '#shared/imports/model.ts';
import { importKinds, importProfileSchema, type ImportKind } from '#shared/imports/profile.ts';
import type { JobProgress } from '#shared/jobs/model.ts';
import { UsageError } from './arguments.ts';
import type { Command, Invocation } from './command.ts';
import { answerWith } from './run.ts';
import { textFacts, textTable } from './text.ts';

const options = {
  profile: { kind: 'text', value: 'NAME|FILE' },
  customer: { kind: 'text', value: 'NAME' },
  service: { kind: 'text', value: 'NAME' },
  site: { kind: 'text', value: 'NAME' },
  zone: { kind: 'text', value: 'ZONE' },
  coverage: { kind: 'text', value: 'FROM/TO' },
  create: { kind: 'text', value: 'yes|no' },
  encoding: { kind: 'text', value: 'NAME' },
  keep: { kind: 'text', value: 'file|hash' },
  source: { kind: 'text', value: 'NAME' },
  'dry-run': { kind: 'flag' },
} as const satisfies Command['options'];

/** `import tickets|outages|metrics FILE` and `import undo ID`. */
export const importCommands: readonly Command[] = [
  ...importKinds.map(importCommand),
  {
    group: 'import',
    verb: 'undo',
    arguments: ['ID'],
    summary: 'Takes an import back: its new rows go, replaced ones come back.',
    run: async (invocation) => {
      const undone = await (await invocation.client()).imports.undo({ id: invocation.argument(0) });
      return answerWith(undone, `Taken back: ${undone.rows.removed} rows removed, ${undone.rows.restored} restored.`);
    },
  },
  {
    group: 'import',
    verb: 'list',
    arguments: [],
    summary: 'Lists all imports, the latest first.',
    run: async ({ client }) => {
      const imports = await (await client()).imports.list();
      return answerWith({ imports }, textTable(['File', 'Source', 'Read', 'New', 'Updated', 'Quarantined', 'Id'], imports.map((one) => [one.isUndone ? `${one.file.name} (undone)` : one.file.name, one.source, one.counts.read, one.counts.new, one.counts.updated, one.counts.quarantined, one.id]), 'No import yet.'));
    },
  },
];

function importCommand(kind: ImportKind): Command {
  return {
    group: 'import',
    verb: kind,
    arguments: ['FILE'],
    options,
    summary: `Takes a file of ${kind} in, or says with --dry-run what that would do.`,
    schema: importProfileSchema,
    run: async (invocation) => {
      const settings = await settingsOf(kind, invocation);
      const file = await fileOf(invocation);
      try {
        const client = await invocation.client();
        const transfers = await invocation.files();
        const { id: fileId } = transfers.adopt(file.path, file.bytes);
        const order = { file: fileId, settings };
        const { id } = invocation.flag('dry-run') ? await client.imports.dryRun(order) : await client.imports.start(order);
        const started = performance.now();
        await follow(client, id, invocation);
        const answer = await client.imports.result({ id });
        invocation.say(`${answer.counts.read} rows in ${Math.round(performance.now() - started)} ms`);
        return answerWith(documentOf(answer), textOf(answer));
      } finally {
        file.remove();
      }
    },
  };
}

async function settingsOf(kind: ImportKind, invocation: Invocation): Promise<ReturnType<typeof importSettingsSchema.parse>> {
  const create = invocation.option('create') ?? 'yes';
  const keep = invocation.option('keep') ?? 'file';
  if (create !== 'yes' && create !== 'no') throw new UsageError('--create is yes or no.');
  if (keep !== 'file' && keep !== 'hash') throw new UsageError('--keep is file or hash.');
  return importSettingsSchema.parse({
    kind,
    profile: await profileOf(invocation),
    customer: invocation.option('customer') ?? null,
    service: invocation.option('service') ?? null,
    site: invocation.option('site') ?? null,
    zone: invocation.option('zone') ?? null,
    coverage: coverageOf(invocation.option('coverage')),
    create: create === 'yes',
    keepFile: keep === 'file',
    encoding: invocation.option('encoding') ?? null,
    source: invocation.option('source') ?? null,
  });
}

/** A name, or a file with a profile: what is there as a file, or is named like one, is a file. */
async function profileOf(invocation: Invocation): Promise<unknown> {
  const named = invocation.option('profile');
  if (named === undefined) return null;
  const isFile = named === '-' || named.endsWith('.json') || statSync(invocation.resolve(named), { throwIfNoEntry: false })?.isFile() === true;
  return isFile ? importProfileSchema.parse(await invocation.readJson(named)) : named;
}

function coverageOf(text: string | undefined): { from: string; to: string } | null {
  if (text === undefined) return null;
  const [from, to, more] = text.split('/');
  if (!from || !to || more !== undefined) {
    throw new ParleyError('invalid-input', `${text} is no span.`, { details: [{ path: 'coverage', message: 'FROM/TO' }], wayOut: 'Write it as 2026-01-01/2026-02-01.' });
  }
  return { from, to };
}

export type CallerFile = { readonly path: string; readonly bytes: number; readonly remove: () => void };

/** The named file, or standard input put into a temporary one. */
export async function fileOf(invocation: Invocation): Promise<CallerFile> {
  const named = invocation.argument(0);
  if (named !== '-') {
    const file = invocation.resolve(named);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) throw new ParleyError('not-found', `${named} is not there.`, { wayOut: 'Check the name of the file.' });
    if (stat.isDirectory()) throw new ParleyError('invalid-input', `${named} is a folder.`, { wayOut: 'Name the file in it.' });
    return { path: file, bytes: stat.size, remove: () => undefined };
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-import-'));
  const file = path.join(folder, 'standard-input.csv');
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    await pipeline(process.stdin, createWriteStream(file, { mode: 0o600 }));
    return { path: file, bytes: statSync(file).size, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Says how far the job is, on standard error, where a person looks. An interrupt stops it: nothing of it stays. */
async function follow(client: ParleyClient, id: string, invocation: Invocation): Promise<void> {
  const stop = (): void => void client.jobs.cancel({ id });
  process.once('SIGINT', stop);
  try {
    for await (const event of await client.jobs.watch({ id })) {
      if (event.state === 'running' && event.progress !== null && process.stderr.isTTY) invocation.say(progressLine(event.progress));
    }
  } finally {
    process.off('SIGINT', stop);
  }
}

function progressLine({ step, done, total, unit, leftMs }: JobProgress): string {
  const share = total === null || total === 0 ? '' : ` of ${total}`;
  const left = leftMs === null ? '' : `, ${Math.ceil(leftMs / 1000)} s left`;
  return `${step} ${done}${share} ${unit}${left}`;
}

/** The documented answer: the counts carry the name of what was counted. */
function documentOf(answer: ImportAnswer): unknown {
  const { counts, tickets, coverage, quality, quarantine } = answer;
  const counted = answer.kind === 'tickets' ? { events: counts, tickets } : answer.kind === 'outages' ? { outages: counts } : { values: counts };
  return {
    profile: answer.profile,
    coverage,
    ...counted,
    quarantine,
    quality,
    import: answer.import,
    ...(answer.dryRun ? { dryRun: true } : {}),
    source: answer.source,
    created: answer.created,
    file: answer.file,
    reading: answer.reading,
  };
}

function textOf(answer: ImportAnswer): string {
  const { counts, tickets } = answer;
  const rows: (string | number)[][] = [[answer.kind === 'tickets' ? 'Rows' : answer.kind, counts.read, counts.new, counts.updated, counts.unchanged, counts.quarantined]];
  if (tickets !== null) rows.unshift(['Tickets', tickets.total, tickets.new, tickets.updated, tickets.unchanged, '']);
  const facts = textFacts([
    ['Profile', answer.profile],
    ['Source', answer.source],
    ['Covers', answer.coverage === null ? 'nothing' : `${answer.coverage.from} to ${answer.coverage.to}`],
    ['Import', answer.import ?? (answer.dryRun ? 'dry run: nothing was written' : 'nothing new')],
  ]);
  const reasons = answer.reasons.map((reason) => `${reason.count}  ${reason.text}, first in line ${reason.line}`);
  const quality = answer.quality.map((finding) => `${finding.count}  ${finding.text}`);
  return [facts, '', textTable(['', 'Read', 'New', 'Updated', 'Unchanged', 'Quarantined'], rows), ...(reasons.length > 0 ? ['', 'Quarantine', ...reasons] : []), ...(quality.length > 0 ? ['', 'Data quality', ...quality] : [])].join('\n');
}
