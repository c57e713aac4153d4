import { app, session, type DownloadItem, type Session, type WebContents } from 'electron';
import { appOrigin, isOwnAddress, mayLoad } from './policy.ts';

/**
 * Denies every permission, every request that leaves the app, and every download that is not one of our files.
 * `onDownload` gets each download that is allowed, and the page that it was asked from.
 */
export function confineSession(onDownload: (item: DownloadItem, contents: WebContents) => void = () => {}, target: Session = session.defaultSession): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  target.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
  target.on('will-download', (event, item, contents) => {
    const address = item.getURL();
    if (address.startsWith(`${appOrigin}/files/`) || address.startsWith(`blob:${appOrigin}/`)) onDownload(item, contents);
    else event.preventDefault();
  });
}

/** Holds every page that is ever made to the app: no navigation away, no window, no embedded page. */
export function confinePages(): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
