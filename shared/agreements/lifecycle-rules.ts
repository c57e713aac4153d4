import { z } from 'zod';
import { agreementDocumentSchema, type AgreementDocument } from './model.ts';

const parts = agreementDocumentSchema.shape;

/**
 * What the one `lifecycle` term of a version says: its dates and rules, and the head of the document, which must not change
 * under a sealed version when the agreement's title or zone does.
 */
export const lifecycleRulesSchema = z.strictObject({
  title: parts.title.optional(),
  zone: parts.zone.optional(),
  currency: parts.currency.optional(),
  dates: z
    .strictObject({ term: parts.term, notice: parts.notice, renewal: parts.renewal, review: parts.review, notApplicable: parts.notApplicable })
    .partial()
    .default({}),
});

export function lifecycleRulesOf(document: AgreementDocument): Record<string, unknown> {
  const { title, zone, currency, term, notice, renewal, review, notApplicable } = document;
  return { title, zone, currency, dates: { ...(term ? { term } : {}), ...(notice ? { notice } : {}), renewal, review, notApplicable } };
}
