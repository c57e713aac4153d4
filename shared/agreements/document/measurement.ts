import type { DraftBlock } from '#shared/documents/model.ts';
import { fillPattern, richText } from '#shared/documents/rich-text.ts';
import type { ClockTerm } from '../terms.ts';
import { bold, cell, clause, headRow, listItems, row, section, type DraftCell, type DraftTable } from './build.ts';
import { clausesOf, orNothing } from './clauses.ts';
import type { PrintContext } from './context.ts';
import { codeList, counted } from './format.ts';
import { workedExample } from './ledger-strip.ts';
import { reasonText } from './target-words.ts';

/** 5 How the targets are measured: sources, clock table, pauses, a worked example, periods, comparison, closing. */
export function measurement(context: PrintContext): DraftBlock[] {
  const { words, targets, clocks } = context;
  const blocks: DraftBlock[] = targets.length === 0 ? [] : [
    ...sources(context),
    ...(clocks.length === 0 ? [] : [...clockTables(context), ...pauses(context), clause(words.measurement.outside), ...workedExample(context), ...belongs(context), clause(words.measurement.open)]),
    clause(words.measurement.share),
    ...(clocks.length === 0 ? [] : [clause(words.measurement.interval)]),
    clause(words.measurement.noEvents),
    ...takeover(context),
  ];
  return [section('section', 'measurement', words.measurement.title), ...orNothing(context, words.measurement.topic, [...blocks, ...clausesOf(context, 'measuring')])];
}

function sources(context: PrintContext): DraftBlock[] {
  const { words, targets } = context;
  const bySource = new Map<string, string[]>();
  const without: string[] = [];
  for (const target of targets) {
    if (target.source === undefined) without.push(target.id);
    else bySource.set(target.source, [...(bySource.get(target.source) ?? []), target.id]);
  }
  const entries = [...bySource];
  return [
    ...(entries.length === 0 ? [] : [
      clause(words.measurement.sources, {}, { keepNext: true }),
      ...listItems(entries.map(([source, codes], index) => ({ content: richText(index === entries.length - 1 ? words.measurement.sourceLast : words.measurement.source, { source, codes: codeList(codes, words) }) }))),
    ]),
    ...(without.length === 0 ? [] : [clause(words.measurement.noSource, { codes: codeList(without, words) })]),
  ];
}

/** One column a set of rules; three columns a table. */
function clockTables(context: PrintContext): DraftTable[] {
  const { words } = context;
  const groups = new Map<string, ClockTerm[]>();
  for (const term of context.clocks) {
    const key = JSON.stringify([term.type, pauseKind(term), term.stop, term.reopen, term.cycles, term.priorityCounts, term.onPriorityChange]);
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  const columns = [...groups.values()];
  const tables: DraftTable[] = [];
  for (let from = 0; from < columns.length; from += 3) tables.push(clockTable(context, columns.slice(from, from + 3)));
  return tables.map((table, index) => (index === 0 ? { ...table, caption: words.measurement.clock, label: 'clock' } : { ...table, caption: words.measurement.clock }));
}

function clockTable(context: PrintContext, groups: readonly (readonly ClockTerm[])[]): DraftTable {
  const { words } = context;
  const texts = words.measurement;
  const firsts = groups.flatMap((group) => group.slice(0, 1));
  const line = (title: string, of: (term: ClockTerm) => DraftCell) => row([cell([bold(title)]), ...firsts.map(of)]);
  const hasCycles = firsts.some((term) => term.reopen.policy === 'new-cycle');
  return {
    kind: 'table', look: 'head', indentMm: 0, columnsMm: [26, ...firsts.map(() => 144 / firsts.length)],
    head: headRow([texts.event, ...groups.map((group) => fillPattern(texts.groups[group[0]?.type ?? 'response'], { codes: codeList(group.map((term) => term.id), words) }))]),
    rows: [
      line(texts.rows.start, () => cell(texts.start)),
      line(texts.rows.pause, (term) => cell(pauseKind(term) === 'some' ? richText(texts.pause.some) : texts.pause[pauseKind(term)])),
      line(texts.rows.resume, (term) => cell(pauseKind(term) === 'never' ? texts.resume.never : texts.resume.again)),
      line(texts.rows.stop, (term) => cell(texts.stop[term.stop])),
      line(texts.rows.reopen, (term) => cell(reopenText(context, term))),
      ...(hasCycles ? [line(texts.rows.cycles, (term) => cell(term.reopen.policy === 'new-cycle' ? texts.cycles[term.cycles] : words.dash))] : []),
      line(texts.rows.priority, (term) => cell(texts.priority[term.priorityCounts])),
      line(texts.rows.change, (term) => cell(texts.change[term.onPriorityChange])),
      line(texts.rows.cancel, () => cell(texts.cancel)),
    ],
  };
}

function reopenText(context: PrintContext, term: ClockTerm): string {
  const { words } = context;
  const { policy, days } = term.reopen;
  return policy === 'ignore-after' ? counted(words.measurement.reopen[policy], days ?? 0, words) : words.measurement.reopen[policy];
}

/** No reasons named: every pause of the ticket pauses the clock. */
function pauseKind(term: ClockTerm): 'never' | 'all' | 'some' {
  if (!term.pausesMove || term.pauseReasons?.length === 0) return 'never';
  return term.pauseReasons === undefined ? 'all' : 'some';
}

function pauses(context: PrintContext): DraftBlock[] {
  const { words, clocks } = context;
  const texts = words.measurement;
  const never = clocks.filter((term) => pauseKind(term) === 'never').map((term) => term.id);
  const all = clocks.filter((term) => pauseKind(term) === 'all').map((term) => term.id);
  const some = new Map<string, ClockTerm[]>();
  for (const term of clocks.filter((one) => pauseKind(one) === 'some')) {
    const key = [...(term.pauseReasons ?? [])].sort().join('\n');
    some.set(key, [...(some.get(key) ?? []), term]);
  }
  const blocks: DraftBlock[] = [];
  const label = () => (blocks.length === 0 ? { label: 'pauses' } : {});
  for (const terms of some.values()) {
    const reasons = terms[0]?.pauseReasons ?? [];
    blocks.push(
      clause(texts.pauses, { codes: codeList(terms.map((term) => term.id), words) }, { keepNext: true, ...label() }),
      ...listItems(reasons.map((reason, index) => ({ content: richText(index === reasons.length - 1 ? texts.reasonLast : texts.reason, { reason: reasonText(context, reason) }) }))),
    );
  }
  if (all.length > 0) blocks.push(clause(texts.pausesAll, { codes: codeList(all, words) }, label()));
  if (never.length > 0) blocks.push(clause(texts.pausesNone, { codes: codeList(never, words) }, label()));
  return blocks;
}

function belongs(context: PrintContext): DraftBlock[] {
  const { words, clocks } = context;
  return (['decided', 'due', 'opened'] as const).flatMap((kind) => {
    const codes = clocks.filter((term) => term.belongsTo === kind).map((term) => term.id);
    return codes.length === 0 ? [] : [clause(words.measurement.belongs[kind], { codes: codeList(codes, words) })];
  });
}

function takeover(context: PrintContext): DraftBlock[] {
  if (context.clocks.length === 0) return [];
  return [clause(context.words.measurement.takeover[context.document.takeover])];
}
