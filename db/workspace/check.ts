import { createHash } from 'node:crypto';
import { contentText } from '#shared/agreements/contents.ts';
import { contentOfRow, sha256 } from '../agreements/contents.ts';
import { termContents } from '../agreements/tables.ts';
import { verifyChain } from '../changes/verify.ts';
import { readFilePieces } from '../files/queries.ts';
import type { Reader } from '../reader.ts';
import { catalogue } from '../schema/catalogue.ts';

/**
 * What is wrong with the file, in sentences; empty where everything holds: pages, references, records, the log's chain,
 * and every hash recomputed from what it stands for (contents, sealed manifests, stored bytes).
 */
export function problemsOf(reader: Reader): string[] {
  return [...pageProblems(reader), ...referenceProblems(reader), ...recordProblems(reader), ...verifyChain(reader).problems, ...imageProblems(reader), ...contentProblems(reader), ...sealProblems(reader), ...fileProblems(reader)];
}

function pageProblems(reader: Reader): string[] {
  return reader
    .all<{ quick_check: string }>('PRAGMA quick_check(20)')
    .map((row) => row.quick_check)
    .filter((text) => text !== 'ok')
    .map((text) => `Damaged page: ${text}`);
}

function referenceProblems(reader: Reader): string[] {
  return reader
    .all<{ table: string; parent: string }>('PRAGMA foreign_key_check')
    .slice(0, 20)
    .map((row) => `A row of ${row.table} points to a missing row of ${row.parent}.`);
}

/** Every record has its row, every row its record. */
function recordProblems(reader: Reader): string[] {
  return catalogue
    .filter((table) => table.letters.includes('R'))
    .flatMap(({ name }) => {
      const alone = reader.value<number>(
        `SELECT (SELECT count(*) FROM records WHERE kind = '${name}' AND id NOT IN (SELECT id FROM ${name})) + (SELECT count(*) FROM ${name} WHERE id NOT IN (SELECT id FROM records WHERE kind = '${name}'))`,
      );
      return alone === 0 ? [] : [`${alone} records of ${name} stand alone.`];
    });
}

/** Every row of an entity or fact is what the log last wrote of it: a change past the log is named. A column that a later format added counts by its default. */
function imageProblems(reader: Reader): string[] {
  return catalogue
    .filter(({ letters }) => /[EF]/u.test(letters) && !letters.includes('B'))
    .flatMap(({ name }) => {
      const columns = reader.all<{ name: string; pk: number; fallback: string | null }>('SELECT name, pk, dflt_value AS fallback FROM pragma_table_info(?) ORDER BY cid', name);
      const identity = columns.some((column) => column.name === 'id') ? ['id'] : columns.filter((column) => column.pk > 0).map((column) => column.name);
      const rowId = identity.map((column) => `CAST(present.${column} AS TEXT)`).join(" || '/' || ");
      const differs = columns.map((column) => `present.${column.name} IS NOT iif(json_type(image, '$.${column.name}') IS NULL, ${column.fallback ?? 'NULL'}, image ->> '$.${column.name}')`).join(' OR ');
      const changed = reader.all<{ id: string }>(
        `SELECT row AS id FROM (SELECT ${rowId} AS row, present.*, (SELECT after_json FROM change_rows WHERE row_id = ${rowId} AND table_name = '${name}' ORDER BY no DESC LIMIT 1) AS image FROM ${name} AS present) AS present
         WHERE image IS NOT NULL AND (${differs}) LIMIT 20`,
      );
      return changed.map(({ id }) => `The row ${id} of ${name} is not what the log last wrote: it was changed past Parley.`);
    });
}

function contentProblems(reader: Reader): string[] {
  return reader.drizzle
    .select()
    .from(termContents)
    .all()
    .filter((row) => sha256(contentText(contentOfRow(row))) !== row.hash)
    .map((row) => `The content ${row.hash.slice(0, 8)} (${row.title ?? row.kind}) is not what its hash says.`);
}

function sealProblems(reader: Reader): string[] {
  return reader
    .all<{ number: string; version: number; text: string; hash: string }>(
      `SELECT number, version, manifest_json AS text, manifest_sha256 AS hash FROM version_seals
       JOIN agreement_versions ON agreement_versions.id = version_id JOIN agreements ON agreements.id = agreement_id`,
    )
    .filter((seal) => sha256(seal.text) !== seal.hash)
    .map((seal) => `The sealed content of ${seal.number} version ${seal.version} is not what its hash says.`);
}

/** A file of which only the hash was kept has no bytes to check. */
function fileProblems(reader: Reader): string[] {
  return reader
    .all<{ id: string; name: string; sha256: string }>('SELECT id, name, sha256 FROM files WHERE byte_count = 0 OR no IN (SELECT file_no FROM file_chunks) ORDER BY no')
    .filter((file) => {
      const digest = createHash('sha256');
      for (const piece of readFilePieces(reader, file.id)) digest.update(piece);
      return digest.digest('hex') !== file.sha256;
    })
    .map((file) => `The bytes of ${file.name} are not what their hash says.`);
}
