/** What a file of a signature is by its first bytes; null: none of these. */
export type SignatureFileKind = 'png' | 'jpeg' | 'pdf';

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpegStart = [0xff, 0xd8, 0xff];
const pdfStart = [0x25, 0x50, 0x44, 0x46, 0x2d];

export function signatureFileKind(bytes: Uint8Array): SignatureFileKind | null {
  if (startsWith(bytes, pngStart)) return 'png';
  if (startsWith(bytes, jpegStart)) return 'jpeg';
  return startsWith(bytes, pdfStart) ? 'pdf' : null;
}

/** Width and height of a PNG in pixels, from its first chunk; null where the file is no whole PNG (PNG specification, 11.2.1 IHDR, 11.2.5 IEND). */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  if (bytes.length < 45 || !startsWith(bytes, pngStart) || chunkName(bytes, 12) !== 'IHDR' || chunkName(bytes, bytes.length - 8) !== 'IEND') return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Media type that goes with a kind. */
export const signatureMediaTypes = { png: 'image/png', jpeg: 'image/jpeg', pdf: 'application/pdf' } as const satisfies Record<SignatureFileKind, string>;

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function chunkName(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
