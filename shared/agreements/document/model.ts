import type { DocumentModel, DraftBlock } from '#shared/documents/model.ts';
import { resolveReferences } from '#shared/documents/references.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import { calculationRules, glossary } from './annexes.ts';
import { changesAndTerm } from './changes.ts';
import { printContext, type PrintContext } from './context.ts';
import { documentControl } from './control.ts';
import { cover } from './cover.ts';
import { serviceCredits } from './credits.ts';
import { longDate } from './format.ts';
import { dataAndAudit, escalation, obligations, reportsAndReviews } from './further-sections.ts';
import { serviceHours } from './hours.ts';
import { measurement } from './measurement.ts';
import { onePage } from './one-page.ts';
import { purposeAndParties } from './parties.ts';
import type { AgreementPrint } from './print.ts';
import { servicesCovered } from './services.ts';
import { signatures } from './signatures.ts';
import { serviceLevelTargets } from './targets.ts';

/**
 * The printed agreement as a document model: SLA, OLA or underpinning contract with its fixed sections. Pure: the same input gives
 * the same model. Throws `invalid-input` for a calendar that is nowhere defined.
 */
export function agreementDocumentModel(print: AgreementPrint): DocumentModel {
  const context = printContext(print);
  const { words, document } = context;
  const kind = words.kinds[document.kind];
  const state = words.states[print.state];
  const stated = print.stateOn === null ? state : fillPattern(words.stateOn, { state, date: longDate(print.stateOn, words) });
  return {
    language: document.language,
    properties: {
      title: fillPattern(words.fileTitle, { number: print.number, title: document.title, version: print.version }),
      subject: kind,
      author: print.ownOrganisation ?? document.parties.find((party) => party.side === 'provider')?.organisation ?? '',
      keywords: [document.kind.toUpperCase(), ...document.services.map((service) => service.service)].slice(0, 20).join(', '),
      created: print.changedAt,
    },
    accent: context.accent,
    header: onOneLine(fillPattern(words.headerLeft, { kind, title: document.title }), fillPattern(words.headerRight, { customer: context.customer, provider: context.provider })),
    footer: { left: fillPattern(words.footerLeft, { number: print.number, version: print.version, state: stated }), page: words.pageOf },
    annexNumber: words.annexNumber,
    blocks: resolveReferences(blocksOf(context), words.references),
  };
}

function blocksOf(context: PrintContext): DraftBlock[] {
  return [
    ...cover(context),
    ...documentControl(context),
    ...(context.document.kind === 'sla' ? onePage(context) : []),
    ...purposeAndParties(context),
    ...servicesCovered(context),
    ...serviceHours(context),
    ...serviceLevelTargets(context),
    ...measurement(context),
    ...reportsAndReviews(context),
    ...obligations(context),
    ...escalation(context),
    ...serviceCredits(context),
    ...changesAndTerm(context),
    ...dataAndAudit(context),
    ...signatures(context),
    ...glossary(context),
    ...calculationRules(context),
  ];
}

/** Characters that fit on the line of the header, and how many of them the right half may always have. */
const headerMost = 108;
const headerRightMost = 50;

/** Both halves of the header on one line; names that are too long end in dots. */
function onOneLine(left: string, right: string): { left: string; right: string } {
  const shortLeft = shortened(left, headerMost - Math.min(right.length, headerRightMost));
  return { left: shortLeft, right: shortened(right, headerMost - shortLeft.length) };
}

function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('').trimEnd()}…`;
}
