import dayjs from 'dayjs';
import dayjsBusinessTime from 'dayjs-business-time';
import moment from 'moment-business-time';
import { compileCalendar, type Calendar } from '#shared/calendar/calendar.ts';
import type { CalendarDefinition, ClockRange } from '#shared/calendar/model.ts';
import { randomFrom } from './random.ts';
import { median, type BenchRow } from './row.ts';

const pairs = 1_000_000;
const runs = 7;
const dayMs = 86_400_000;
const minuteMs = 60_000;
const shifts: ClockRange[] = [['08:00', '12:00'], ['13:00', '17:00']];
const holidays = [2023, 2024, 2025, 2026].flatMap((year) => ['01-01', '04-18', '05-01', '05-29', '10-03', '12-24', '12-25', '12-26'].map((day) => `${year}-${day}`));
const from = Date.UTC(2023, 0, 2);
const to = Date.UTC(2026, 11, 1);

/** `elapsed` against a bare binary search over the same prefix sums, and against the two peers on cases that both can express. */
export async function benchCalendar(): Promise<BenchRow[]> {
  return [againstBinarySearch(), againstLibraries()];
}

function definition(tz: string): CalendarDefinition {
  return { tz, week: { mon: shifts, tue: shifts, wed: shifts, thu: shifts, fri: shifts }, holidays };
}

/** Starts and ends in the bench's span, at most 30 days apart, on whole minutes. */
function randomPairs(count: number): Float64Array {
  const random = randomFrom(1);
  const made = new Float64Array(count * 2);
  for (let index = 0; index < count; index += 1) {
    const start = from + Math.floor((random() * (to - from - 30 * dayMs)) / minuteMs) * minuteMs;
    made[2 * index] = start;
    made[2 * index + 1] = start + Math.floor((random() * 30 * dayMs) / minuteMs) * minuteMs;
  }
  return made;
}

function againstBinarySearch(): BenchRow {
  const calendar = compileCalendar(definition('Europe/Berlin'));
  const elapsed = (start: number, end: number): number => calendar.elapsed(start, end);
  const search = bareSearch(calendar);
  const asked = randomPairs(pairs);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const first = timePerCall(asked, pairs, elapsed);
    const second = timePerCall(asked, pairs, search);
    if (first.sum !== second.sum) throw new Error('elapsed and the bare search do not agree');
    if (run === 0) continue;
    ours.push(first.nanoseconds);
    bare.push(second.nanoseconds);
  }
  const ratio = median(bare) / median(ours);
  return { name: 'elapsed: holidays, split shifts, a zone', peer: `bare binary search over the same prefix sums (${median(bare).toFixed(0)} ns)`, value: median(ours), unit: 'ns', ratio, limit: 'at least 0.5 × its speed', pass: ratio >= 0.5 };
}

function againstLibraries(): BenchRow {
  setPeers();
  const calendar = compileCalendar(definition('UTC'));
  const asked = randomPairs(pairs);
  const few = asked.subarray(0, 2 * 500);
  const peers = [
    { name: 'moment-business-time', call: (start: number, end: number) => moment(end).workingDiff(moment(start), 'minutes') * minuteMs },
    { name: 'dayjs-business-time', call: (start: number, end: number) => dayjs(start).businessMinutesDiff(dayjs(end)) * minuteMs },
  ].map((peer) => {
    const times: number[] = [];
    for (let run = 0; run < 3; run += 1) times.push(timePerCall(few, few.length / 2, peer.call).nanoseconds);
    return { name: peer.name, nanoseconds: median(times), agreed: agreement(few, peer.call, calendar) };
  });
  const ours: number[] = [];
  const elapsed = (start: number, end: number): number => calendar.elapsed(start, end);
  for (let run = 0; run <= runs; run += 1) {
    const { nanoseconds } = timePerCall(asked, pairs, elapsed);
    if (run > 0) ours.push(nanoseconds);
  }
  const [first, second] = peers;
  const fastest = first && second && first.nanoseconds < second.nanoseconds ? first : second;
  if (!fastest) throw new Error('no peer was measured');
  const ratio = fastest.nanoseconds / median(ours);
  const told = peers.map((peer) => `${peer.name} ${(peer.nanoseconds / 1000).toFixed(0)} µs, agrees in ${peer.agreed} of 500`).join('; ');
  return { name: 'elapsed: UTC, holidays, split shifts, up to 30 days', peer: told, value: median(ours), unit: 'ns', ratio, limit: 'at least 300 × the faster', pass: ratio >= 300 };
}

function timePerCall(asked: Float64Array, count: number, call: (from: number, to: number) => number): { nanoseconds: number; sum: number } {
  let sum = 0;
  const begun = performance.now();
  for (let index = 0; index < 2 * count; index += 2) sum += call(asked[index] ?? 0, asked[index + 1] ?? 0);
  return { nanoseconds: ((performance.now() - begun) * 1e6) / count, sum };
}

function agreement(asked: Float64Array, call: (from: number, to: number) => number, calendar: Calendar): number {
  let agreed = 0;
  for (let index = 0; index < asked.length; index += 2) {
    const [start, end] = [asked[index] ?? 0, asked[index + 1] ?? 0];
    if (call(start, end) === calendar.elapsed(start, end)) agreed += 1;
  }
  return agreed;
}

/** Prefix sums and a binary search, and nothing around them: no checks, no growing, no zone. */
function bareSearch(calendar: Calendar): (from: number, to: number) => number {
  const open = calendar.stretches(from - dayMs, to + dayMs).filter((stretch) => stretch.kind === 'open');
  const opens = Float64Array.from(open, (stretch) => stretch.from);
  const lengths = Float64Array.from(open, (stretch) => stretch.to - stretch.from);
  const sums = new Float64Array(open.length);
  for (let index = 1; index < sums.length; index += 1) sums[index] = (sums[index - 1] ?? 0) + (lengths[index - 1] ?? 0);
  const sumAt = (at: number): number => {
    let low = 0;
    let high = opens.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((opens[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const index = low - 1;
    return index < 0 ? 0 : (sums[index] ?? 0) + Math.min(lengths[index] ?? 0, at - (opens[index] ?? 0));
  };
  return (start, end) => sumAt(end) - sumAt(start);
}

/** Both libraries compute in the process's own zone, so that must be UTC for the comparison. */
function setPeers(): void {
  process.env['TZ'] = 'UTC';
  const day = ['08:00:00', '12:00:00', '13:00:00', '17:00:00'];
  moment.updateLocale('en', { workinghours: { 0: null, 1: day, 2: day, 3: day, 4: day, 5: day, 6: null }, holidays });
  dayjs.extend(dayjsBusinessTime);
  const segments = shifts.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` }));
  dayjs.setHolidays(holidays);
  dayjs.setBusinessTime({ sunday: null, monday: segments, tuesday: segments, wednesday: segments, thursday: segments, friday: segments, saturday: null });
}
