import { settleMove } from '#db/backups/move.ts';
import type { Installation } from '#electron/installation.ts';
import { moveBackupSettings } from '../backups/settings.ts';

/** Before the workspace is opened at its new place, and while nobody has it open at the old one: its newest content, who is at the keyboard, and how it is copied go along. */
export async function takeOver(from: string, to: string, installation: Installation): Promise<void> {
  await settleMove(from, to);
  installation.move(from, to);
  moveBackupSettings(installation.directory, from, to);
}

/** The workspace could not be opened at its new place, so it goes on at the old one: what had gone along comes back. */
export function giveBack(from: string, to: string, installation: Installation): void {
  installation.move(to, from);
  moveBackupSettings(installation.directory, to, from);
}
