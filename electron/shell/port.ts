import { ipcMain, MessageChannelMain, type IpcMainEvent } from 'electron';
import type { CoreContext } from '../core.ts';
import { createPortHandler } from '../router.ts';
import { isTrustedSender } from './policy.ts';

/** Channel names, the same in `preload.ts`. */
export const connectChannel = 'parley:connect';
export const portChannel = 'parley:port';

/** Hands each load of the page one MessagePort with the handlers behind it, after checking who asks. */
export function offerPort(context: CoreContext): void {
  const handler = createPortHandler(context);
  ipcMain.on(connectChannel, (event) => {
    if (!isTrustedSender(senderOf(event))) return;
    const { port1, port2 } = new MessageChannelMain();
    handler.upgrade(port1, { context });
    port1.start();
    event.senderFrame?.postMessage(portChannel, null, [port2]);
  });
}

/** Facts of the frame that a message came from, or null where it is gone already. */
export function senderOf(event: IpcMainEvent) {
  const frame = event.senderFrame;
  return frame === null ? null : { address: frame.url, isMainFrame: frame === event.sender.mainFrame };
}
