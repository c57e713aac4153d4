import { english } from './en/index.ts';

type Text = string | { readonly one: string; readonly other: string };
type Catalogue = typeof english;

/** Every message of the program, as `place.name`. */
export type MessageKey = { [Place in keyof Catalogue]: `${Place}.${KeyText<Catalogue[Place]>}` }[keyof Catalogue];

type KeyText<Messages> = Extract<keyof Messages, string>;
type TextOf<Key extends MessageKey> = Key extends `${infer Place}.${infer Name}`
  ? Place extends keyof Catalogue
    ? Name extends keyof Catalogue[Place]
      ? Catalogue[Place][Name]
      : never
    : never
  : never;
type Names<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type AllNames<T> = T extends string ? Names<T> : T extends { one: infer One; other: infer Other } ? Names<One> | Names<Other> | 'count' : never;
type Values<Key extends MessageKey> = Record<AllNames<TextOf<Key>>, string | number>;

/**
 * The words of a message, its `{names}` replaced. A message with `one` and `other` takes `count`: a number chooses the
 * form, a text (an already formatted number) chooses `one` only for "1".
 * @example t('kit.selected', { count: 2 }) → '2 selected'
 */
export function t<Key extends MessageKey>(key: Key, ...values: [AllNames<TextOf<Key>>] extends [never] ? [] : [Values<Key>]): string {
  return fill(textOf(key), values[0] ?? {});
}

function textOf(key: string): Text {
  const dot = key.indexOf('.');
  const places: Readonly<Record<string, Readonly<Record<string, Text>>>> = english;
  return places[key.slice(0, dot)]?.[key.slice(dot + 1)] ?? key;
}

function fill(text: Text, values: Readonly<Record<string, string | number>>): string {
  const chosen = typeof text === 'string' ? text : String(values['count']) === '1' ? text.one : text.other;
  return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}
