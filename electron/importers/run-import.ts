import { closeSync, openSync, readSync } from 'node:fs';
import { completeSource, createSource, forgetResults, insertCoverage, insertImport, reserveImport } from '#db/imports/commands.ts';
import { bringAttachedBack } from '#db/imports/attached.ts';
import { hasCoverage, hasImported, lastSettings, sourceNamed, type SourceRow } from '#db/imports/queries.ts';
import { typedSource } from '#db/imports/typed.ts';
import { PartyResolver } from '#db/imports/parties.ts';
import { storeFileFrom } from '#db/files/commands.ts';
import { storeHashOnly } from '#db/imports/hash-only.ts';
import type { Reader, Store, Tx } from '#db/store.ts';
import { ParleyError } from '#shared/errors.ts';
import type { Corrects, ImportAnswer, ImportSettings } from '#shared/imports/model.ts';
import type { Finding } from '#shared/imports/problems.ts';
import { noCounts } from '#shared/imports/counts.ts';
import type { FiguresBefore } from '#shared/imports/targets.ts';
import { isZone, zoneOf } from '#shared/time/zone.ts';
import { formatInstant, parseInstant, type Instant } from '#shared/time/instant.ts';
import type { JobProgress } from '#shared/jobs/model.ts';
import { fileFindings } from './file-findings.ts';
import { importOutages } from './outages.ts';
import { importReadings } from './readings.ts';
import type { RunContext, RunResult } from './import-run.ts';
import { openInput, type ImportInput } from './input.ts';
import { ProblemSink } from './problem-sink.ts';
import { prepareImport, type Prepared } from './prepare.ts';
import { readRecords } from './records.ts';
import { isRepeatedHeader } from './scan.ts';
import { importTickets } from './tickets.ts';

export type ImportOrder = {
  /** Path of the file, and its name for people. */
  readonly file: string;
  readonly name: string;
  readonly settings: ImportSettings;
  readonly dryRun: boolean;
  /** The file holds rows of an earlier import, corrected: its values mean what they mean already. */
  readonly corrects?: Corrects | undefined;
  /** What was measured of the targets in force before it: kept with the import. */
  readonly before?: FiguresBefore | null;
};

/** What an import runs with: a job gives its own, the command line calls the same function. */
export type ImportHost = {
  readonly store: Store;
  readonly actorId: string | null;
  /** Both throw when the work shall stop: an open transaction is then rolled back. */
  report(step: string, done: number, total: number | null, unit: JobProgress['unit'], counts?: JobProgress['counts']): void;
  checkpoint(): void;
};

/**
 * Reads a file into the workspace: one change, all or nothing. A dry run writes nothing. Where every row is there already, nothing
 * is written and `import` is null.
 * Throws `invalid-input` (no CSV, missing columns, times without a zone …), `not-found` (a name with `create` false), `conflict`
 * (the same source in another zone). With `refuseQuarantine` nothing is written where a row is quarantined.
 */
export async function runImport(host: ImportHost, order: ImportOrder, { refuseQuarantine = order.corrects !== undefined } = {}): Promise<ImportAnswer> {
  const input = await openInput(order.file, order.name, () => host.checkpoint());
  try {
    const prepared = await prepareImport(host.store, input, order.settings, {
      listValues: false,
      onPiece: (bytes) => host.report('read', bytes, input.bytes, 'bytes'),
    });
    requireZone(prepared, order.settings);
    return order.dryRun ? host.store.read((reader) => runIn(host, order, input, prepared, reader, null)) : commit(host, order, input, prepared, refuseQuarantine);
  } finally {
    input.close();
  }
}

/** Leaves the transaction without a trace: there is nothing to keep. */
class NothingNew extends Error {
  readonly answer: ImportAnswer;

  constructor(answer: ImportAnswer) {
    super('Nothing new.');
    this.answer = answer;
  }
}

function commit(host: ImportHost, order: ImportOrder, input: ImportInput, prepared: Prepared, refuseQuarantine: boolean): ImportAnswer {
  try {
    return host.store.write({ command: `imports.${order.settings.kind}`, cause: 'import', actorId: host.actorId, isBulk: true }, (tx) => {
      const answer = runIn(host, order, input, prepared, tx, tx);
      if (refuseQuarantine && answer.counts.quarantined > 0) throw new NothingNew({ ...answer, import: null });
      return answer;
    });
  } catch (error) {
    if (error instanceof NothingNew) return error.answer;
    throw error;
  }
}

function runIn(host: ImportHost, order: ImportOrder, input: ImportInput, prepared: Prepared, reader: Reader | Tx, tx: Tx | null): ImportAnswer {
  const { settings } = order;
  const { reading, scan, dialect } = prepared;
  const parties = new PartyResolver(reader, tx, settings.create);
  const source = sourceOf(reader, tx, settings, prepared, parties);
  refuseOtherZone(reader, source, prepared);
  const importNo = tx === null ? 0 : reserveImport(tx);
  const problems = new ProblemSink(tx, importNo);
  const counts = noCounts();
  let rows = 0;
  let repeatedHeaders = 0;
  const context: RunContext = {
    reader,
    tx,
    source,
    importNo,
    counts,
    reading,
    parties,
    problems,
    isGrouped: scan.isGrouped,
    isEdited: order.corrects === undefined && settings.profile !== null && typeof settings.profile !== 'string',
    reportSorted: (done) => host.report('sort', done, rows, 'rows', counts),
    eachRecord: (take) =>
      readRecords(
        input.file,
        scan.encoding.label,
        dialect,
        (record) => {
          if (isRepeatedHeader(record.fields, dialect.header)) {
            repeatedHeaders += 1;
            return;
          }
          rows += 1;
          take(record);
        },
        () => host.report('write', rows, scan.rows, 'rows', counts),
      ),
  };
  const result = runKind(context, prepared);
  const findings = [...fileFindings(prepared, repeatedHeaders, rows), ...result.findings];
  const coverage = coverageOf(settings, prepared, result);
  const answer = answerOf(order, input, prepared, result, { findings, coverage, problems, parties });
  if (tx === null || source === null) return answer;
  const isNew = result.counts.new + result.counts.updated + (result.tickets?.updated ?? 0) + result.remapped > 0;
  const hasNewProblems = problems.count > 0 && !hasImported(reader, source.no, scan.sha256);
  const services = [...result.services].filter((service) => settings.coverage !== null && coverage !== null && !hasCoverage(reader, { sourceNo: source.no, serviceNo: service, ...coverage }));
  if (!isNew && !hasNewProblems && services.length === 0) throw new NothingNew(answer);
  return { ...answer, import: keep(tx, order, input, prepared, result, { source, importNo, findings, coverage }) };
}

function runKind(context: RunContext, prepared: Prepared): RunResult {
  const { kind } = prepared.reading.fit.profile;
  if (kind === 'tickets') return importTickets(context, prepared.dialect);
  return kind === 'outages' ? importOutages(context) : importReadings(context, prepared.reading.zone ?? prepared.workspaceZone);
}

type Kept = { readonly source: SourceRow; readonly importNo: number; readonly findings: readonly Finding[]; readonly coverage: Span | null };
type Span = { readonly from: Instant; readonly to: Instant };

function keep(tx: Tx, order: ImportOrder, input: ImportInput, prepared: Prepared, result: RunResult, { source, importNo, findings, coverage }: Kept): string {
  const kind = order.settings.kind === 'metrics' ? 'readings' : order.settings.kind;
  const fileId = keepFile(tx, order, input, prepared.scan.sha256);
  if (coverage !== null) for (const service of result.services) insertCoverage(tx, { sourceNo: source.no, serviceNo: service, kind, ...coverage, importNo });
  if (kind !== 'readings') bringAttachedBack(tx, source.no, kind);
  forgetResults(tx, result.remapped > 0 ? source.no : null);
  tx.setBulkDigest(result.digest);
  return insertImport(tx, {
    no: importNo,
    sourceNo: source.no,
    kind,
    fileId,
    settings: { ...order.settings, ...keptReading(prepared), tickets: result.tickets, coverage: coverage === null ? null : { from: coverage.from, to: coverage.to }, corrects: order.corrects ?? null, before: order.before ?? null },
    counts: result.counts,
    contentSha256: prepared.scan.sha256,
    quality: findings,
  });
}

/** How the file was read, so that rows of it can be read again. */
function keptReading({ reading, dialect }: Prepared) {
  return { profile: reading.fit.profile, zone: reading.zone, dateOrder: reading.order, delimiter: dialect.delimiter, header: dialect.header };
}

/** The file as it was given, packed; or its hash alone. */
function keepFile(tx: Tx, order: ImportOrder, input: ImportInput, sha256: string): string {
  const { file, name, bytes, isPacked } = input.original;
  if (order.settings.keepFile) return storeFileFrom(tx, name, isPacked ? 'application/zip' : 'text/csv', piecesOf(file));
  return storeHashOnly(tx, name, input.original.sha256 ?? sha256, bytes);
}

function* piecesOf(file: string): Generator<Uint8Array> {
  const handle = openSync(file, 'r');
  try {
    const piece = Buffer.allocUnsafe(1_048_576 - 4096);
    for (;;) {
      const count = readSync(handle, piece, 0, piece.length, null);
      if (count === 0) return;
      yield piece.subarray(0, count);
    }
  } finally {
    closeSync(handle);
  }
}

function sourceOf(reader: Reader | Tx, tx: Tx | null, settings: ImportSettings, prepared: Prepared, parties: PartyResolver): SourceRow | null {
  const name = sourceName(settings, prepared);
  const known = sourceNamed(reader, name);
  const customer = settings.customer === null ? null : parties.customer(settings.customer);
  if (settings.service !== null) parties.service(settings.service);
  if (settings.site !== null) parties.site(customer, settings.site);
  if (known !== null && tx !== null && customer !== null) completeSource(tx, known.no, customer.id);
  if (known !== null || tx === null) return known;
  const made = createSource(tx, { name, kind: settings.kind, organisationId: customer?.id ?? null });
  return { ...made, name, kind: settings.kind };
}

/** One system as one customer uses it: ticket numbers of two customers may be equal. */
export function sourceName(settings: ImportSettings, prepared: Prepared): string {
  const title = prepared.reading.fit.profile.source ?? prepared.title;
  return settings.source ?? (settings.customer === null ? title : `${title} · ${settings.customer}`);
}

function requireZone({ hasUnzonedTimes, reading }: Prepared, { kind }: ImportSettings): void {
  if (reading.zone !== null && !isZone(reading.zone)) zoneOf(reading.zone);
  if (kind === 'metrics' || reading.zone !== null || !hasUnzonedTimes) return;
  throw new ParleyError('invalid-input', 'The times of this file name no time zone.', {
    details: [{ path: 'zone', message: 'needed: the times carry none' }],
    wayOut: 'Say in which zone they were written: --zone Europe/Berlin, for example.',
  });
}

/** The same rows in another zone would be other events: every ticket would have its log twice. */
function refuseOtherZone(reader: Reader | Tx, source: SourceRow | null, { reading, hasUnzonedTimes }: Prepared): void {
  if (source === null || !hasUnzonedTimes || reading.zone === null) return;
  const before = lastSettings(reader, source.no);
  const zone = typeof before === 'object' && before !== null && 'zone' in before && typeof before.zone === 'string' ? before.zone : null;
  if (zone === null || zone === reading.zone) return;
  throw new ParleyError('conflict', `${source.name} was imported with its times in ${zone}, and now they would be in ${reading.zone}.`, {
    details: [{ path: 'zone', message: zone }],
    wayOut: `Import with --zone ${zone}, or undo the earlier import first.`,
  });
}

function coverageOf(settings: ImportSettings, prepared: Prepared, result: RunResult): Span | null {
  if (settings.coverage === null) return settings.source === typedSource ? null : result.span;
  const zone = prepared.reading.zone ?? prepared.workspaceZone;
  const from = parseInstant(settings.coverage.from, zone);
  const to = parseInstant(settings.coverage.to, zone);
  if (to <= from) throw new ParleyError('invalid-input', 'The coverage ends before it begins.', { details: [{ path: 'coverage', message: 'FROM must be before TO' }], wayOut: 'Write it as 2026-01-01/2026-02-01; the second is the first moment that is not covered.' });
  return { from, to };
}

type AnswerParts = { readonly findings: readonly Finding[]; readonly coverage: Span | null; readonly problems: ProblemSink; readonly parties: PartyResolver };

function answerOf(order: ImportOrder, input: ImportInput, prepared: Prepared, result: RunResult, { findings, coverage, problems, parties }: AnswerParts): ImportAnswer {
  const { reading, scan, dialect } = prepared;
  const zone = reading.zone ?? prepared.workspaceZone;
  return {
    kind: order.settings.kind,
    dryRun: order.dryRun,
    profile: reading.fit.profile.name,
    source: sourceName(order.settings, prepared),
    coverage: coverage === null ? null : { from: formatInstant(coverage.from, zone), to: formatInstant(coverage.to, zone) },
    counts: result.counts,
    tickets: result.tickets,
    quarantine: problems.listed(),
    reasons: problems.reasons(),
    quality: [...findings],
    created: parties.created,
    import: null,
    file: { name: input.original.name, bytes: input.original.bytes, sha256: input.original.sha256 ?? scan.sha256 },
    reading: { encoding: scan.encoding.label, delimiter: dialect.delimiter, dateOrder: reading.order, zone: reading.zone },
  };
}
