/** A picture of dots as its own head describes it. */
export type RasterHead = { readonly mediaType: 'image/png' | 'image/jpeg'; readonly width: number; readonly height: number };

/** Reads the head of a PNG (ISO/IEC 15948) or a JPEG (ITU-T T.81); null for anything else and for one without a size. */
export function rasterHead(bytes: Uint8Array): RasterHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = isPng(bytes) ? pngHead(view) : isJpeg(bytes) ? jpegHead(view) : null;
  return head === null || head.width === 0 || head.height === 0 ? null : head;
}

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, index) => bytes[index] === byte);
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

function pngHead(view: DataView): RasterHead | null {
  return view.byteLength < 24 ? null : { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Goes from segment to segment until the one that begins a frame. */
function jpegHead(view: DataView): RasterHead | null {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { mediaType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return null;
}
