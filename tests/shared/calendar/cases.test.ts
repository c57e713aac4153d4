import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { evaluateCases } from '#shared/calendar/evaluate.ts';
import { parseInstant } from '#shared/time/instant.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

const file = sharedData('business-time/cases.json');
const fileSchema = z.looseObject({ cases: z.array(z.looseObject({ id: z.string(), op: z.string(), expected: z.unknown(), calendar: z.looseObject({ tz: z.string() }) })) });

describe.skipIf(file === null)('published cases of eight help desks and libraries (skipped where the data folder is absent)', () => {
  const written: unknown = file === null ? { cases: [] } : JSON.parse(readFileSync(file, 'utf8'));
  const { cases } = fileSchema.parse(written);
  const answers = new Map(evaluateCases(written).answers.map((answer) => [answer.id, answer]));

  it.each(cases.map((one) => [one.id, one] as const))('%s', (id, one) => {
    const answer = answers.get(id);
    expect(answer).toHaveProperty('answer');
    const given = answer && 'answer' in answer ? answer.answer : undefined;
    // The file writes a few expectations with an offset where the start is local: the same instant.
    const isOtherForm = typeof given === 'string' && typeof one.expected === 'string' && given.length !== one.expected.length;
    const comparable = (value: unknown): unknown => (isOtherForm ? parseInstant(String(value), one.calendar.tz) : value);
    expect(comparable(given)).toBe(comparable(one.expected));
  });
});
