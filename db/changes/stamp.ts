/**
 * The next hybrid logical clock stamp: 12 hex digits of ms, 4 of a counter, 8 of the device. Later stamps sort later,
 * also where the clock was set back. Stamps order, they never decide.
 */
export function nextStamp(last: string | null, now: number, deviceId: string): string {
  const lastMs = last === null ? -1 : Number.parseInt(last.slice(0, 12), 16);
  const lastCounter = last === null ? 0 : Number.parseInt(last.slice(12, 16), 16);
  let ms = Math.max(now, lastMs);
  let counter = ms === lastMs ? lastCounter + 1 : 0;
  if (counter > 0xffff) {
    ms += 1;
    counter = 0;
  }
  return ms.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0') + deviceId.replaceAll('-', '').slice(-8);
}
