import type { WebPreferences } from 'electron';

/** The app's own scheme and address: standard and secure, so that `'self'`, fetch and storage work as on the web. */
export const appScheme = 'app';
export const appOrigin = 'app://parley';

/** The page's process: sandboxed, isolated, without Node and without anything that Electron calls experimental. */
export const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  safeDialogs: true,
} as const satisfies WebPreferences;

/** True for an address of the app itself; everything else is neither navigated to nor trusted as a sender. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${appScheme}:` && url.host === 'parley' && url.username === '' && url.port === '';
}

/**
 * Whether the page's session may load an address at all: the app's own, what the page made itself (`blob:`, `data:`),
 * and the developer tools. Nothing ever goes to a network or to `file:`.
 */
export function mayLoad(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  if (protocol === `${appScheme}:`) return isOwnAddress(address);
  if (protocol === 'blob:') return address.startsWith(`blob:${appOrigin}/`);
  return protocol === 'data:' || protocol === 'devtools:';
}

/** Facts of the frame that asks for the port to the handlers. */
export type Sender = { readonly address: string; readonly isMainFrame: boolean };

/** Only the app's own page in the main frame of its window may call handlers. */
export function isTrustedSender(sender: Sender | null): boolean {
  return sender !== null && sender.isMainFrame && isOwnAddress(sender.address);
}

/** A crashed page is loaded again, but not for ever: at most three times in a minute. */
export function mayReload(earlierCrashes: readonly number[], now: number): boolean {
  return earlierCrashes.filter((at) => now - at < 60_000).length < 3;
}
