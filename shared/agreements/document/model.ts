import type { DocumentModel, DraftBlock } from '#shared/documents/model.ts';
import { resolveReferences } from '#shared/documents/references.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import { printContext, type PrintContext } from './context.ts';
import { documentControl } from './control.ts';
import { cover } from './cover.ts';
import { longDate } from './format.ts';
import type { AgreementPrint } from './print.ts';

/**
 * The printed agreement as a document model: SLA, OLA or underpinning contract with its fixed sections. Pure: the same input gives
 * the same model. Throws `invalid-input` for a language that is not printed yet and for a calendar that is nowhere defined.
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
    header: { left: fillPattern(words.headerLeft, { kind, title: document.title }), right: fillPattern(words.headerRight, { customer: context.customer, provider: context.provider }) },
    footer: { left: fillPattern(words.footerLeft, { number: print.number, version: print.version, state: stated }), page: words.pageOf },
    blocks: resolveReferences(blocksOf(context), words.references),
  };
}

function blocksOf(context: PrintContext): DraftBlock[] {
  return [...cover(context), ...documentControl(context)];
}
