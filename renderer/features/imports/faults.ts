export type LinePart = { readonly text: string; readonly isFault: boolean };

const around = 24;

/**
 * Cuts a raw line at the texts that the problem quotes (`resolved_at "31/11/2026 10:20"`). A long stretch before, between and after
 * the faults is shortened to an ellipsis at a comma, so that the faults are in sight.
 */
export function faultsIn(raw: string, detail: string): readonly LinePart[] {
  const quoted = [...detail.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map((match) => (match[1] ?? '').replace(/\\(.)/gu, '$1')).filter((text) => text !== '');
  const spans: { from: number; to: number }[] = [];
  for (const text of quoted.length > 0 ? quoted : detail === '' ? [] : [detail]) {
    const from = raw.indexOf(text, 0);
    if (from >= 0 && spans.every((span) => from >= span.to || from + text.length <= span.from)) spans.push({ from, to: from + text.length });
  }
  spans.sort((one, other) => one.from - other.from);
  const parts: LinePart[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.from > at) parts.push({ text: shortened(raw.slice(at, span.from), at > 0), isFault: false });
    parts.push({ text: raw.slice(span.from, span.to), isFault: true });
    at = span.to;
  }
  if (at < raw.length) parts.push({ text: raw.slice(at), isFault: false });
  return parts;
}

function shortened(text: string, isBetween: boolean): string {
  if (text.length <= around * 2) return text;
  const head = isBetween ? text.slice(0, around / 2) : text.slice(0, around);
  const tail = text.slice(-around / 2);
  return `${head.slice(0, Math.max(1, head.lastIndexOf(',') + 1))}…${tail.slice(Math.max(0, tail.indexOf(',')))}`;
}
