import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Store } from '#db/store.ts';
import { createWorkspace } from '#db/workspace/commands.ts';
import { undoImport } from '#db/imports/undo.ts';
import { runImport } from '#electron/importers/run-import.ts';
import { importSettingsSchema, type ImportAnswer } from '#shared/imports/model.ts';
import { temporaryFolder, temporaryStore } from '#tests/fixtures/store.ts';

/** A workspace on a real file, with the row about itself. */
export function temporaryWorkspace(): Store {
  const store = temporaryStore();
  store.write({ command: 'workspace.create', cause: 'system' }, (tx) => createWorkspace(tx, { name: 'test', zone: 'UTC', createdAt: 0 }));
  return store;
}

export type Order = Partial<z.input<typeof importSettingsSchema>> & { readonly dryRun?: boolean; readonly name?: string };

/** Imports a file of this content; tickets in UTC unless the order says something else. */
export async function importContent(store: Store, content: string | Uint8Array, order: Order = {}): Promise<ImportAnswer> {
  const { dryRun = false, name = 'export.csv', ...settings } = order;
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, content);
  return importFile(store, file, { ...settings, dryRun });
}

export async function importFile(store: Store, file: string, { dryRun = false, ...settings }: Order = {}): Promise<ImportAnswer> {
  const host = { store, actorId: null, report: () => undefined, checkpoint: () => undefined };
  return runImport(host, { file, name: path.basename(file), settings: importSettingsSchema.parse({ kind: 'tickets', zone: 'UTC', ...settings }), dryRun });
}

export function undo(store: Store, id: string): void {
  store.write({ command: 'imports.undo', cause: 'undo', isBulk: true }, (tx) => undoImport(tx, id));
}

export const logHeader = ['number', 'incident_state', 'sys_mod_count', 'opened_at', 'sys_updated_at', 'priority', 'assignment_group', 'resolved_at', 'closed_at'];

/** The log of two incidents: INC1 is paused for its customer and resolved, INC2 is still active. */
export const logRows = [
  ['INC1', 'New', '0', '13/1/2026 09:00', '13/1/2026 09:05', '1 - Critical', 'Desk', '?', '?'],
  ['INC1', 'Awaiting User Info', '1', '13/1/2026 09:00', '13/1/2026 10:00', '1 - Critical', 'Desk', '?', '?'],
  ['INC1', 'Resolved', '3', '13/1/2026 09:00', '13/1/2026 12:00', '1 - Critical', 'Desk', '13/1/2026 12:00', '?'],
  ['INC2', 'Active', '0', '14/1/2026 09:00', '14/1/2026 09:05', '2 - High', 'Network', '?', '?'],
];

export function csv(rows: readonly (readonly string[])[] = logRows, { header = logHeader, delimiter = ',', newline = '\n' } = {}): string {
  return [header, ...rows].map((row) => row.join(delimiter)).join(newline) + newline;
}

export function count(store: Store, table: string): number {
  return store.read((reader) => reader.value<number>(`SELECT count(*) FROM ${table}`)) ?? 0;
}

export async function refusal(work: Promise<unknown>): Promise<{ code: string; message: string; details: readonly { path: string }[]; wayOut: string | null }> {
  try {
    await work;
  } catch (error) {
    return error as { code: string; message: string; details: readonly { path: string }[]; wayOut: string | null };
  }
  throw new Error('It was not refused.');
}
