import type { CellBlock, DocumentLanguage, DraftBlock, DraftInline } from '#shared/documents/model.ts';
import { fillPattern } from '#shared/documents/rich-text.ts';
import { bold, cell, cellOf, clause, paragraph, row, section, span, spacer, tab, type DraftCell, type DraftParagraph, type DraftTable } from './build.ts';
import { clausesOf } from './clauses.ts';
import type { PrintContext } from './context.ts';
import { signedMoment } from './format.ts';
import type { PrintedSignature } from './print.ts';
import { agreementWords } from './words/words.ts';

/** A place to sign: a signature that was given, or one that is missing. */
type Place = { readonly organisation: string; readonly person: string; readonly position: string | null; readonly signature: PrintedSignature | null };

/** 12 Signatures: a block a signatory, then approvals, seal, content hash, levels. */
export function signatures(context: PrintContext): DraftBlock[] {
  const { words, print, document } = context;
  const places = placesOf(context);
  return [
    section('section', 'signatures', words.signatures.title),
    ...clausesOf(context, 'signatures'),
    clause(statementOf(context, places), { count: print.signatures.length, all: places.length }, { keepNext: true }),
    ...(places.length === 0 ? [] : [spacer, blocksTable(context, places), spacer]),
    factsTable(context),
    paragraph('note', fillPattern(words.signatures.note, { version: print.version, organisation: ownOf(context, document.parties[0]?.organisation ?? '') }), { before: 10 }),
  ];
}

/** What a signatory agrees to, in the language of the version. */
export function signatureStatement(language: DocumentLanguage, values: { readonly version: number; readonly number: string; readonly party: string }): string {
  const { signatures: texts } = agreementWords(language);
  return fillPattern(texts.statement, { ...values, annexes: fillPattern(texts.annexes, { from: 'A', to: 'B' }) });
}

function ownOf(context: PrintContext, otherwise: string): string {
  return context.print.ownOrganisation ?? context.document.parties.find((party) => party.side === 'provider')?.organisation ?? otherwise;
}

/** Customer first, as on the header; every signatory has a place, every party at least one. */
function placesOf(context: PrintContext): Place[] {
  const { document, print } = context;
  const parties = [...document.parties].sort((one, other) => (one.side === other.side ? 0 : one.side === 'customer' ? -1 : 1));
  return parties.flatMap(({ organisation }) => {
    const given = print.signatures.filter((signature) => signature.organisation === organisation);
    const waiting = document.people.filter((person) => person.role === 'signatory' && person.organisation === organisation && !given.some((signature) => signature.person === person.name));
    const places: Place[] = [
      ...given.map((signature) => ({ organisation, person: signature.person, position: signature.position, signature })),
      ...(print.sealedAt === null ? waiting.map((person) => ({ organisation, person: person.name, position: print.contacts.find((contact) => contact.name === person.name && contact.organisation === organisation)?.position ?? null, signature: null })) : []),
    ];
    return places.length === 0 ? [{ organisation, person: '', position: null, signature: null }] : places;
  });
}

function statementOf(context: PrintContext, places: readonly Place[]): string {
  const { words, print } = context;
  if (print.signatures.length === 0) return words.signatures.draft;
  if (places.some((place) => place.signature === null)) return words.signatures.open;
  const kinds = new Set(print.signatures.map((signature) => signature.kind));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined ? words.signatures[kind] : words.signatures.mixed;
}

/** Two columns of 77 mm; a row never splits. */
function blocksTable(context: PrintContext, places: readonly Place[]): DraftTable {
  const rows = [];
  for (let index = 0; index < places.length; index += 2) {
    const right = places[index + 1];
    rows.push(row([placeCell(context, places[index], 'left'), right === undefined ? cell('') : placeCell(context, right, 'right')]));
  }
  return { kind: 'table', look: 'layout', indentMm: 16, columnsMm: [77, 77], rows, keepWithNext: true };
}

function placeCell(context: PrintContext, place: Place | undefined, side: 'left' | 'right'): DraftCell {
  if (place === undefined) return cell('');
  const { words, document } = context;
  const texts = words.signatures;
  const { signature } = place;
  const facts: [string, string, boolean][] = [
    [texts.name, place.person === '' ? words.dash : place.person, true],
    [texts.role, place.position ?? words.dash, false],
    [texts.place, signature?.place ?? words.dash, false],
    [texts.time, signature === null ? texts.unsigned : signedMoment(signature.at, document.zone, words), false],
    ...(signature?.kind === 'paper' ? [[texts.paperScan, signature.scan.name, false] as [string, string, boolean]] : []),
  ];
  return cellOf(
    [
      paragraph('table-text', [bold(fillPattern(texts.forParty, { name: place.organisation }), 'ink')], { after: 3 }),
      paragraph('table-text', statementText(context, place), { after: 6 }),
      signatureLine(context, place),
      ...facts.map(([title, text, isBold], index) => factLine(title, text, isBold, index === 0 ? 4 : 1)),
    ],
    { padding: side === 'left' ? [1.94, 5, 2.5, 0] : [1.94, 0, 2.5, 5] },
  );
}

function statementText(context: PrintContext, place: Place): string {
  const { words, print, document } = context;
  if (place.signature?.statement !== undefined) return fillPattern(words.signatures.quoted, { text: place.signature.statement });
  return fillPattern(words.signatures.quoted, { text: signatureStatement(document.language, { version: print.version, number: print.number, party: place.organisation }) });
}

/** Drawn 52 × 19 mm, typed in the face of headings, or on paper; always above a line of the same height. */
function signatureLine(context: PrintContext, place: Place): CellBlock<DraftInline> {
  const { words } = context;
  const { signature } = place;
  if (signature?.kind === 'drawn') {
    return { kind: 'picture', image: signature.png, widthMm: 52, heightMm: 19, name: 'Signature', alternative: fillPattern(words.signatures.drawnBy, { name: signature.person }), style: 'table-text', before: 3, ruleBelow: 0.75 };
  }
  if (signature?.kind === 'typed') return paragraph('table-text', [span(signature.text, { serif: true, italic: true, size: 20, tone: 'ink' })], { before: lineHeight - 24.4, ruleBelow: 0.75 });
  return paragraph('table-text', signature === null ? '\u00a0' : [span(words.signatures.paperLine, { italic: true, tone: 'secondary' })], { before: lineHeight - 11.4, ruleBelow: 0.75 });
}

/** Points from the statement to the line, as high as a drawing. */
const lineHeight = 61.5;

function factLine(title: string, text: string, isBold: boolean, before: number): DraftParagraph {
  return paragraph('target-fact', [bold(title, 'secondary'), tab, span(text, { bold: isBold, tone: 'text', size: 9.5 })], { before });
}

function factsTable(context: PrintContext): DraftTable {
  const { words, print, document } = context;
  const texts = words.signatures;
  const sealed = print.sealedAt === null ? texts.notSealed : fillPattern(texts.sealedAt, { time: signedMoment(print.sealedAt, document.zone, words), organisation: ownOf(context, '') });
  return {
    kind: 'table', look: 'plain', indentMm: 16, columnsMm: [34, 120], together: true,
    rows: [
      row([cell([bold(texts.approved)]), cell(approvals(context))]),
      row([cell([bold(texts.sealed)]), cell(sealed)]),
      row([cell([bold(texts.hash)]), cellOf(hashLines(context))]),
      row([cell([bold(texts.levels)]), cell(levels(context))]),
    ],
  };
}

function approvals(context: PrintContext): string {
  const { words, print, document, shortName } = context;
  const texts = words.signatures;
  if (print.approvals.length === 0) return texts.noApprovals;
  const organisations = [...new Set(print.approvals.map((approval) => approval.organisation))];
  return organisations
    .map((organisation) => {
      const people = print.approvals.filter((approval) => approval.organisation === organisation).map((approval) => {
        const values = { name: approval.person, time: signedMoment(approval.at, document.zone, words) };
        return fillPattern(approval.decision === 'approved' ? texts.approval : texts.rejected, values);
      });
      return fillPattern(texts.approvals, { party: shortName(organisation), people: people.join(words.separator) });
    })
    .join(' ');
}

/** SHA-256 in eights, four to a line. */
function hashLines(context: PrintContext): DraftParagraph[] {
  const { words, print } = context;
  if (print.contentHash === null) return [paragraph('table-text', words.signatures.noHash)];
  const eights = print.contentHash.match(/.{1,8}/g) ?? [];
  return [paragraph('table-text', fillPattern(words.signatures.hashLine, { hash: eights.slice(0, 4).join(' ') })), paragraph('table-text', eights.slice(4).join(' '))];
}

function levels(context: PrintContext): string {
  const { words, print } = context;
  const texts = words.signatures;
  const kinds = new Set(print.signatures.map((signature) => signature.kind));
  if (kinds.size === 0) return `${texts.levelNone} ${texts.certificate}`;
  const hasPaper = kinds.has('paper');
  const first = hasPaper ? (kinds.size === 1 ? texts.levelPaper : texts.levelMixed) : kinds.has('drawn') && kinds.has('typed') ? texts.levelBoth : kinds.has('drawn') ? texts.levelDrawn : texts.levelTyped;
  return `${first}${print.sealedAt === null ? texts.levelOpen : texts.levelSealed} ${texts.certificate}`;
}

