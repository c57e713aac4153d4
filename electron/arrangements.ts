import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { makeFolder } from '#db/make-folder.ts';
import { arrangementSchema, type Arrangement } from '#shared/views/model.ts';

const fileSchema = z.object({ schema: z.literal('parley/arrangements/1'), places: z.record(z.string(), arrangementSchema) });
type Places = Readonly<Record<string, Arrangement>>;

/** How the tables stand on this computer: `arrangements.json` of the configuration folder. A file that cannot be read counts as none. */
export function readArrangements(directory: string): Places {
  const file = path.join(directory, 'arrangements.json');
  if (!existsSync(file)) return {};
  const parsed = fileSchema.safeParse(jsonOf(readFileSync(file, 'utf8')));
  return parsed.success ? parsed.data.places : {};
}

/** Keeps how one table stands. */
export function keepArrangement(directory: string, place: string, arrangement: Arrangement): void {
  const file = path.join(directory, 'arrangements.json');
  const places: Places = { ...readArrangements(directory), [place]: arrangement };
  makeFolder(directory);
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify({ schema: 'parley/arrangements/1', places }, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
