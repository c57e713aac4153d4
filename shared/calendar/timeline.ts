import { ParleyError } from '#shared/errors.ts';
import type { Instant } from '#shared/time/instant.ts';
import type { Interval } from '#shared/time/interval.ts';
import type { ClosedInterval, Expansion } from './expand.ts';

/** Calendars are computed from 1800 to the end of 2399. */
export const earliestInstant: Instant = Date.UTC(1800, 0, 1);
export const latestInstant: Instant = Date.UTC(2400, 0, 1);

const dayMs = 86_400_000;
const yearMs = 366 * dayMs;

/**
 * Open time as flat arrays over the span that was asked for so far: opens, closes and the open milliseconds before each opening
 * (prefix sums), with the first interval of every UTC day for a direct start. Grows on demand to at least twice its length, so that the
 * expansion of n days costs O(n) in total; a lookup is O(1), `add` a binary search over the sums.
 */
export class Timeline {
  readonly #expandDays: (fromDay: number, toDay: number) => Expansion;
  #from: Instant = 0;
  #to: Instant = 0;
  #opens = new Float64Array([Infinity]);
  #closes = new Float64Array([Infinity]);
  #sums = new Float64Array([0]);
  #firstOfDay = new Int32Array([0]);
  #closed: readonly ClosedInterval[] = [];

  constructor(expandDays: (fromDay: number, toDay: number) => Expansion) {
    this.#expandDays = expandDays;
  }

  /** Open milliseconds in `[from, to)`; the caller has made sure that `from` is not after `to`. */
  elapsed(from: Instant, to: Instant): number {
    if (from < this.#from || to >= this.#to) this.cover(from, to);
    return this.#sumAt(to) - this.#sumAt(from);
  }

  isOpen(at: Instant): boolean {
    this.cover(at, at);
    return (this.#opens[this.#indexAt(at)] ?? Infinity) <= at;
  }

  /** `at` where open, else the next opening before `limit`; null where there is none. */
  nextOpening(at: Instant, limit: Instant): Instant | null {
    this.cover(at, at);
    for (;;) {
      const opens = this.#opens[this.#indexAt(at)] ?? Infinity;
      if (opens < Infinity) return opens < limit ? Math.max(opens, at) : null;
      if (!this.#growTo(limit)) return null;
    }
  }

  /** The last open moment's end at or before `at`, after `limit`; null where there is none. */
  previousClosing(at: Instant, limit: Instant): Instant | null {
    this.cover(at, at);
    for (;;) {
      const index = this.#indexAt(at);
      if ((this.#opens[index] ?? Infinity) < at) return at;
      if (index > 0) {
        const closes = this.#closes[index - 1] ?? -Infinity;
        return closes > limit ? closes : null;
      }
      if (!this.#growBack(limit)) return null;
    }
  }

  /** The earliest b with `elapsed(from, b) = ms`, for ms > 0; null where the calendar ends before. */
  forward(from: Instant, ms: number): Instant | null {
    this.cover(from, from);
    for (;;) {
      const goal = this.#sumAt(from) + ms;
      if (goal <= this.#total()) {
        const index = this.#firstSum((sum) => sum >= goal);
        return (this.#opens[index] ?? 0) + goal - (this.#sums[index] ?? 0);
      }
      if (!this.#growTo(latestInstant)) return null;
    }
  }

  /** The latest b with `elapsed(b, to) = ms`, for ms > 0; null where the calendar begins after. */
  backward(to: Instant, ms: number): Instant | null {
    this.cover(to, to);
    for (;;) {
      const goal = this.#sumAt(to) - ms;
      if (goal >= 0) {
        const index = this.#firstSum((sum) => sum > goal);
        return (this.#opens[index] ?? 0) + goal - (this.#sums[index] ?? 0);
      }
      if (!this.#growBack(earliestInstant)) return null;
    }
  }

  /** Open intervals that overlap `[from, to)`, uncut. */
  openIn(from: Instant, to: Instant): Interval[] {
    this.cover(from, to);
    const found: Interval[] = [];
    for (let index = this.#indexAt(from); index < this.#opens.length; index += 1) {
      const interval = { from: this.#opens[index] ?? Infinity, to: this.#closes[index] ?? Infinity };
      if (interval.from >= to) break;
      found.push(interval);
    }
    return found;
  }

  /** Closures that overlap `[from, to)`, uncut and disjoint. */
  closedIn(from: Instant, to: Instant): ClosedInterval[] {
    this.cover(from, to);
    let low = 0;
    let high = this.#closed.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#closed[middle]?.to ?? Infinity) <= from) low = middle + 1;
      else high = middle;
    }
    const found: ClosedInterval[] = [];
    for (let index = low; index < this.#closed.length; index += 1) {
      const closure = this.#closed[index];
      if (closure === undefined || closure.from >= to) break;
      found.push(closure);
    }
    return found;
  }

  /** Makes sure that `[from, to]` lies in the span. Throws `invalid-input` outside 1800 to 2399. */
  cover(from: Instant, to: Instant): void {
    if (from >= this.#from && to < this.#to) return;
    if (!(from >= earliestInstant && to < latestInstant)) {
      throw new ParleyError('invalid-input', 'The time is outside the years 1800 to 2399.', { wayOut: 'Check the year of the date.' });
    }
    const isFirst = this.#from === this.#to;
    const margin = Math.max(yearMs, this.#to - this.#from);
    this.#build(
      isFirst ? from - yearMs : from < this.#from ? Math.min(this.#from, from - margin) : this.#from,
      isFirst ? to + 2 * yearMs : to >= this.#to ? Math.max(this.#to, to + margin) : this.#to,
    );
  }

  #growTo(limit: Instant): boolean {
    if (this.#to >= Math.min(limit, latestInstant)) return false;
    this.#build(this.#from, this.#to + Math.max(yearMs, this.#to - this.#from));
    return true;
  }

  #growBack(limit: Instant): boolean {
    if (this.#from <= Math.max(limit, earliestInstant)) return false;
    this.#build(this.#from - Math.max(yearMs, this.#to - this.#from), this.#to);
    return true;
  }

  #build(wantedFrom: Instant, wantedTo: Instant): void {
    const fromDay = Math.floor(Math.max(wantedFrom, earliestInstant) / dayMs);
    const toDay = Math.ceil(Math.min(wantedTo, latestInstant) / dayMs);
    const from = fromDay * dayMs;
    const to = toDay * dayMs;
    const expansion = this.#expandDays(fromDay - 3, toDay + 3);
    const open = expansion.open.filter((interval) => interval.to > from && interval.from < to);
    const opens = new Float64Array(open.length + 1).fill(Infinity);
    const closes = new Float64Array(open.length + 1).fill(Infinity);
    const sums = new Float64Array(open.length + 1);
    let total = 0;
    open.forEach((interval, index) => {
      opens[index] = Math.max(interval.from, from);
      closes[index] = Math.min(interval.to, to);
      sums[index] = total;
      total += Math.min(interval.to, to) - Math.max(interval.from, from);
    });
    sums[open.length] = total;
    const firstOfDay = new Int32Array(toDay - fromDay + 1);
    for (let day = 0, index = 0; day < firstOfDay.length; day += 1) {
      while ((closes[index] ?? Infinity) <= from + day * dayMs) index += 1;
      firstOfDay[day] = index;
    }
    this.#from = from;
    this.#to = to;
    this.#opens = opens;
    this.#closes = closes;
    this.#sums = sums;
    this.#firstOfDay = firstOfDay;
    this.#closed = expansion.closed;
  }

  /** The first interval that closes after `at`; the sentinel at the end where none does. */
  #indexAt(at: Instant): number {
    let index = this.#firstOfDay[Math.floor((at - this.#from) / dayMs)] ?? 0;
    while ((this.#closes[index] ?? Infinity) <= at) index += 1;
    return index;
  }

  #sumAt(at: Instant): number {
    const index = this.#indexAt(at);
    const opens = this.#opens[index] ?? Infinity;
    const sum = this.#sums[index] ?? 0;
    return at > opens ? sum + at - opens : sum;
  }

  #total(): number {
    return this.#sums[this.#sums.length - 1] ?? 0;
  }

  /** The first interval whose own end, as a sum, satisfies `holds`. */
  #firstSum(holds: (sum: number) => boolean): number {
    let low = 0;
    let high = this.#sums.length - 2;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(this.#sums[middle + 1] ?? Infinity)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
