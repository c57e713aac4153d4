import { protocol } from 'electron';
import { z } from 'zod';
import type { RefusedWorkspace } from '#shared/workspace/refused.ts';
import { jsonResponse } from '../server/files-endpoint.ts';
import { assetResponse, isPagePath, pageResponse } from '../server/page.ts';
import { appScheme, isOwnAddress } from './policy.ts';

const openSchema = z.strictObject({ copy: z.string().min(1).max(255) });

/** Answers `app://parley/…` where the workspace could not be opened: the page says why, and `POST /open` opens a copy in its place. */
export function serveRefusal(refused: RefusedWorkspace, rendererFolder: string, open: (copy: string) => boolean): void {
  protocol.handle(appScheme, async (request) => {
    if (!isOwnAddress(request.url)) return jsonResponse(403, { message: 'Refused: wrong host.' });
    const { pathname } = new URL(request.url);
    if (request.method === 'POST' && pathname === '/open') {
      const wanted = openSchema.safeParse(await request.json().catch(() => null));
      return wanted.success && open(wanted.data.copy) ? jsonResponse(200, { ok: true }) : jsonResponse(404, { message: 'There is no such copy.' });
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return jsonResponse(405, { message: 'Refused: read only.' });
    return assetResponse(rendererFolder, pathname) ?? (isPagePath(pathname) ? pageResponse(rendererFolder, refused) : jsonResponse(404, { message: 'There is nothing here.' }));
  });
}
