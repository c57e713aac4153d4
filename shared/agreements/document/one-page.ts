import type { DraftBlock } from '#shared/documents/model.ts';
import { fillPattern, richText } from '#shared/documents/rich-text.ts';
import { bold, cell, cellOf, codeCell, headRow, numberCell, paragraph, row, spacer, type DraftCell, type DraftTable } from './build.ts';
import type { PrintContext } from './context.ts';
import { capital, codeList, fixed, list, longDate, percent, periodName } from './format.ts';
import { targetLine, targetName } from './target-words.ts';
import { weekBelongsToHours, weekBlocks } from './week-figure.ts';
import { weekText } from './week-hours.ts';

/** Four facts, every target in one line, the week. Only an SLA has this page. */
export function onePage(context: PrintContext): DraftBlock[] {
  const { words } = context;
  return [
    { kind: 'plain-heading', title: words.onePage.title, newPage: true },
    paragraph('body', richText(words.onePage.rule)),
    spacer,
    { kind: 'table', look: 'plain', indentMm: 0, columnsMm: [42.5, 42.5, 42.5, 42.5], rows: [row(facts(context))], keepWithNext: true },
    spacer,
    ...(context.targets.length === 0 ? [paragraph('body', words.onePage.noTargets)] : [allTargets(context)]),
    ...(weekBelongsToHours(context) ? [] : weekBlocks(context)),
  ];
}

function facts(context: PrintContext): DraftCell[] {
  const { words, document } = context;
  const names = [...new Set(document.services.map((service) => service.service))];
  const sites = [...new Set(document.services.flatMap((service) => (service.site === undefined ? [] : [service.site])))];
  const hours = context.calendarNamed(document.serviceHours);
  return [
    fact(names.length === 1 ? words.onePage.service : words.onePage.services, [shortened(names, words.dash), ...(sites.length === 0 ? [] : [shortened(sites, '')])].join(words.separator)),
    fact(words.onePage.hours, hours === null ? words.onePage.noHours : capital(weekText(hours, words))),
    fact(words.onePage.credits, creditFact(context)),
    fact(words.onePage.lastDay, noticeFact(context)),
  ];

  function shortened(items: readonly string[], empty: string): string {
    if (items.length === 0) return empty;
    return items.length > 4 ? `${items.slice(0, 4).join(', ')} …` : list(items, words);
  }
}

function fact(title: string, text: string): DraftCell {
  return cellOf([paragraph('cover-label', title), paragraph('table-text', [bold(text, 'ink')])]);
}

function creditFact(context: PrintContext): string {
  const { words, credits } = context;
  if (credits.length === 0) return words.onePage.noCredits;
  const codes = fillPattern(words.onePage.creditFor, { codes: codeList([...new Set(credits.map((credit) => credit.of))], words) });
  const caps = credits.flatMap((credit) => (credit.capPercentPerPeriod === undefined ? [] : [credit.capPercentPerPeriod]));
  return caps.length === credits.length ? fillPattern(words.onePage.codes, { name: codes, codes: fillPattern(words.onePage.creditCap, { percent: percent(Math.max(...caps), words) }) }) : codes;
}

function noticeFact(context: PrintContext): string {
  const { words } = context;
  const { dates } = context;
  if (dates === null || dates.lastDayOfNotice === null) return words.onePage.noNotice;
  return fillPattern(words.onePage.forTheEnd, { date: longDate(dates.lastDayOfNotice, words), end: longDate(dates.end, words) });
}

function allTargets(context: PrintContext): DraftTable {
  const { words, targets } = context;
  const { onePage: texts } = words;
  return {
    kind: 'table', look: 'head', indentMm: 0, columnsMm: [16, 56, 47, 14, 37],
    head: headRow([texts.number, texts.promised, texts.target, texts.atLeast.replace(' ', fixed), texts.period], [3]),
    rows: targets.map((target) => {
      const period = periodName(target.period, words, true);
      const share = target.type === 'response' || target.type === 'resolution' ? percent(target.atLeastPercent, words) : words.dash;
      const hasCredit = context.creditsOf(target.id).length > 0;
      return row([codeCell(target.id), cell(targetName(context, target)), cell(targetLine(context, target)), numberCell(share), cell(hasCredit ? fillPattern(texts.withCredit, { period }) : period)]);
    }),
  };
}
