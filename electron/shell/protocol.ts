import { protocol } from 'electron';
import type { CoreContext } from '../core.ts';
import { filesResponse, jsonResponse } from '../server/files-endpoint.ts';
import { assetResponse, isPagePath, pageResponse } from '../server/page.ts';
import { appScheme, isOwnAddress } from './policy.ts';

/** Must run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]);
}

/** Answers `app://parley/…`: the page with its policy, its files, and files on their way in and out. Calls go over the MessagePort. */
export function serveApp(context: CoreContext, rendererFolder: string): void {
  protocol.handle(appScheme, async (request) => {
    if (!isOwnAddress(request.url)) return jsonResponse(403, { message: 'Refused: wrong host.' });
    const { pathname } = new URL(request.url);
    if (pathname === '/files' || pathname.startsWith('/files/')) return await filesResponse(context, request);
    if (request.method !== 'GET' && request.method !== 'HEAD') return jsonResponse(405, { message: 'Refused: read only.' });
    const asset = assetResponse(rendererFolder, pathname);
    if (asset !== null) return asset;
    return isPagePath(pathname) ? pageResponse(rendererFolder) : jsonResponse(404, { message: 'There is nothing here.' });
  });
}
