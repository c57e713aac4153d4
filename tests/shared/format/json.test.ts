import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseJson, reservedKeys } from '#shared/format/json.ts';

it.each([
  ['at the top', '{"name":"A","name":"B"}', ['name']],
  ['within', '{"parties":[{"side":"provider"},{"side":"customer","side":"provider"}]}', ['parties[1].side']],
  ['behind an escape', '{"name":"A","n\\u0061me":"B"}', ['name']],
  ['three times', '{"a":1,"a":2,"a":3}', ['a', 'a']],
  ['after an inner object', '{"a":{"b":"}"},"c":["{",1],"a":[]}', ['a']],
  ['a name that JavaScript keeps for itself', '{"calendars":{"__proto__":{"tz":"UTC"}}}', ['calendars.__proto__']],
])('refuses a property that is written twice or cannot be kept, with its path: %s', (_name, text, paths) => {
  expect(() => parseJson(text, 'sla.json')).toThrow(expect.objectContaining({ code: 'invalid-input', details: paths.map((path) => expect.objectContaining({ path }) as unknown) }));
});

it('reads every other document as JSON says', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom('', '\uFEFF'), (text, mark) => {
      fc.pre(!text.includes('__proto__'));
      const once = JSON.stringify(JSON.parse(text));
      expect(parseJson(mark + once, 'x')).toEqual(JSON.parse(once));
    }),
  );
});

it('reads a text of 10 MB', () => {
  const text = JSON.stringify({ text: 'a"\\ä'.repeat(2_000_000) });
  expect(parseJson(text, 'x')).toEqual(JSON.parse(text));
});

it('says where a text is no JSON', () => {
  expect(() => parseJson('{"a":', 'sla.json')).toThrow(expect.objectContaining({ code: 'invalid-input', message: expect.stringContaining('sla.json is no JSON') as unknown }));
});

it('leaves what is no plain object alone', () => {
  expect(reservedKeys([new Date(0), new Map(), null, 'x', { a: [1] }])).toEqual([]);
});
