import type { DraftBlock } from '#shared/documents/model.ts';
import { fillPattern, plain } from '#shared/documents/rich-text.ts';
import type { CreditTerm } from '../terms.ts';
import { anchor, cell, cellOf, clause, headRow, heading2, numberCell, paragraph, row, section, span, type DraftRow, type DraftTable } from './build.ts';
import { clausesOf, orNothing } from './clauses.ts';
import type { PrintContext } from './context.ts';
import { counted, money, percent, percentsAlike, periodName, thePeriod } from './format.ts';
import { targetName } from './target-words.ts';

/** 9 Service credits: tiers, caps, claims; printed as agreed. */
export function serviceCredits(context: PrintContext): DraftBlock[] {
  const { words, credits } = context;
  const remedies = clausesOf(context, 'remedies');
  const blocks: DraftBlock[] = [
    ...(credits.length === 0 ? [] : [
      clause(words.credits.rule, { customer: context.customer }, { keepNext: true }),
      creditsTable(context),
      ...credits.flatMap((credit) => conditions(context, credit)),
    ]),
    ...(remedies.length === 0 || credits.length === 0 ? remedies : [heading2(words.credits.remedies), ...remedies]),
  ];
  return [section('section', 'credits', words.credits.title), ...orNothing(context, words.credits.topic, blocks)];
}

function creditsTable(context: PrintContext): DraftTable {
  const { words, credits } = context;
  return {
    kind: 'table', look: 'head', indentMm: 16, columnsMm: [52, 46, 21, 35], caption: words.credits.caption, label: 'credits',
    head: headRow([words.credits.target, words.credits.result, words.credits.credit, words.credits.fee], [2]),
    rows: credits.flatMap((credit) => tierRows(context, credit)),
  };
}

/** Tiers fall; the lowest has no lower bound. A first cell that repeats is empty and loses the rule above it. */
function tierRows(context: PrintContext, credit: CreditTerm): DraftRow[] {
  const { words, targets } = context;
  const target = targets.find((one) => one.id === credit.of);
  const name = target === undefined ? credit.of : `${credit.of} ${targetName(context, target)}`;
  const bound = percentsAlike(credit.tiers.map((tier) => tier.below), words);
  const tiers = credit.tiers.toSorted((one, other) => other.below - one.below);
  return tiers.map((tier, index) => {
    const next = tiers[index + 1];
    const result = next === undefined ? fillPattern(words.credits.below, { below: bound(tier.below) }) : fillPattern(words.credits.between, { from: bound(next.below), below: bound(tier.below) });
    const open = next === undefined ? {} : { ruleBelow: 'none' as const };
    const first = index === 0 ? cell([span(name)], 'table-text', open) : cell('', 'table-text', { ruleAbove: 'none', ...open });
    const period = target === undefined ? words.dash : thePeriod(target.period, words);
    return row([first, cellOf([paragraph('table-text', plain(result), { bookmark: anchor(credit.id, index + 1) })]), numberCell(percent(tier.creditPercent, words)), cell(period)]);
  });
}

function conditions(context: PrintContext, credit: CreditTerm): DraftBlock[] {
  const { words, targets } = context;
  const target = targets.find((one) => one.id === credit.of);
  const period = target === undefined ? words.credits.anyPeriod : periodName(target.period, words);
  const sentences = [
    ...(credit.fee === undefined ? [] : [fillPattern(words.credits.feeIs, { code: credit.of, money: money(credit.fee, words), period })]),
    ...(credit.capPercentPerPeriod === undefined ? [] : [fillPattern(words.credits.capPeriod, { code: credit.of, percent: percent(credit.capPercentPerPeriod, words) })]),
    ...(credit.capPercentPerYear === undefined ? [] : [fillPattern(words.credits.capYear, { code: credit.of, percent: percent(credit.capPercentPerYear, words) })]),
    ...(credit.claimWithinDays === undefined ? [] : [fillPattern(counted(words.credits.claim, credit.claimWithinDays, words), { code: credit.of })]),
  ];
  return sentences.length === 0 ? [] : [paragraph('clause', sentences.join(' '), { bookmark: anchor(credit.id, credit.tiers.length + 1) })];
}
