import { ipcRenderer } from 'electron';

/** The part of the page's window that is used here; the privileged side is compiled without the DOM's types. */
declare const window: {
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', listener: (event: { readonly source: unknown; readonly data: unknown }) => void): void;
  postMessage(message: unknown, targetOrigin: string, transfer?: readonly unknown[]): void;
};

/**
 * The only bridge into the page: it asks for one MessagePort and passes it on, and carries the few messages of `shared/desktop.ts`.
 * Nothing of Electron is exposed. The page posts 'parley:connect' to itself when it listens, and gets 'parley:port' with the port;
 * `{ ask }` goes to the window, `{ tell }` comes from it. What is asked is checked on the other side.
 */
window.addEventListener('message', (event) => {
  if (event.source !== window) return;
  if (event.data === 'parley:connect') ipcRenderer.send('parley:connect');
  else if (typeof event.data === 'object' && event.data !== null && 'ask' in event.data) ipcRenderer.send('parley:ask', event.data.ask);
});

ipcRenderer.on('parley:port', (event) => {
  window.postMessage('parley:port', window.location.origin, [...event.ports]);
});

ipcRenderer.on('parley:tell', (_event, tell: unknown) => {
  window.postMessage({ tell }, window.location.origin);
});
