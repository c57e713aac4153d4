import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanParagraphs } from '#shared/format/text.ts';
import { nameSchema } from '#shared/organisations/model.ts';

describe('text that people type', () => {
  it.each([
    ['a bell and an escape', 'No\u0007rth\u001B IT', 'North IT'],
    ['a null', 'No\u0000rth', 'North'],
    ['C1 controls and DEL', 'No\u0080r\u009Fth\u007F', 'North'],
    ['half a character', 'North \uD83D', 'North \uFFFD'],
    ['half a character from behind', '\uDE00 North', '\uFFFD North'],
    ['what is no character', 'North\uFFFE\uFFFF', 'North'],
    ['a line end in a name', 'North\r\nIT', 'North IT'],
    ['a tab in a name', 'North\tIT', 'North IT'],
    ["Word's line end in a name", 'North\u000BIT', 'North IT'],
    ['nothing to be seen', '\u200B\u2060 \u200F', ''],
  ])('a name with %s', (_name, typed, kept) => {
    expect(cleanLine(typed)).toBe(kept);
  });

  it.each([
    ['every script and emoji', '日本 ‏عربي‎ Ωmega 👩‍👩‍👧 e\u0301'],
    ['a direction mark within', 'a\u200Fb'],
  ])('keeps %s', (_name, typed) => {
    expect(cleanLine(typed)).toBe(typed);
  });

  it('keeps the lines of a clause, whatever ends them', () => {
    expect(cleanParagraphs('one\r\ntwo\rthree\u2028four\u000Bfive\n\n\tsix ')).toBe('one\ntwo\nthree\nfour\nfive\n\n\tsix');
  });

  it('refuses a name of which nothing can be seen', () => {
    expect(nameSchema.safeParse('\u200B\u0007').error?.issues[0]?.message).toBe('A name is needed');
  });

  it('is clean after once: what was kept is kept again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const kept = cleanParagraphs(text);
        expect(cleanParagraphs(kept)).toBe(kept);
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
        expect(kept.isWellFormed()).toBe(true);
      }),
    );
  });
});
