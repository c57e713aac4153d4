import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { projectFile } from './project.ts';

/** `node build/make-icons.ts`: the icons of the three systems from the two drawings in `build/icons/`. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512] as const;
const windowsSizes = [16, 24, 32, 48, 64, 128, 256] as const;

/** Types of an `.icns` entry that hold a PNG, with the width in pixels. */
const appleTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
] as const;

if (import.meta.main) {
  for (const [name, bytes] of iconFiles()) {
    const file = projectFile('build/icons', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** Every file that the script writes, by its name in `build/icons/`. macOS keeps the drawing's clear space; the others fill their square. */
export function iconFiles(): Map<string, Uint8Array> {
  const app = drawing('app-icon.svg');
  const filled = app.replace('viewBox="0 0 512 512"', 'viewBox="40 40 432 432"');
  const sheet = drawing('document.svg');
  return new Map<string, Uint8Array>([
    ['app.icns', appleIcon(app)],
    ['app.ico', windowsIcon(filled)],
    ['document.icns', appleIcon(sheet)],
    ['document.ico', windowsIcon(sheet)],
    ...linuxSizes.map((size) => [`linux/${size}x${size}.png`, png(filled, size)] as const),
  ]);
}

function drawing(name: string): string {
  return readFileSync(projectFile('build/icons', name), 'utf8');
}

function png(svg: string, size: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

/** An `.ico` with a PNG for each size, as Windows has read since Vista. A width of 256 is written as 0. */
function windowsIcon(svg: string): Buffer {
  const pictures = windowsSizes.map((size) => ({ size, bytes: png(svg, size) }));
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let place = head.length;
  for (const [index, { size, bytes }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    head[entry] = size % 256;
    head[entry + 1] = size % 256;
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(bytes.length, entry + 8);
    head.writeUInt32LE(place, entry + 12);
    place += bytes.length;
  }
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)]);
}

/** An `.icns`: its magic and length, then each picture behind its type and length. */
function appleIcon(svg: string): Buffer {
  const entries = appleTypes.map(([type, size]) => tagged(type, png(svg, size)));
  return tagged('icns', Buffer.concat(entries));
}

function tagged(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}
