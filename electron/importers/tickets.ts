import { createHash, hash } from 'node:crypto';
import { SourceDictionary, type DictionaryField, type ValueMeaning } from '#db/imports/dictionary.ts';
import { openStaging } from '#db/imports/staging.ts';
import type { Party } from '#db/imports/parties.ts';
import { eventLookup, ticketLookup, TicketWriter, type KnownTicket, type StoredEvent, type StoredTicket } from '#db/tickets/import-writer.ts';
import { ParleyError } from '#shared/errors.ts';
import type { Counts } from '#shared/imports/counts.ts';
import { splitCsv, type CsvRecord, type CsvSyntax } from '#shared/imports/csv.ts';
import { mappedName, valueLookup } from '#shared/imports/profile.ts';
import { isTooLong, orderRows, summaryOf, type TicketSummary } from '#shared/imports/ticket-log.ts';
import { isProblem, ticketRowReader, type TicketRow } from '#shared/imports/ticket-rows.ts';
import { TicketFindings } from '#shared/imports/ticket-findings.ts';
import { DigestText } from './digest-text.ts';
import type { RunContext, RunResult } from './import-run.ts';

/** Takes the rows of a ticket file in: groups them by key, orders each log, compares it with what is there, writes what differs. */
export function importTickets(context: RunContext, syntax: CsvSyntax): RunResult {
  const run = new TicketRun(context);
  if (context.isGrouped) {
    context.eachRecord((record) => run.take(record));
  } else {
    takeStaged(context, run, syntax);
  }
  run.flush();
  return run.result();
}

/** Rows whose keys are scattered over the file go through a sorted file on disk. */
function takeStaged(context: RunContext, run: TicketRun, syntax: CsvSyntax): void {
  const staging = openStaging();
  try {
    context.eachRecord((record) => {
      const row = run.read(record);
      if (row !== null) staging.add({ key: row.key, line: row.line, raw: row.raw });
    });
    let done = 0;
    for (const { line, raw } of staging.iterate()) {
      const [record] = splitCsv(raw, syntax);
      if (record) run.takeAgain({ line, raw, fields: record.fields, isUnclosed: false });
      done += 1;
      if (done % 1000 === 0) context.reportSorted(done);
    }
    run.flush();
  } finally {
    staging.close();
  }
}

class TicketRun {
  readonly #context: RunContext;
  readonly #read: (record: CsvRecord) => ReturnType<ReturnType<typeof ticketRowReader>>;
  readonly #dictionary: SourceDictionary;
  readonly #writer: TicketWriter | null;
  readonly #find: ReturnType<typeof ticketLookup> | null;
  readonly #eventsOf: ReturnType<typeof eventLookup>;
  readonly #isLog: boolean;
  readonly #signature: string;
  readonly #counts: Counts;
  readonly #tickets = { total: 0, new: 0, updated: 0, unchanged: 0 };
  readonly #findings = new TicketFindings();
  readonly #digest = createHash('sha256');
  readonly #digestText = new DigestText();
  readonly #services = new Set<number | null>();
  #key = '';
  #rows: TicketRow[] = [];
  #from = Infinity;
  #to = -Infinity;

  constructor(context: RunContext) {
    const { reading, reader, tx, source } = context;
    const { profile, columns } = reading.fit;
    this.#context = context;
    this.#counts = context.counts;
    this.#read = ticketRowReader(reading);
    this.#isLog = profile.layout === 'event-log';
    this.#dictionary = new SourceDictionary(reader, tx, { source, meaningOf: meanings(context), isEdited: context.isEdited });
    this.#writer = tx === null || source === null ? null : new TicketWriter(tx, source.no, context.importNo);
    this.#find = source === null ? null : ticketLookup(reader, source.no);
    this.#eventsOf = eventLookup(reader);
    const signed = JSON.stringify([columns.map(({ field, column }) => [field, column]), profile.fixed, profile.missing, profile.values.customer, profile.values.service, profile.values.site]);
    this.#signature = hash('sha256', signed, 'base64');
  }

  /** Reads a row and counts it; a row that cannot be taken goes to quarantine and is null. */
  read(record: CsvRecord): TicketRow | null {
    this.#counts.read += 1;
    const row = this.#read(record);
    if (!isProblem(row)) return row;
    this.#counts.quarantined += 1;
    this.#context.problems.add(row);
    return null;
  }

  take(record: CsvRecord): void {
    const row = this.read(record);
    if (row !== null) this.#add(row);
  }

  /** A row that was read before and comes again in the order of its key. */
  takeAgain(record: CsvRecord): void {
    const row = this.#read(record);
    if (!isProblem(row)) this.#add(row);
  }

  #add(row: TicketRow): void {
    if (row.key !== this.#key) {
      this.flush();
      this.#key = row.key;
    }
    this.#rows.push(row);
    if (isTooLong(this.#rows.length)) {
      throw new ParleyError('invalid-input', `${JSON.stringify(row.key)} has more than 100,000 rows.`, { details: [{ path: 'columns.key', message: 'this column is no ticket number' }], wayOut: 'Choose the column that holds the ticket number.' });
    }
  }

  flush(): void {
    if (this.#rows.length === 0) return;
    const { rows, problems } = orderRows(this.#rows, this.#isLog);
    this.#rows = [];
    for (const problem of problems) this.#context.problems.add(problem);
    this.#counts.quarantined += problems.length;
    if (rows.length > 0) this.#put(this.#key, rows);
  }

  #put(key: string, rows: readonly TicketRow[]): void {
    const summary = summaryOf(rows);
    const events = rows.map((row) => this.#eventOf(row));
    const ticket = this.#ticketOf(summary);
    const digest = this.#digestOf(events);
    this.#digest.update(digest);
    this.#tickets.total += 1;
    this.#widen(summary, rows);
    this.#findings.add(summary, rows, this.#isLog, (value) => this.#dictionary.stateClassOf(value));
    const known = this.#find?.(key);
    if (known === undefined) {
      this.#counts.new += rows.length;
      this.#tickets.new += 1;
      this.#writer?.insert(key, ticket, events, digest);
    } else if (Buffer.compare(known.digest, digest) === 0) {
      this.#counts.unchanged += rows.length;
      this.#tickets.unchanged += 1;
    } else {
      this.#unite(key, known, ticket, events, digest);
    }
  }

  /** An event of the same key is replaced, others stay; the ticket's own row follows its latest event. */
  #unite(key: string, known: KnownTicket, ticket: StoredTicket, events: readonly StoredEvent[], fileDigest: Uint8Array): void {
    const stored = this.#isLog ? this.#eventsOf(known.no) : [];
    const before = new Map(stored.map((event) => [eventKey(event), event]));
    let [added, changed] = [0, 0];
    for (const event of events) {
      const same = before.get(eventKey(event));
      if (same === undefined) added += 1;
      else if (same.fingerprint !== event.fingerprint) changed += 1;
    }
    const incoming = new Set(events.map(eventKey));
    const kept = stored.filter((event) => !incoming.has(eventKey(event)));
    const united = kept.length === 0 ? [...events] : [...kept, ...events].sort((a, b) => a.at - b.at || (a.updates ?? 0) - (b.updates ?? 0) || a.line - b.line);
    const digest = kept.length === 0 ? fileDigest : this.#digestOf(united);
    if (kept.length > 0 && Buffer.compare(known.digest, digest) === 0) {
      this.#counts.unchanged += events.length;
      this.#tickets.unchanged += 1;
      return;
    }
    this.#counts.new += this.#isLog ? added : 0;
    this.#counts.updated += this.#isLog ? changed : events.length;
    this.#counts.unchanged += this.#isLog ? events.length - added - changed : 0;
    this.#tickets.updated += 1;
    const isLatest = united.at(-1) === events.at(-1);
    this.#writer?.update(known, key, isLatest ? ticket : this.#writer.merged(known, ticket), united, digest);
  }

  #eventOf(row: TicketRow): StoredEvent {
    return {
      at: row.at,
      statusNo: this.#dictionary.numberOf('status', row.state),
      priorityNo: this.#dictionary.numberOf('priority', row.priority),
      teamNo: this.#dictionary.numberOf('team', row.group),
      typeNo: this.#dictionary.numberOf('type', row.type),
      actorNo: this.#dictionary.numberOf('actor', row.actor),
      line: row.line,
      updates: row.updates,
      fingerprint: row.fingerprint,
    };
  }

  #ticketOf(summary: TicketSummary): StoredTicket {
    const { values } = this.#context.reading.fit.profile;
    const customer = this.#party(summary.customer, values.customer, (name) => this.#context.parties.customer(name));
    const service = this.#party(summary.service, values.service, (name) => this.#context.parties.service(name));
    if (summary.site !== null) this.#context.parties.site(customer, summary.site);
    const serviceNo = service === null ? null : service.no;
    this.#services.add(serviceNo);
    return {
      title: summary.title,
      customerNo: customer === null ? null : customer.no,
      serviceNo,
      statusNo: this.#known('status', summary.state),
      priorityNo: this.#known('priority', summary.priority),
      teamNo: this.#known('team', summary.group),
      typeNo: this.#known('type', summary.type),
      openedAt: summary.openedAt,
      firstResponseAt: summary.firstResponse,
      resolvedAt: summary.resolved,
      closedAt: summary.closed,
      dueAt: summary.due,
      holdMs: summary.holdMs,
      hasHistory: this.#isLog,
      sourceVerdict: summary.verdict,
      extraJson: summary.site === null ? null : JSON.stringify({ site: summary.site }),
    };
  }

  #known(field: DictionaryField, value: string | null): number | null {
    return this.#dictionary.lookUp(field, value);
  }

  #party(value: string | null, map: Readonly<Record<string, string>>, resolve: (name: string) => Party): Party | null {
    if (value === null) return null;
    return resolve(mappedName(map, value));
  }

  #widen(summary: TicketSummary, rows: readonly TicketRow[]): void {
    for (const at of [summary.openedAt, summary.firstResponse, summary.resolved, summary.closed]) if (at !== null) this.#include(at);
    for (const row of rows) this.#include(row.at);
  }

  #include(at: number): void {
    if (at < this.#from) this.#from = at;
    if (at > this.#to) this.#to = at;
  }

  #digestOf(events: readonly StoredEvent[]): Uint8Array {
    const text = this.#digestText.begin(this.#signature);
    for (const { at, updates, fingerprint } of events) {
      text.add('\n').addNumber(at).add(' ');
      if (updates !== null) text.addNumber(updates);
      text.add(' ').add(fingerprint);
    }
    return text.sha256();
  }

  result(): RunResult {
    const unmapped = this.#dictionary.unmapped();
    return {
      counts: this.#counts,
      tickets: this.#tickets,
      findings: [...this.#findings.list(), ...unmapped.map(({ field, value, count }) => ({ code: 'unmapped', count, text: `${fieldWords[field] ?? field} ${JSON.stringify(value)} is in no value map; its rows are kept` }))],
      span: this.#from <= this.#to ? { from: this.#from, to: this.#to } : null,
      digest: this.#digest.digest('hex'),
      services: this.#services,
      remapped: this.#dictionary.remapped,
    };
  }
}

/** Dictionary fields in the words of profiles and screens. */
const fieldWords: Partial<Record<DictionaryField, string>> = { status: 'state', team: 'group' };

function eventKey({ at, updates, fingerprint }: StoredEvent): string {
  return updates === null ? `${at} ${fingerprint}` : `${at} ${updates}`;
}

function meanings(context: RunContext): (field: DictionaryField, value: string) => ValueMeaning | null {
  const { values } = context.reading.fit.profile;
  const state = valueLookup(values.state);
  const priority = valueLookup(values.priority);
  const type = valueLookup(values.type);
  return (field, value) => {
    if (field === 'status') {
      const meaning = state(value);
      return meaning === null ? null : { state: meaning };
    }
    if (field === 'priority') {
      const meaning = priority(value);
      return meaning === null ? null : { priority: meaning };
    }
    if (field === 'type') {
      const meaning = type(value);
      return meaning === null ? null : { ticketType: meaning };
    }
    return null;
  };
}
