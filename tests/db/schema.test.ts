import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import * as agreements from '#db/agreements/tables.ts';
import * as calendars from '#db/calendars/tables.ts';
import * as changes from '#db/changes/tables.ts';
import * as compliance from '#db/compliance/tables.ts';
import * as documents from '#db/documents/tables.ts';
import * as files from '#db/files/tables.ts';
import * as imports from '#db/imports/tables.ts';
import * as metrics from '#db/metrics/tables.ts';
import * as organisations from '#db/organisations/tables.ts';
import * as outages from '#db/outages/tables.ts';
import * as records from '#db/records/tables.ts';
import { catalogue } from '#db/schema/catalogue.ts';
import * as search from '#db/search/tables.ts';
import * as services from '#db/services/tables.ts';
import * as signing from '#db/signing/tables.ts';
import { openStore } from '#db/store.ts';
import * as tickets from '#db/tickets/tables.ts';
import * as workspace from '#db/workspace/tables.ts';
import { testDevice, tickingClock } from '#tests/fixtures/store.ts';

type Column = { name: string; type: string; notnull: number; pk: number };
const schema = readSchema();

it('lists every table of the file in the catalogue, and no other', () => {
  expect(schema.tables.map((table) => table.name).sort()).toEqual(catalogue.map((table) => table.name).sort());
});

it('keeps every table STRICT, WITHOUT ROWID where its class says so', () => {
  for (const table of schema.tables) {
    expect([table.name, table.strict]).toEqual([table.name, 1]);
    expect([table.name, table.wr === 1]).toEqual([table.name, catalogue.find((entry) => entry.name === table.name)?.letters.includes('W') ?? false]);
  }
});

it('has an index for every foreign key', () => {
  expect(schema.unindexed).toEqual([]);
});

it('checks every _json column, every _on date, every flag and every ratio', () => {
  const unchecked = schema.tables.flatMap((table) =>
    table.columns
      .filter(({ name }) => /_json$|_on$|_ppb$|^is_|^has_/u.test(name))
      .filter(({ name }) => !new RegExp(`CHECK \\([^\\n]*\\b${name}\\b`, 'u').test(table.sql))
      .map(({ name }) => `${table.name}.${name}`),
  );
  expect(unchecked).toEqual([]);
});

it('has no blob in a logged table', () => {
  const logged = catalogue.filter(({ letters }) => letters.includes('E') || (letters.includes('F') && !letters.includes('B')));
  const blobs = logged.flatMap(({ name }) => (schema.tables.find((table) => table.name === name)?.columns ?? []).filter((column) => column.type === 'BLOB').map((column) => `${name}.${column.name}`));
  expect(blobs).toEqual([]);
});

it('lets no public table point to an internal one', () => {
  expect(schema.foreignKeys.filter((key) => key.parent.startsWith('internal_') && !key.child.startsWith('internal_'))).toEqual([]);
});

it.each(catalogue.map(({ name, letters }) => [name, letters] as const))('has the triggers of its class: %s %s', (name, letters) => {
  const has = (letter: string): boolean => letters.includes(letter);
  const triggers = schema.triggers.filter((trigger) => trigger.table === name).map((trigger) => trigger.name);
  const isLogged = (has('E') || has('F')) && !(has('F') && has('B'));
  expect(triggers.includes(`${name}_log_insert`) && triggers.includes(`${name}_log_update`) && triggers.includes(`${name}_log_delete`)).toBe(isLogged);
  expect(triggers.includes(`${name}_fixed`)).toBe(has('F') || has('V') || name === 'records');
  expect(triggers.includes(`${name}_kept`)).toBe(has('F') || has('V'));
  expect(triggers.some((trigger) => trigger.startsWith(`${name}_seal_`) && !trigger.endsWith('calendars'))).toBe(has('S'));
  expect(triggers.length === 0).toBe((has('B') && !has('E') && !has('F')) || (has('D') && !['records', 'search_entries'].includes(name)));
});

it('describes the same columns to Drizzle', () => {
  const modules = [agreements, calendars, changes, compliance, documents, files, imports, metrics, organisations, outages, records, search, services, signing, tickets, workspace];
  const described = modules.flatMap((module) => Object.values(module)).filter((value) => is(value, SQLiteTable));
  const byDrizzle = Object.fromEntries(
    described.map((table) => [
      getTableName(table),
      Object.values(getTableColumns(table)).map((column) => ({ name: column.name, type: column.getSQLType().toUpperCase(), notNull: column.notNull, values: column.enumValues ?? [] })),
    ]),
  );
  const bySchema = Object.fromEntries(
    schema.tables.map((table) => [
      table.name,
      table.columns.map((column) => ({ name: column.name, type: column.type, notNull: column.notnull === 1 || column.pk > 0, values: closedList(table.sql, column.name) })),
    ]),
  );
  expect(byDrizzle).toEqual(bySchema);
});

function closedList(sql: string, column: string): string[] {
  const list = new RegExp(`^ {2}${column} .*CHECK \\(${column} IN \\(([^)]*)\\)\\)`, 'mu').exec(sql)?.[1];
  return list === undefined || !list.includes("'") ? [] : list.split(', ').map((value) => value.slice(1, -1));
}

/** The schema of a fresh file. */
function readSchema() {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-schema-'));
  const store = openStore({ file: path.join(folder, 'workspace.parley'), device: testDevice, clock: tickingClock() });
  try {
    return store.read((reader) => {
      const tables = reader
        .all<{ name: string; strict: number; wr: number }>("SELECT name, strict, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        .map((table) => ({
          ...table,
          sql: reader.value<string>('SELECT sql FROM sqlite_schema WHERE name = ?', table.name) ?? '',
          columns: reader.all<Column>('SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid', table.name),
        }));
      const foreignKeys = tables.flatMap((table) =>
        reader.all<{ parent: string; column: string }>('SELECT "table" AS parent, "from" AS "column" FROM pragma_foreign_key_list(?)', table.name).map((key) => ({ child: table.name, ...key })),
      );
      const unindexed = foreignKeys
        .filter((key) => !reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT 1 FROM "${key.child}" WHERE "${key.column}" = ?`, 1).every((step) => step.detail.startsWith('SEARCH')))
        .map((key) => `${key.child}.${key.column}`);
      return { tables, foreignKeys, unindexed, triggers: reader.all<{ name: string; table: string }>("SELECT name, tbl_name AS \"table\" FROM sqlite_schema WHERE type = 'trigger'") };
    });
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}
