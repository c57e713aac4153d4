import { ipcRenderer } from 'electron';

/** The part of the page's window that is used here; the privileged side is compiled without the DOM's types. */
declare const window: {
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', listener: (event: { readonly source: unknown; readonly data: unknown }) => void): void;
  postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void;
};

/**
 * The only bridge into the page: it asks for one MessagePort and passes it on. Nothing of Electron is exposed.
 * The page posts 'parley:connect' to itself when it listens, and gets 'parley:port' with the port.
 */
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== 'parley:connect') return;
  ipcRenderer.send('parley:connect');
});

ipcRenderer.on('parley:port', (event) => {
  window.postMessage('parley:port', window.location.origin, [...event.ports]);
});
