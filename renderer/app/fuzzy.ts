/**
 * How well a name answers what was typed: 0 not at all, more is better. Every word that was typed must be found: at the beginning of a word of
 * the name, inside it, spelled with one slip, or as letters in order ("mw" finds "Managed workplace"). Accents and case do not matter.
 */
export function fuzzyScore(typed: string, name: string): number {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return 1;
  const words = knownWords(name);
  const whole = words.join(' ');
  let score = whole.startsWith(wanted.join(' ')) ? 20 : 0;
  for (const word of wanted) {
    const found = scoreOfWord(word, words, whole);
    if (found === 0) return 0;
    score += found;
  }
  return score + 1 / (1 + whole.length);
}

function scoreOfWord(wanted: string, words: readonly string[], whole: string): number {
  if (words.includes(wanted)) return 12;
  if (words.some((word) => word.startsWith(wanted))) return 10;
  if (whole.includes(wanted)) return 6;
  if (wanted.length >= 2 && words.map((word) => word[0] ?? '').join('').includes(wanted)) return 5;
  if (wanted.length >= 4 && words.some((word) => isOneSlip(wanted, word.slice(0, wanted.length)) || isOneSlip(wanted, word.slice(0, wanted.length + 1)) || isOneSlip(wanted, word.slice(0, wanted.length - 1)))) return 4;
  return 0;
}

/** Whether one letter more, less, other, or two in the wrong order make one word of the other. */
function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  const [restOne, restOther] = [one.slice(start), other.slice(start)];
  if (restOne.slice(1) === restOther.slice(1) || restOne.slice(1) === restOther || restOne === restOther.slice(1)) return true;
  return restOne[0] === restOther[1] && restOne[1] === restOther[0] && restOne.slice(2) === restOther.slice(2);
}

/** Names that were split, so that a keystroke does not split ten thousand of them again. */
const known = new Map<string, readonly string[]>();
const mostKnown = 50_000;

function knownWords(name: string): readonly string[] {
  const words = known.get(name) ?? wordsOf(name);
  if (known.size > mostKnown) known.clear();
  known.set(name, words);
  return words;
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().split(/[\s,;:/()|]+/u).filter((word) => word !== '');
}
