import { firstPath } from './0001-first-path/migration.ts';
import { atHome } from './0002-at-home/migration.ts';
import { inUse } from './0003-in-use/migration.ts';
import type { Migration } from './migration.ts';

/** All steps in order; the last one's number is the schema version of this program. */
export const migrations: readonly Migration[] = [firstPath, atHome, inUse];

export const schemaVersion = migrations.at(-1)?.version ?? 0;
