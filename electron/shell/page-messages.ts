import { ipcMain, type WebContents } from 'electron';
import { desktopAskSchema, type DesktopAsk, type DesktopTell } from '#shared/desktop.ts';
import { isTrustedSender } from './policy.ts';
import { senderOf } from './port.ts';

/** Channel names, the same in `preload.ts`. */
const tellChannel = 'parley:tell';
const askChannel = 'parley:ask';

/** What a page is told once it listens, by the page's process. */
const waiting = new WeakMap<WebContents, DesktopTell[]>();

/** Says something to a page that is open. */
export function tell(contents: WebContents, message: DesktopTell): void {
  if (!contents.isDestroyed()) contents.send(tellChannel, message);
}

/** Says it as soon as the page that is loading now listens. */
export function tellWhenReady(contents: WebContents, message: DesktopTell): void {
  waiting.set(contents, [...(waiting.get(contents) ?? []), message]);
}

/** Hears the app's own pages, and nobody else; what is not one of the known questions is passed over. */
export function hearPages(answer: (ask: DesktopAsk, contents: WebContents) => void): void {
  ipcMain.on(askChannel, (event, message: unknown) => {
    const ask = desktopAskSchema.safeParse(message);
    if (!isTrustedSender(senderOf(event)) || !ask.success) return;
    answer(ask.data, event.sender);
    for (const one of waiting.get(event.sender) ?? []) tell(event.sender, one);
    waiting.delete(event.sender);
  });
}
