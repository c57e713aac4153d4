import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const recentSchema = z.array(z.string()).max(100);
const most = 10;

/** The workspaces that were opened last on this computer, newest first, without those that are gone. */
export function recentWorkspaces(file: string): readonly string[] {
  return read(file).filter((workspace) => existsSync(workspace));
}

/** Puts a workspace first. Several Parleys share the list; where two write at once one entry may be lost, never the list. */
export function rememberRecent(file: string, workspace: string): void {
  const list = [workspace, ...read(file).filter((known) => known !== workspace)].slice(0, most);
  const draft = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(draft, JSON.stringify(list), { mode: 0o600 });
    renameSync(draft, file);
  } catch (error) {
    process.stderr.write(`The list of recent workspaces could not be written: ${String(error)}\n`);
  }
}

function read(file: string): readonly string[] {
  try {
    const parsed = recentSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
