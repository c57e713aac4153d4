/** Words of a text in lower case, accents as they are. */
export function searchWords(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The text in lower case without accents. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().normalize('NFC');
}

/** Whether the text has, for every word, one that begins with it, or does but for one slip where the word is long enough. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  const own = searchWords(folded(text));
  return words.map(folded).every((word) => own.some((one) => one.startsWith(word) || (word.length >= leastForSlip && beginsWithOneSlip(word, one))));
}

/** From this many letters on a word may have one slip; shorter ones would find everything. */
export const leastForSlip = 4;

/** Whether `word` begins with what was typed but for one slip: one letter more, less, other, or two neighbours in the wrong order. */
export function beginsWithOneSlip(typed: string, word: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  const rest = typed.slice(at);
  const other = word.slice(at);
  if (rest === '') return true;
  return other.startsWith(rest.slice(1)) || (other !== '' && (other.slice(1).startsWith(rest.slice(1)) || other.slice(1).startsWith(rest)))
    || (rest.length > 1 && other[0] === rest[1] && other[1] === rest[0] && other.slice(2).startsWith(rest.slice(2)));
}

/** The text around the first of the words, at most about `most` characters, cut at its ends with an ellipsis; null where none of them is in it. */
export function snippetOf(text: string, words: readonly string[], most = 90): string | null {
  const flat = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  const begins = [...flat.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].find((match) => words.some((word) => folded(match[0]).startsWith(folded(word))));
  if (begins === undefined) return null;
  const from = Math.max(0, begins.index - Math.floor(most / 3));
  const start = from === 0 ? 0 : flat.indexOf(' ', from) + 1;
  const end = start + most >= flat.length ? flat.length : Math.max(flat.lastIndexOf(' ', start + most), begins.index + begins[0].length);
  return `${start === 0 ? '' : '… '}${flat.slice(Math.min(start, begins.index), end)}${end === flat.length ? '' : ' …'}`;
}
