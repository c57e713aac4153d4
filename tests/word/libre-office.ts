import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A line of a laid-out page: points from the left and top of the sheet. */
export type PrintedLine = { readonly left: number; readonly top: number; readonly bottom: number; readonly text: string };
export type PrintedPage = { readonly height: number; readonly lines: readonly PrintedLine[] };

/** Why the checks with LibreOffice cannot run here, or null where they can. */
export function whyNoLibreOffice(): string | null {
  const missing = ['soffice', 'pdftotext'].filter((program) => !isInstalled(program));
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`;
}

/** Opens Word files in LibreOffice, all in one start, and reads the pages that it lays out. */
export async function layOutWithLibreOffice(files: Readonly<Record<string, Uint8Array>>): Promise<Record<string, PrintedPage[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'word-'));
  try {
    const names = Object.keys(files);
    await Promise.all(names.map((name) => writeFile(join(folder, `${name}.docx`), files[name] ?? new Uint8Array())));
    const profile = pathToFileURL(join(folder, 'profile')).href;
    await run('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names.map((name) => join(folder, `${name}.docx`))], { timeout: 180_000 });
    const pages: Record<string, PrintedPage[]> = {};
    for (const name of names) {
      await run('pdftotext', ['-bbox-layout', join(folder, `${name}.pdf`), join(folder, `${name}.xml`)]);
      pages[name] = pagesOf(await readFile(join(folder, `${name}.xml`), 'utf8'));
    }
    return pages;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The text of a page in reading order, one line a line. */
export function pageText(page: PrintedPage): string {
  return page.lines.map((line) => line.text).join('\n');
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

function pagesOf(xml: string): PrintedPage[] {
  return xml.split(/<page /).slice(1).map((page) => {
    const height = Number(/height="([\d.]+)"/.exec(page)?.[1] ?? 0);
    const lines = page.split(/<line /).slice(1).map((line): PrintedLine => {
      const figure = (name: string) => Number(new RegExp(`${name}="([-\\d.]+)"`).exec(line)?.[1] ?? 0);
      const text = [...line.matchAll(/<word [^>]*>([^<]*)<\/word>/g)].map((word) => plainText(word[1] ?? '')).join(' ');
      return { left: figure('xMin'), top: figure('yMin'), bottom: figure('yMax'), text };
    });
    return { height, lines: lines.toSorted((one, other) => one.top - other.top || one.left - other.left) };
  });
}

function plainText(text: string): string {
  return text.replaceAll('\u2011', '-').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}
