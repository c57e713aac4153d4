import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { RefusedWorkspace } from '#shared/workspace/refused.ts';
import { contentSecurityPolicy, inertPolicy, newNonce, noncePlaceholder, securityHeaders } from './policy.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The page with a fresh nonce; the same for every address of the app that names no file. `refused` is told to it in a meta element. */
export function pageResponse(rendererFolder: string, refused: RefusedWorkspace | null = null): Response {
  const built = readFileSync(path.join(rendererFolder, 'index.html'), 'utf8');
  const template = refused === null ? built : built.replace('</head>', () => `<meta name="parley-refused" content="${attributeText(JSON.stringify(refused))}" /></head>`);
  const nonce = newNonce();
  return new Response(template.replaceAll(noncePlaceholder, nonce), {
    headers: {
      ...securityHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'Cache-Control': 'no-store',
    },
  });
}

function attributeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** One built file, or null where there is none: only regular files inside the folder, only known kinds. */
export function assetResponse(rendererFolder: string, pathname: string): Response | null {
  const file = assetFile(rendererFolder, pathname);
  if (file === null) return null;
  const mediaType = mediaTypes[path.extname(file)];
  if (mediaType === undefined) return null;
  return new Response(readFileSync(file), {
    headers: {
      ...securityHeaders,
      'Content-Type': mediaType,
      'Content-Security-Policy': inertPolicy,
      'Cache-Control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
}

/** True where an address names a place of the app, not a file: `/agreements/…` yes, `/assets/x.js` no. */
export function isPagePath(pathname: string): boolean {
  const decoded = decodedPath(pathname);
  return decoded !== null && !decoded.includes('\0') && !decoded.startsWith('/assets/') && path.posix.extname(decoded) === '';
}

function assetFile(rendererFolder: string, pathname: string): string | null {
  const decoded = decodedPath(pathname);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null;
  const root = realpathSync(rendererFolder);
  const wanted = path.join(root, decoded);
  if (!wanted.startsWith(root + path.sep)) return null;
  if (statSync(wanted, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const real = realpathSync(wanted);
  return real.startsWith(root + path.sep) ? real : null;
}

function decodedPath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
