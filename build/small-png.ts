import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;
const frequentColours = 192;

/**
 * A picture of a screen with a palette: its most frequent colours as they are, then those that are farthest from all of them (a mark in
 * blue is small, and must stay blue), the others as the nearest of these 256.
 * Text on plain ground keeps its look at half the size. Takes an 8-bit PNG in true colour that is not interlaced.
 */
export function smallPng(bytes: Uint8Array): Uint8Array {
  const { width, height, colours } = colours24(Buffer.from(bytes));
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = paletteOf([...counts].sort((one, other) => other[1] - one[1]).map(([colour]) => colour));
  const places = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = colours[y * width + x] ?? 0;
      const place = places.get(colour) ?? nearest(palette, colour);
      places.set(colour, place);
      rows[y * (width + 1) + 1 + x] = place;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', table), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function paletteOf(byFrequency: readonly number[]): number[] {
  const palette = byFrequency.slice(0, frequentColours);
  const rest = byFrequency.slice(frequentColours).map((colour) => ({ colour, away: distance(palette[nearest(palette, colour)] ?? 0, colour) }));
  while (palette.length < mostColours) {
    const farthest = rest.reduce((one, other) => (other.away > one.away ? other : one), { colour: 0, away: 0 });
    if (farthest.away === 0) break;
    palette.push(farthest.colour);
    for (const one of rest) one.away = Math.min(one.away, distance(farthest.colour, one.colour));
  }
  return palette;
}

function nearest(palette: readonly number[], colour: number): number {
  let [best, least] = [0, Infinity];
  for (const [index, known] of palette.entries()) {
    const away = distance(known, colour);
    if (away < least) [best, least] = [index, away];
  }
  return best;
}

function distance(one: number, other: number): number {
  return ((one >> 16) - (other >> 16)) ** 2 + (((one >> 8) & 255) - ((other >> 8) & 255)) ** 2 + ((one & 255) - (other & 255)) ** 2;
}

function colours24(png: Buffer): { readonly width: number; readonly height: number; readonly colours: Uint32Array } {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  if (png[24] !== 8 || (png[25] !== 6 && png[25] !== 2) || png[28] !== 0) throw new Error('Only 8-bit true colour without interlace is read.');
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const rows = inflateSync(Buffer.concat(parts));
  const length = width * channels;
  for (let y = 0; y < height; y += 1) unfilter(rows, y * (length + 1), length, channels, y === 0);
  const colours = new Uint32Array(width * height);
  for (let index = 0; index < colours.length; index += 1) {
    const at = Math.floor(index / width) * (length + 1) + 1 + (index % width) * channels;
    colours[index] = ((rows[at] ?? 0) << 16) | ((rows[at + 1] ?? 0) << 8) | (rows[at + 2] ?? 0);
  }
  return { width, height, colours };
}

/** Undoes the filter of one row in place (PNG, section 9). */
function unfilter(rows: Buffer, start: number, length: number, channels: number, isFirst: boolean): void {
  const kind = rows[start] ?? 0;
  for (let index = 0; index < length; index += 1) {
    const at = start + 1 + index;
    const left = index < channels ? 0 : (rows[at - channels] ?? 0);
    const up = isFirst ? 0 : (rows[at - length - 1] ?? 0);
    const corner = isFirst || index < channels ? 0 : (rows[at - length - 1 - channels] ?? 0);
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
    rows[at] = ((rows[at] ?? 0) + guess) & 255;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
