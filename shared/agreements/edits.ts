import { z } from 'zod';
import { lineText } from '#shared/format/text.ts';
import { calendarDefinitionSchema, calendarReferenceSchema } from '#shared/calendar/model.ts';
import { ParleyError } from '#shared/errors.ts';
import { agreementDocumentSchema, prioritySchema, type AgreementDocument } from './model.ts';
import { termCodeSchema, termSchema } from './terms.ts';

const parts = agreementDocumentSchema.shape;

/** One small change of a draft, as a screen makes it. */
export const documentEditSchema = z.discriminatedUnion('kind', [
  /** Replaces the term of the same code, or adds it at the end (or at `at`, counted from 0). */
  z.strictObject({ kind: z.literal('set-term'), term: termSchema, at: z.int().min(0).optional() }),
  z.strictObject({ kind: z.literal('remove-term'), term: termCodeSchema }),
  z.strictObject({ kind: z.literal('move-term'), term: termCodeSchema, to: z.int().min(0) }),
  z.strictObject({ kind: z.literal('set-head'), title: parts.title.optional(), language: z.enum(['en', 'de', 'fr', 'es']).optional(), zone: parts.zone.optional(), currency: z.string().regex(/^[A-Z]{3}$/u).optional() }),
  z.strictObject({ kind: z.literal('set-dates'), term: parts.term.unwrap().nullable().optional(), notice: parts.notice.unwrap().nullable().optional(), renewal: parts.renewal.unwrap().optional(), review: parts.review.unwrap().optional(), takeover: z.enum(['start', 'stop']).optional() }),
  z.strictObject({ kind: z.literal('set-parties'), parties: parts.parties }),
  z.strictObject({ kind: z.literal('set-services'), services: parts.services.unwrap() }),
  z.strictObject({ kind: z.literal('set-people'), people: parts.people.unwrap() }),
  /** A definition pins it; null takes the calendar out of the agreement. */
  z.strictObject({ kind: z.literal('set-calendar'), name: lineText.min(1).max(200), calendar: calendarDefinitionSchema.nullable() }),
  z.strictObject({ kind: z.literal('set-service-hours'), calendar: calendarReferenceSchema.nullable() }),
  z.strictObject({ kind: z.literal('set-priorities'), priorities: z.array(prioritySchema).max(50) }),
  z.strictObject({ kind: z.literal('set-not-applicable'), entries: parts.notApplicable.unwrap() }),
]);
export type DocumentEdit = z.infer<typeof documentEditSchema>;
/** The edit as it is asked for: defaults may be missing. */
export type DocumentEditInput = z.input<typeof documentEditSchema>;

/** The document after the edits, in their order. Throws `not-found` for a term that is not in it. References are checked by the caller. */
export function applyEdits(document: AgreementDocument, edits: readonly DocumentEdit[]): AgreementDocument {
  return edits.reduce(applyEdit, document);
}

/** The next free code for a new term: one above the highest `T-nnn` of the document and of `used`. */
export function nextTermCode(codes: Iterable<string>): string {
  let highest = 0;
  for (const code of codes) highest = Math.max(highest, Number(/^T-(\d+)$/u.exec(code)?.[1] ?? 0));
  return `T-${String(highest + 1).padStart(3, '0')}`;
}

function applyEdit(document: AgreementDocument, edit: DocumentEdit): AgreementDocument {
  switch (edit.kind) {
    case 'set-term': {
      const index = document.terms.findIndex((term) => term.id === edit.term.id);
      if (index >= 0) return { ...document, terms: document.terms.with(index, edit.term) };
      return { ...document, terms: document.terms.toSpliced(edit.at ?? document.terms.length, 0, edit.term) };
    }
    case 'remove-term':
      return { ...document, terms: document.terms.toSpliced(indexOfTerm(document, edit.term), 1) };
    case 'move-term': {
      const index = indexOfTerm(document, edit.term);
      return { ...document, terms: document.terms.toSpliced(index, 1).toSpliced(edit.to, 0, ...document.terms.slice(index, index + 1)) };
    }
    case 'set-head': {
      const { kind: _kind, ...head } = edit;
      return { ...document, ...defined(head) };
    }
    case 'set-dates': {
      const { term, notice, renewal, review, takeover } = edit;
      const { term: oldTerm, notice: oldNotice, ...rest } = document;
      const keptTerm = term === undefined ? oldTerm : (term ?? undefined);
      const keptNotice = notice === undefined ? oldNotice : (notice ?? undefined);
      return { ...rest, ...(keptTerm ? { term: keptTerm } : {}), ...(keptNotice ? { notice: keptNotice } : {}), ...defined({ renewal, review, takeover }) };
    }
    case 'set-parties':
      return { ...document, parties: edit.parties };
    case 'set-services':
      return { ...document, services: edit.services };
    case 'set-people':
      return { ...document, people: edit.people };
    case 'set-calendar': {
      const { [edit.name]: _before, ...others } = document.calendars;
      if (edit.calendar === null) return { ...document, calendars: others };
      return { ...document, calendars: { ...document.calendars, [edit.name]: edit.calendar } };
    }
    case 'set-service-hours': {
      const { serviceHours: _before, ...rest } = document;
      return edit.calendar === null ? rest : { ...rest, serviceHours: edit.calendar };
    }
    case 'set-priorities':
      return { ...document, priorities: edit.priorities };
    case 'set-not-applicable':
      return { ...document, notApplicable: edit.entries };
  }
}

function indexOfTerm(document: AgreementDocument, code: string): number {
  const index = document.terms.findIndex((term) => term.id === code);
  if (index < 0) throw new ParleyError('not-found', `This draft has no term ${code}.`, { details: [{ path: 'term', message: 'Unknown term' }] });
  return index;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Defined<T>;
}
