import type { Database } from 'better-sqlite3';
import { catalogue, livingColumns, type TableClass } from './catalogue.ts';
import { guardTriggers } from './guards.ts';
import { rules } from './rules.ts';

/** What the generator reads from the schema itself, so that no column is listed twice. */
export type TableShape = {
  readonly name: string;
  readonly letters: string;
  readonly columns: readonly string[];
  /** Columns that identify the row: `id`, else the primary key. */
  readonly identity: readonly string[];
  /** Primary key and `id`: never updated. */
  readonly fixed: readonly string[];
  /** The owner with which the row goes: foreign key ON DELETE CASCADE. */
  readonly owners: readonly { readonly column: string; readonly table: string; readonly key: string }[];
  /** The foreign key to the sealed table below which this one stands. */
  readonly sealedBy: { readonly column: string; readonly table: string } | null;
};

/** Drops all triggers and makes them anew from the class letters. Runs at the end of a migration, never at opening. */
export function rebuildTriggers(database: Database): void {
  dropTriggers(database);
  database.exec(triggerSql(tableShapes(database)));
}

/** Removes every trigger, so that a migration can rebuild protected tables. */
export function dropTriggers(database: Database): void {
  const names = database.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of names) database.exec(`DROP TRIGGER "${name}"`);
}

/** The whole text of all triggers for the given tables. */
export function triggerSql(shapes: readonly TableShape[]): string {
  return [...shapes.flatMap(tableTriggers), recordsTrigger(shapes), guardTriggers].join('\n');
}

/** Reads columns, keys and owners of every table of the catalogue. */
export function tableShapes(database: Database): TableShape[] {
  return catalogue.filter((table) => exists(database, table.name)).map((table) => shapeOf(database, table));
}

/** JSON object of all columns of a row: the image that the log keeps. */
export function imageSql(shape: Pick<TableShape, 'columns'>, row: string): string {
  return `json_object(${shape.columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;
}

function exists(database: Database, table: string): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;
}

function shapeOf(database: Database, table: TableClass): TableShape {
  const columns = database.prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid').all(table.name);
  const keys = database
    .prepare<[string], { column: string; table: string; key: string; onDelete: string }>(
      'SELECT "from" AS "column", "table", "to" AS "key", on_delete AS onDelete FROM pragma_foreign_key_list(?) ORDER BY id',
    )
    .all(table.name);
  const names = columns.map((column) => column.name);
  const primary = columns.filter((column) => column.pk > 0).map((column) => column.name);
  const roots = new Set(catalogue.filter((other) => other.letters.includes('S')).map((other) => other.name));
  const isRoot = names.includes('sealed_at');
  const seal = table.letters.includes('S') && !isRoot ? keys.find((key) => key.column === 'version_id' && roots.has(key.table)) : undefined;
  return {
    name: table.name,
    letters: table.letters,
    columns: names,
    identity: names.includes('id') ? ['id'] : primary,
    fixed: [...new Set([...primary, ...(names.includes('id') ? ['id'] : [])])],
    owners: keys.filter((key) => key.onDelete === 'CASCADE'),
    sealedBy: seal ? { column: seal.column, table: seal.table } : null,
  };
}

const openChange = '(SELECT no FROM changes WHERE hash IS NULL)';
const openCause = '(SELECT cause FROM changes WHERE hash IS NULL)';

function raise(rule: { readonly text: string }): string {
  return `SELECT RAISE(ABORT, '${rule.text.replaceAll("'", "''")}')`;
}

function trigger(name: string, when: string, body: readonly string[], condition?: string): string {
  return `CREATE TRIGGER ${name} ${when}${condition === undefined ? '' : ` WHEN ${condition}`} BEGIN ${body.map((line) => `${line};`).join(' ')} END;`;
}

function tableTriggers(shape: TableShape): string[] {
  const has = (letter: string): boolean => shape.letters.includes(letter);
  const triggers: string[] = [];
  const isLogged = (has('E') || has('F')) && !(has('F') && has('B'));
  if (isLogged) triggers.push(...logTriggers(shape, has('B')));
  if (has('E')) triggers.push(identityTrigger(shape));
  if (has('F')) triggers.push(fixedTrigger(shape), ownedTrigger(shape));
  if (has('V')) triggers.push(fixedTrigger(shape), trigger(`${shape.name}_kept`, `BEFORE DELETE ON ${shape.name}`, [raise(rules.kept)], `coalesce(${openCause}, '') NOT IN ('undo', 'purge')`));
  if (has('S')) triggers.push(...(shape.sealedBy ? sealedChildTriggers(shape, shape.sealedBy) : sealedRootTriggers(shape)));
  if (has('R') && shape.columns.includes('state')) triggers.push(...stateTriggers(shape));
  return triggers;
}

/** Images before and after; the record of an R table comes and goes in the same trigger, so that owned rows are logged before their owner. */
function logTriggers(shape: TableShape, isBulk: boolean): string[] {
  const { name, letters } = shape;
  const isRecord = letters.includes('R');
  const required = `${raise(rules.noChange)} WHERE ${openChange} IS NULL`;
  const unlessBulk = isBulk ? ' WHERE (SELECT is_bulk FROM changes WHERE hash IS NULL) = 0' : '';
  const log = (operation: string, row: string, before: string, after: string): string =>
    `INSERT INTO change_rows (change_no, table_name, row_id, op, before_json, after_json) SELECT ${openChange}, '${name}', ${rowId(shape, row)}, '${operation}', ${before}, ${after}${unlessBulk}`;
  const changed = shape.columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');
  const oldImage = imageSql(shape, 'OLD');
  const newImage = imageSql(shape, 'NEW');
  return [
    trigger(`${name}_log_insert`, `AFTER INSERT ON ${name}`, [
      required,
      ...(isRecord ? [`INSERT INTO records (id, kind) VALUES (NEW.id, '${name}')`] : []),
      log('insert', 'NEW', 'NULL', newImage),
    ]),
    trigger(`${name}_log_update`, `AFTER UPDATE ON ${name}`, [required, log('update', 'NEW', oldImage, newImage)], changed),
    trigger(`${name}_log_delete`, `AFTER DELETE ON ${name}`, [
      required,
      ...(isRecord ? ['DELETE FROM records WHERE id = OLD.id'] : []),
      log('delete', 'OLD', oldImage, 'NULL'),
    ]),
  ];
}

function rowId(shape: TableShape, row: string): string {
  return shape.identity.map((column) => `CAST(${row}.${column} AS TEXT)`).join(" || '/' || ");
}

function identityTrigger(shape: TableShape): string {
  const changed = shape.fixed.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');
  return trigger(`${shape.name}_identity`, `BEFORE UPDATE OF ${shape.fixed.join(', ')} ON ${shape.name}`, [raise(rules.identity)], changed);
}

function fixedTrigger(shape: TableShape): string {
  return trigger(`${shape.name}_fixed`, `BEFORE UPDATE ON ${shape.name}`, [raise(rules.fixed)]);
}

/** A fact goes with its owner (which a cascade has already removed), by undo, or by a purge. */
function ownedTrigger(shape: TableShape): string {
  const ownerStands = shape.owners.map((owner) => `EXISTS (SELECT 1 FROM ${owner.table} WHERE ${owner.key} = OLD.${owner.column})`);
  const stands = ownerStands.length > 0 ? ` AND (${ownerStands.join(' OR ')})` : '';
  return trigger(`${shape.name}_kept`, `BEFORE DELETE ON ${shape.name}`, [raise(rules.kept)], `coalesce(${openCause}, '') NOT IN ('undo', 'purge')${stands}`);
}

const notPurging = `${openCause} IS NOT 'purge'`;

function sealedRootTriggers(shape: TableShape): string[] {
  const living = livingColumns[shape.name] ?? [];
  const frozen = shape.columns.filter((column) => !living.includes(column));
  const changed = frozen.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');
  return [
    trigger(`${shape.name}_seal_update`, `BEFORE UPDATE ON ${shape.name}`, [raise(rules.sealed)], `OLD.sealed_at IS NOT NULL AND (${changed}) AND ${notPurging}`),
    trigger(`${shape.name}_seal_delete`, `BEFORE DELETE ON ${shape.name}`, [raise(rules.sealed)], `OLD.sealed_at IS NOT NULL AND ${notPurging}`),
  ];
}

function sealedChildTriggers(shape: TableShape, seal: { readonly column: string; readonly table: string }): string[] {
  const isSealed = (row: string): string => `EXISTS (SELECT 1 FROM ${seal.table} WHERE id = ${row}.${seal.column} AND sealed_at IS NOT NULL)`;
  const refuse = (operation: string, condition: string): string =>
    trigger(`${shape.name}_seal_${operation.toLowerCase()}`, `BEFORE ${operation} ON ${shape.name}`, [raise(rules.sealed)], `(${condition}) AND ${notPurging}`);
  return [refuse('INSERT', isSealed('NEW')), refuse('UPDATE', `${isSealed('OLD')} OR ${isSealed('NEW')}`), refuse('DELETE', isSealed('OLD'))];
}

/** Moves follow `state_moves` and leave a transition; the first state comes from the empty one. Undo and merge may go back. */
function stateTriggers(shape: TableShape): string[] {
  const { name } = shape;
  const isFree = `coalesce(${openCause}, '') IN ('undo', 'merge')`;
  const allowed = (from: string): string => `EXISTS (SELECT 1 FROM state_moves WHERE machine = '${name}' AND from_state = ${from} AND to_state = NEW.state)`;
  return [
    trigger(`${name}_state_start`, `BEFORE INSERT ON ${name}`, [raise(rules.start)], `NOT ${isFree} AND NOT ${allowed("''")}`),
    trigger(`${name}_state_move`, `BEFORE UPDATE OF state ON ${name}`, [raise(rules.move)], `OLD.state <> NEW.state AND NOT ${isFree} AND NOT ${allowed('OLD.state')}`),
    trigger(
      `${name}_state_moved`,
      `AFTER UPDATE OF state ON ${name}`,
      [`INSERT INTO transitions (record_id, change_no, from_state, to_state) VALUES (NEW.id, ${openChange}, OLD.state, NEW.state)`],
      `OLD.state <> NEW.state AND ${openCause} IS NOT 'undo'`,
    ),
  ];
}

/** No record without its row: the row is there when its trigger makes the record. */
function recordsTrigger(shapes: readonly TableShape[]): string {
  const cases = shapes.filter((shape) => shape.letters.includes('R')).map((shape) => `WHEN '${shape.name}' THEN EXISTS (SELECT 1 FROM ${shape.name} WHERE id = NEW.id)`);
  return [
    trigger('records_row', 'BEFORE INSERT ON records', [raise(rules.record)], `NOT (CASE NEW.kind ${cases.join(' ')} ELSE 0 END)`),
    trigger('records_fixed', 'BEFORE UPDATE ON records', [raise(rules.identity)]),
  ].join('\n');
}
