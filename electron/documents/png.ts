import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const deflated = promisify(deflate);

/** Pixels of 8 bits for red, green, blue and alpha. */
export type Raster = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** PNG (ISO/IEC 15948) in true colour, with its resolution. */
export async function encodePng(raster: Raster, dotsPerInch: number): Promise<Uint8Array> {
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, raster.width);
  head.setUint32(4, raster.height);
  head.setUint8(8, 8);
  head.setUint8(9, trueColourWithAlpha);
  const perMetre = Math.round(dotsPerInch / 0.0254);
  const size = new DataView(new ArrayBuffer(9));
  size.setUint32(0, perMetre);
  size.setUint32(4, perMetre);
  size.setUint8(8, 1);
  const body = await deflated(filteredRows(raster), { level: 6 });
  return Buffer.concat([signature, chunk('IHDR', new Uint8Array(head.buffer)), chunk('pHYs', new Uint8Array(size.buffer)), chunk('IDAT', body), chunk('IEND', new Uint8Array())]);
}

const trueColourWithAlpha = 6;
const filterNone = 0;
const filterUp = 2;

/** A row like the one above it is all zeros under the filter "up"; drawings have many. */
function filteredRows({ width, height, pixels }: Raster): Uint8Array {
  const length = width * 4;
  const rows = new Uint8Array((length + 1) * height);
  let above = pixels.subarray(0, 0);
  for (let y = 0; y < height; y += 1) {
    const row = pixels.subarray(y * length, (y + 1) * length);
    const to = y * (length + 1);
    const isSame = Buffer.compare(row, above) === 0;
    rows[to] = isSame ? filterUp : filterNone;
    if (!isSame) rows.set(row, to + 1);
    above = row;
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8);
  return out;
}
