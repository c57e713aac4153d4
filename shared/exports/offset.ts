import { formatInstant, type Instant } from '#shared/time/instant.ts';

const quarterMs = 900_000;

/** How far a zone's clock is ahead of UTC, in ms; zones change on a quarter of an hour, so one answer serves all instants of a quarter. */
export function offsetsOf(zone: string): (at: Instant) => number {
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / quarterMs);
    const present = known.get(quarter);
    if (present !== undefined) return present;
    const offset = offsetIn(formatInstant(quarter * quarterMs, zone));
    known.set(quarter, offset);
    return offset;
  };
}

function offsetIn(text: string): number {
  const match = /([+-])(\d\d):(\d\d)$/u.exec(text);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}
