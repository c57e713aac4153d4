import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { ParleyError } from '#shared/errors.ts';
import type { CoreContext } from '../core.ts';
import { refusalFrom } from '../refuse.ts';
import { createFetchHandler } from '../router.ts';
import { filesResponse, jsonResponse } from './files-endpoint.ts';
import { BodyTooLarge, requestFrom, sendResponse } from './node-http.ts';
import { assetResponse, isPagePath, pageResponse } from './page.ts';
import { cookieValue, isJson, newSecret, refusalOfRequest, sameSecret, sessionCookie, sessionCookieName } from './policy.ts';

export type Loopback = { readonly port: number; readonly token: string; readonly address: string; close(): Promise<void> };

/** `context` is asked with every request: a workspace that was moved has another one. */
export type LoopbackOptions = { readonly context: CoreContext; readonly rendererFolder: string; readonly port: number; readonly largestUpload?: number };

/** A call's largest body: a pasted text of 10 MB and its quoting still reach the handler's own, kinder limit. */
export const largestCallBytes = 32_000_000;
const largestSessionBytes = 4096;

/**
 * The app for a browser of this computer, on 127.0.0.1 only. The page itself is public to this computer; every call needs the cookie
 * that `POST /session` gives for the launch's token. `Host` and `Origin` are checked on every request, calls are JSON only, and
 * there is no CORS header anywhere.
 * Throws `conflict` where the port is taken.
 */
export async function openLoopback(options: LoopbackOptions): Promise<Loopback> {
  const token = newSecret();
  const session = newSecret();
  const handler = createFetchHandler(() => options.context);
  const server = createServer({ maxHeaderSize: 16_384, headersTimeout: 20_000, requestTimeout: 0 });
  const port = await listen(server, options.port);

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Response | null> {
    const refused = refusalOfRequest(factsOf(incoming), port);
    if (refused !== null) return jsonResponse(403, { message: `Refused: wrong ${refused}.` });
    const url = urlOf(incoming, port);
    if (url === null) return jsonResponse(400, { message: 'Refused: no such address.' });
    const { pathname } = url;
    const method = incoming.method ?? 'GET';
    if (pathname === '/session') return await exchange(incoming, outgoing, url);
    if (pathname === '/rpc' || pathname.startsWith('/rpc/') || pathname === '/files' || pathname.startsWith('/files/')) {
      if (!hasSession(incoming)) return jsonResponse(401, { message: 'Open Parley by the address that it printed.' });
      return pathname.startsWith('/files') ? await transfer(incoming, outgoing, url) : await call(incoming, outgoing, url);
    }
    if (method !== 'GET' && method !== 'HEAD') return jsonResponse(405, { message: 'Refused: read only.' });
    const asset = assetResponse(options.rendererFolder, pathname);
    if (asset !== null) return asset;
    return isPagePath(pathname) ? pageResponse(options.rendererFolder) : jsonResponse(404, { message: 'There is nothing here.' });
  }

  function hasSession(incoming: IncomingMessage): boolean {
    const given = cookieValue(incoming.headers.cookie ?? null, sessionCookieName(port));
    return given !== null && sameSecret(given, session);
  }

  async function exchange(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<Response> {
    if (incoming.method !== 'POST') return jsonResponse(405, { message: 'Refused: POST only.' });
    if (!isJson(incoming.headers['content-type'] ?? null)) return jsonResponse(415, { message: 'Refused: JSON only.' });
    const body = tokenSchema.safeParse(await jsonOf(requestFrom(incoming, outgoing, url, largestSessionBytes)));
    if (!body.success || !sameSecret(body.data.token, token)) return jsonResponse(401, { message: 'Open Parley by the address that it printed.' });
    return jsonResponse(200, { ok: true }, { 'Set-Cookie': sessionCookie(port, session) });
  }

  async function transfer(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<Response> {
    return await filesResponse(options.context, requestFrom(incoming, outgoing, url, options.largestUpload ?? Infinity));
  }

  async function call(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): Promise<Response> {
    if (incoming.method !== 'POST') return jsonResponse(405, { message: 'Refused: POST only.' });
    if (!isJson(incoming.headers['content-type'] ?? null)) return jsonResponse(415, { message: 'Refused: JSON only.' });
    const streamed = requestFrom(incoming, outgoing, url, largestCallBytes);
    const request = new Request(streamed.url, { method: 'POST', headers: streamed.headers, body: await streamed.arrayBuffer(), signal: streamed.signal });
    const result = await handler.handle(request, { prefix: '/rpc', context: options.context });
    if (!result.matched) return jsonResponse(404, { message: 'There is no such call.' });
    return result.response;
  }

  server.on('request', (incoming, outgoing) => {
    answer(incoming, outgoing)
      .catch((error: unknown) => failure(error, options.context))
      .then(async (response) => {
        if (response !== null) await sendResponse(response, incoming, outgoing);
      })
      .catch(() => outgoing.destroy());
  });

  const address = `http://127.0.0.1:${port}/`;
  return { port, token, address, close: () => closeServer(server) };
}

const tokenSchema = z.strictObject({ token: z.string().max(256) });

async function jsonOf(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function failure(error: unknown, context: CoreContext): Response {
  if (error instanceof BodyTooLarge) return jsonResponse(413, { message: 'That is too large.' });
  const refusal = refusalFrom(error, 'loopback', context.log);
  return jsonResponse(500, refusal);
}

function factsOf(incoming: IncomingMessage) {
  return {
    method: incoming.method ?? 'GET',
    host: incoming.headers.host ?? null,
    origin: incoming.headers.origin ?? null,
    fetchSite: headerText(incoming.headers['sec-fetch-site']),
  };
}

function headerText(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** Only addresses in origin form: `GET http://elsewhere/` and `OPTIONS *` have no place here. */
function urlOf(incoming: IncomingMessage, port: number): URL | null {
  const target = incoming.url ?? '/';
  if (!target.startsWith('/') || target.startsWith('//')) return null;
  const address = `http://127.0.0.1:${port}${target}`;
  return URL.canParse(address) ? new URL(address) : null;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new ParleyError('conflict', `Port ${port} of 127.0.0.1 cannot be used.`, { wayOut: 'Say another one with --port, or none for a free one.', cause }));
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve((server.address() as AddressInfo).port));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
