import { implement } from '@orpc/server';
import { attachedCount } from '#db/imports/attached.ts';
import { setCoverage } from '#db/imports/typed.ts';
import { leaveOut, leftOutCount, problemReasons, problemRows } from '#db/imports/quarantine.ts';
import { remapValue } from '#db/imports/mappings.ts';
import { importProfiles, removeProfile, renameProfile, saveProfile } from '#db/imports/profiles.ts';
import { importWithId, listImports, type ImportRow } from '#db/imports/queries.ts';
import { undoImport } from '#db/imports/undo.ts';
import { workspaceRow } from '#db/workspace/queries.ts';
import { ParleyError } from '#shared/errors.ts';
import { csvText } from '#shared/format/csv.ts';
import { importsContract } from '#shared/imports/contract.ts';
import { ticketsIn } from '#shared/imports/corrections.ts';
import { importAnswerSchema } from '#shared/imports/model.ts';
import { problemText } from '#shared/imports/problems.ts';
import { refuseShippedName, shippedProfiles, shippedTitles } from '#shared/imports/shipped-profiles.ts';
import { previewSchema } from '#shared/imports/screen-model.ts';
import { parseInstant } from '#shared/time/instant.ts';
import type { CoreContext } from '#electron/core.ts';
import { correctRows } from './correct.ts';
import { effectsOf } from './effects.ts';
import { coveragesOf } from './coverages.ts';
import { importRecord, settingsOf } from './record.ts';

const call = implement(importsContract).$context<CoreContext>();

export const importsHandlers = {
  preview: call.preview.handler(({ context, input }) => {
    const file = context.files.get(input.file);
    return context.jobs.start('import-preview', { file: file.path, name: file.name, settings: input.settings });
  }),
  previewed: call.previewed.handler(async ({ context, input }) => previewSchema.parse(await context.jobs.result(input.id))),
  dryRun: call.dryRun.handler(({ context, input }) => startJob(context, input, true)),
  start: call.start.handler(({ context, input }) => {
    const job = startJob(context, input, false);
    void forgetTaken(context, job.id, input.file);
    return job;
  }),
  effects: call.effects.handler(({ context, input }) => effectsOf(context, input.id)),
  result: call.result.handler(async ({ context, input }) => importAnswerSchema.parse(await context.jobs.result(input.id))),
  list: call.list.handler(({ context }) => context.store.read((reader) => listImports(reader)).map(importRecord)),
  show: call.show.handler(({ context, input }) =>
    context.store.read((reader) => {
      const row = found(importWithId(reader, input.id));
      const { header, delimiter, profile } = settingsOf(row);
      const lines = header === null || delimiter === null ? null : { header, delimiter };
      const waitingTickets = lines === null || row.kind !== 'tickets' ? null : ticketsIn(problemRows(reader, row.no, { limit: mostWaiting }).rows, lines, profile);
      return { ...importRecord(row), lines, waitingTickets, leftOut: leftOutCount(reader, row.no), attached: attachedCount(reader, row.no), reasons: problemReasons(reader, row.no).map((reason) => ({ ...reason, text: problemText(reason.code) })) };
    }),
  ),
  problems: call.problems.handler(({ context, input }) =>
    context.store.read((reader) => problemRows(reader, found(importWithId(reader, input.id)).no, input)),
  ),
  exportProblems: call.exportProblems.handler(({ context, input }) => {
    const { name, rows } = context.store.read((reader) => {
      const row = found(importWithId(reader, input.id));
      return { name: row.fileName, rows: problemRows(reader, row.no).rows };
    });
    const text = csvText([['line', 'reason', 'row'], ...rows.map((row) => [row.line, reasonWords(row), row.raw])]);
    const transfer = context.files.offer(`quarantine ${name.replace(/\.\w+$/u, '')}.csv`, 'text/csv; charset=utf-8', new TextEncoder().encode(text));
    return { file: transfer.id, rows: rows.length };
  }),
  correct: call.correct.handler(({ context, input }) => correctRows(context, input)),
  leaveOut: call.leaveOut.handler(({ context, input }) => ({
    left: context.store.write({ command: 'imports.leave-out', actorId: context.actor.personId, subjectId: input.id }, (tx) => leaveOut(tx, input.id, input.lines)),
  })),
  undo: call.undo.handler(async ({ context, input }) => {
    await context.backups.beforeUndo();
    const undone = context.store.write({ command: 'imports.undo', cause: 'undo', actorId: context.actor.personId, subjectId: input.id, isBulk: true }, (tx) => undoImport(tx, input.id));
    return { id: input.id, undone: true as const, ...undone };
  }),
  profiles: {
    list: call.profiles.list.handler(({ context, input }) => {
      const saved = context.store.read((reader) => importProfiles(reader)).map((one) => ({ ...one, title: one.profile.name, isShipped: false }));
      const shipped = shippedProfiles.map((profile) => ({ id: null, organisationId: null, title: shippedTitles[profile.name] ?? profile.name, isShipped: true, profile }));
      return [...saved, ...shipped].filter(({ profile }) => input.kind === undefined || profile.kind === input.kind);
    }),
    save: call.profiles.save.handler(({ context, input }) => {
      refuseShippedName(input.profile.name);
      const id = context.store.write({ command: 'imports.save-profile', actorId: context.actor.personId }, (tx) => saveProfile(tx, input.profile, input.organisationId));
      return { id };
    }),
    rename: call.profiles.rename.handler(({ context, input }) => {
      refuseShippedName(input.name);
      context.store.write({ command: 'imports.save-profile', actorId: context.actor.personId, subjectId: input.id }, (tx) => renameProfile(tx, input.id, input.name));
      return { id: input.id };
    }),
    remove: call.profiles.remove.handler(({ context, input }) => {
      context.store.write({ command: 'imports.remove-profile', actorId: context.actor.personId, subjectId: input.id }, (tx) => removeProfile(tx, input.id));
      return { removed: true };
    }),
  },
  coverages: call.coverages.handler(({ context }) => coveragesOf(context)),
  setCoverage: call.setCoverage.handler(({ context, input }) => {
    const zone = context.store.read((reader) => workspaceRow(reader).zone);
    const [from, to] = [parseInstant(input.from, zone), parseInstant(input.to, zone)];
    if (to <= from) throw new ParleyError('invalid-input', 'The coverage ends before it begins.', { details: [{ path: 'to', message: 'must be after from' }], wayOut: 'Correct one of the two.' });
    context.store.write({ command: 'imports.set-coverage', actorId: context.actor.personId }, (tx) => setCoverage(tx, { ...input, from, to }));
    return { from, to };
  }),
  remap: call.remap.handler(({ context, input }) => ({
    id: context.store.write({ command: 'imports.remap', actorId: context.actor.personId, subjectId: input.sourceId }, (tx) => remapValue(tx, input)),
  })),
};

function startJob(context: CoreContext, input: { readonly file: string; readonly settings: unknown }, dryRun: boolean): { id: string } {
  const file = context.files.get(input.file);
  return context.jobs.start('import', { file: file.path, name: file.name, settings: input.settings, dryRun });
}

/** When a file was taken in, its copy on the way goes. */
async function forgetTaken({ jobs, files }: CoreContext, job: string, file: string): Promise<void> {
  const event = await jobs.finished(job);
  if (event.state === 'done' && importAnswerSchema.parse(event.result).import !== null) files.forget(file);
}

/** Quarantined rows whose tickets are counted for the screen. */
const mostWaiting = 10_000;

function reasonWords({ code, detail }: { readonly code: string; readonly detail: string }): string {
  return detail === '' ? problemText(code) : `${problemText(code)}: ${detail}`;
}

function found(row: ImportRow | null): ImportRow {
  if (row === null) throw new ParleyError('not-found', 'There is no such import.', { wayOut: 'Look it up in the list of imports.' });
  return row;
}
