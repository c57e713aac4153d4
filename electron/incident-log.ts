import { appendFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '#db/make-folder.ts';

/** Where unexpected failures are written down. Nothing of it crosses to the page but the incident's id. */
export type IncidentLog = { readonly file: string; record(incident: string, what: string, error: unknown): void };

const largestLogBytes = 2_000_000;

/** A log of JSON lines, kept under 4 MB: at 2 MB the file becomes the previous one. A log that cannot be written is given up silently. */
export function openIncidentLog(file: string, clock: () => number): IncidentLog {
  return {
    file,
    record: (incident, what, error) => {
      const line = JSON.stringify({ at: new Date(clock()).toISOString(), incident, what, ...describe(error) });
      try {
        makeFolder(path.dirname(file));
        rotate(file);
        appendFileSync(file, `${line}\n`, { mode: 0o600 });
      } catch (cause) {
        process.stderr.write(`Incident ${incident} could not be logged: ${String(cause)}\n`);
      }
    },
  };
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLogBytes) renameSync(file, `${file}.previous`);
}

function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) };
  return {
    error: error.message,
    stack: error.stack,
    ...('issues' in error ? { issues: error.issues } : {}),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}
