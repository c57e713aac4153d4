import { crc32, deflateSync } from 'node:zlib';

/** Pixels of 8 bits for red, green, blue and alpha, opaque. */
export type Raster = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** PNG (ISO/IEC 15948) in true colour without alpha, with its resolution, rows filtered by the row above. */
export function encodePng(raster: Raster, dotsPerInch: number): Uint8Array {
  const { width, height } = raster;
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  head.setUint8(8, 8);
  head.setUint8(9, 2);
  const perMetre = Math.round(dotsPerInch / 0.0254);
  const size = new DataView(new ArrayBuffer(9));
  size.setUint32(0, perMetre);
  size.setUint32(4, perMetre);
  size.setUint8(8, 1);
  const body = deflateSync(filteredRows(raster), { level: 6 });
  return Buffer.concat([signature, chunk('IHDR', new Uint8Array(head.buffer)), chunk('pHYs', new Uint8Array(size.buffer)), chunk('IDAT', body), chunk('IEND', new Uint8Array())]);
}

function filteredRows({ width, height, pixels }: Raster): Uint8Array {
  const stride = width * 3 + 1;
  const rows = new Uint8Array(stride * height);
  const filterUp = 2;
  for (let y = 0; y < height; y += 1) {
    let to = y * stride;
    rows[to] = filterUp;
    to += 1;
    let from = y * width * 4;
    let above = from - width * 4;
    for (let x = 0; x < width; x += 1, from += 4, above += 4, to += 3) {
      const isFirst = y === 0;
      rows[to] = (pixels[from] ?? 0) - (isFirst ? 0 : (pixels[above] ?? 0));
      rows[to + 1] = (pixels[from + 1] ?? 0) - (isFirst ? 0 : (pixels[above + 1] ?? 0));
      rows[to + 2] = (pixels[from + 2] ?? 0) - (isFirst ? 0 : (pixels[above + 2] ?? 0));
    }
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
