import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A body beyond its cap, noticed by its announced length or while it streams. */
export class BodyTooLarge extends Error {
  constructor() {
    super('The body is too large.');
    this.name = 'BodyTooLarge';
  }
}

/**
 * Node's request as the standard one, its body as a stream under a cap (bytes) and its signal aborted when the other side goes away.
 * Throws BodyTooLarge at once where the announced length is beyond the cap.
 */
export function requestFrom(incoming: IncomingMessage, outgoing: ServerResponse, url: URL, cap: number): Request {
  if (Number(incoming.headers['content-length'] ?? 0) > cap) throw new BodyTooLarge();
  const abort = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) abort.abort();
  });
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(url, {
    method,
    headers: headersOf(incoming),
    signal: abort.signal,
    ...(hasBody ? { body: bodyOf(incoming, cap), duplex: 'half' } : {}),
  });
}

/** Sends a standard answer, streaming; a stream of events goes out piece by piece. */
export async function sendResponse(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies);
  if (!incoming.complete && response.status >= 400) outgoing.setHeader('Connection', 'close');
  if (response.body === null || incoming.method === 'HEAD') {
    outgoing.end();
    return;
  }
  outgoing.flushHeaders();
  await pipeline(Readable.fromWeb(response.body), outgoing);
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name.startsWith(':') || value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) headers.append(name, item);
  }
  return headers;
}

function bodyOf(incoming: IncomingMessage, cap: number): ReadableStream<Uint8Array> {
  let bytes = 0;
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.byteLength;
      done(bytes > cap ? new BodyTooLarge() : null, chunk);
    },
  });
  incoming.on('error', (error) => limited.destroy(error));
  return Readable.toWeb(incoming.pipe(limited));
}
