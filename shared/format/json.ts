import { ParleyError, type ErrorDetail } from '#shared/errors.ts';
import { pathText } from '#shared/refusal.ts';

/**
 * Reads a JSON document of a person or of another program. Throws `invalid-input` with a path for each fault: text that is no JSON,
 * a property that is written twice (JavaScript would keep the last in silence), and a name that JavaScript keeps for itself.
 */
export function parseJson(text: string, name: string): unknown {
  const source = text.replace(/^\uFEFF/u, '');
  const value = parse(source, name);
  const faults = [...repeatedKeys(source).map((path) => ({ path, message: 'This property is written twice' })), ...reservedKeys(value)];
  if (faults.length > 0) throw new ParleyError('invalid-input', `${name} says something in two ways or by a name that cannot be used.`, { details: faults, wayOut: 'Keep one of them, or choose another name.' });
  return value;
}

/** Where a value has a property of its own that is named `__proto__`: copying such a value would lose it in silence. */
export function reservedKeys(value: unknown, path: readonly PropertyKey[] = []): ErrorDetail[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => reservedKeys(item, [...path, index]));
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...(key === '__proto__' ? [{ path: pathText([...path, key]), message: 'This name cannot be used' }] : []), ...reservedKeys(inner, [...path, key])]);
}

function parse(source: string, name: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new ParleyError('invalid-input', `${name} is no JSON: ${error instanceof Error ? error.message : ''}`, { details: [{ path: '', message: 'no JSON' }], cause: error });
  }
}

type Level = { readonly keys: Set<string> | null; at: PropertyKey; expectsKey: boolean };

/** Paths of properties that an object names again. The text is known to be JSON. */
function repeatedKeys(source: string): string[] {
  const levels: Level[] = [];
  const repeated: string[] = [];
  for (let index = 0; index < source.length; index += 1) {
    const character = source[index];
    const level = levels.at(-1);
    if (character === '{') levels.push({ keys: new Set(), at: '', expectsKey: true });
    else if (character === '[') levels.push({ keys: null, at: 0, expectsKey: false });
    else if (character === '}' || character === ']') levels.pop();
    else if (character === ',' && level !== undefined) {
      level.expectsKey = level.keys !== null;
      if (typeof level.at === 'number') level.at += 1;
    } else if (character === '"') {
      const end = endOfString(source, index);
      if (level !== undefined && level.keys !== null && level.expectsKey) {
        const key = String(JSON.parse(source.slice(index, end + 1)));
        level.at = key;
        level.expectsKey = false;
        if (level.keys.has(key)) repeated.push(pathText(levels.map((one) => one.at)));
        level.keys.add(key);
      }
      index = end;
    }
  }
  return repeated;
}

/** Index of the closing quotation mark. */
function endOfString(source: string, start: number): number {
  let index = start + 1;
  while (source[index] !== '"') index += source[index] === '\\' ? 2 : 1;
  return index;
}
