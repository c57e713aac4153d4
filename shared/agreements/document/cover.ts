import type { DraftBlock, Picture } from '#shared/documents/model.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import { box, figureColours, label, pointsPerMm, svgOf } from '#shared/documents/svg.ts';
import { cellOf, paragraph, span, type DraftCell, type DraftParagraph } from './build.ts';
import type { PrintContext } from './context.ts';
import { list, localOf, longDate } from './format.ts';
import { termStrip } from './term-strip.ts';

/** The cover: mark and provider, kind and title, a strip of the agreement's own dates, four facts. */
export function cover(context: PrintContext): DraftBlock[] {
  const { words, document, print } = context;
  const names = (side: 'provider' | 'customer') => list(document.parties.filter((party) => party.side === side).map((party) => party.organisation), words);
  const own = print.ownOrganisation ?? document.parties.find((party) => party.side === 'provider')?.organisation ?? context.provider;
  const under = [
    ...(names('customer') === '' ? [] : [fillPattern(words.cover.forCustomer, { names: names('customer') })]),
    ...(names('provider') === '' ? [] : [fillPattern(words.cover.byProvider, { names: names('provider') })]),
  ];
  const strip = termStrip(context);
  return [
    {
      kind: 'table', look: 'layout', indentMm: 0, columnsMm: [42.5, 42.5, 42.5, 42.5],
      rows: [
        {
          height: { mm: 60, rule: 'exact' },
          cells: [
            cellOf([logo(context) ?? mark(own, context), paragraph('cover-fact', own, { before: 4 })], { span: 2 }),
            cellOf([paragraph('cover-label', words.cover.confidential, { align: 'right' })], { span: 2, padding: [0, 0, 0, 0] }),
          ],
        },
        {
          height: { mm: 98, rule: 'at-least' },
          cells: [
            cellOf([
              paragraph('cover-kind', words.kinds[document.kind]),
              paragraph('title', [span(document.title, titleSize(document.title))]),
              ...under.map((text, index) => paragraph('normal', [span(text, { serif: true, size: 13, tone: 'secondary' })], { before: index === 0 ? 8 : 0, after: 1 })),
            ], { span: 4 }),
          ],
        },
        { height: { mm: 56, rule: 'at-least' }, cells: [cellOf(strip === null ? [paragraph('normal', '')] : [strip], { span: 4, padding: [0, 0, 0, 0] })] },
        { height: { mm: 22, rule: 'at-least' }, cells: facts(context).map((blocks) => fact(blocks)) },
      ],
    },
  ];
}

/** Title 38 pt; above 26 characters 30, above 45 characters 24. */
function titleSize(title: string): { readonly size?: number } {
  const length = [...title].length;
  return length > 45 ? { size: 24 } : length > 26 ? { size: 30 } : {};
}

function fact(blocks: readonly DraftParagraph[]): DraftCell {
  return cellOf(blocks, { ruleAbove: 1, padding: [1.94, 3, 0, 0] });
}

function facts(context: PrintContext): DraftParagraph[][] {
  const { words, document, print } = context;
  const title = (text: string) => paragraph('cover-label', text);
  const value = (text: string) => paragraph('cover-fact', text);
  const small = (text: string) => paragraph('cover-label', text, { before: 2 });
  const term = document.term === undefined ? [value(words.cover.notYet)] : [value(fillPattern(words.cover.from, { from: longDate(document.term.from, words) })), value(longDate(document.term.to, words))];
  return [
    [title(words.cover.number), value(print.number), small(fillPattern(words.cover.version, { version: print.version }))],
    [title(words.cover.inForce), ...term],
    [title(words.cover.signed), ...signed(context).map((text, index) => (index === 0 ? value(text) : small(text)))],
    [title(words.cover.status), value(print.sealedAt === null ? words.versionStates[print.state] : words.cover.sealed), ...(print.sealedAt === null ? [] : [small(words.cover.hashIn)])],
  ];
}

function signed(context: PrintContext): string[] {
  const { words, document, print } = context;
  const last = print.signatures.map((signature) => signature.at).sort((one, other) => other - one)[0];
  if (last === undefined) return [words.cover.notSigned, words.cover.needed];
  const parties = document.parties.length;
  const who = print.sealedAt === null
    ? fillPattern(words.cover.bySome, { count: print.signatures.length, all: Math.max(parties, print.signatures.length) })
    : parties === 2 ? words.cover.byBoth : words.cover.byAll;
  return [longDate(localOf(last, document.zone).date, words), who];
}

/** The logo of the first provider that has one. */
function logo(context: PrintContext): Picture | null {
  const providers = context.document.parties.filter((party) => party.side === 'provider').map((party) => party.organisation);
  const found = context.print.organisations.find((organisation) => providers.includes(organisation.name) && organisation.logo !== undefined);
  if (found?.logo === undefined) return null;
  return { kind: 'picture', image: found.logo, widthMm: 60, heightMm: 18, name: 'Logo', alternative: fillPattern(context.words.cover.mark, { name: found.name }), style: 'cover-fact' };
}

/** Where no logo is stored, the mark is the first letter of the organisation's name in ink. */
function mark(organisation: string, context: PrintContext) {
  const side = 11 * pointsPerMm;
  const letter = [...context.shortName(organisation)][0]?.toLocaleUpperCase(context.document.language) ?? '';
  const svg = svgOf(side, side, [box(0, 0, side, side, figureColours.ink), label(side / 2, side / 2 + 6.4, letter, { colour: figureColours.white, bold: true, anchor: 'middle', size: 18 })]);
  return { kind: 'figure', svg, widthMm: 11, heightMm: 11, name: 'Mark', alternative: fillPattern(context.words.cover.mark, { name: organisation }), style: 'cover-fact' } as const;
}

