import { refusalFrom } from '../refuse.ts';
import { refusalStatus } from '#shared/refusal.ts';
import type { CoreContext } from '../core.ts';
import type { Transfer } from '../transfers.ts';
import { storedFile } from '../stored-file.ts';
import { inertPolicy, securityHeaders } from './policy.ts';

/** `PUT /files?name=NAME` takes a file in, `GET /files/ID` gives one out; the same in both hosts. */
export async function filesResponse(context: CoreContext, request: Request): Promise<Response> {
  try {
    const url = new URL(request.url);
    if (request.method === 'PUT' && url.pathname === '/files') return await upload(context, request, url.searchParams.get('name') ?? 'file');
    const id = /^\/files\/([A-Za-z0-9-]{1,64})$/.exec(url.pathname)?.[1];
    if (request.method === 'GET' && id !== undefined) return download(context, id);
    return jsonResponse(405, { message: 'This address takes PUT /files and GET /files/ID.' });
  } catch (error) {
    const refusal = refusalFrom(error, 'files', context.log);
    return jsonResponse(refusalStatus[refusal.code], refusal);
  }
}

/** An answer that is data and nothing else. */
export function jsonResponse(status: number, content: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(content), {
    status,
    headers: { ...securityHeaders, 'Content-Type': 'application/json', 'Content-Security-Policy': inertPolicy, 'Cache-Control': 'no-store', ...headers },
  });
}

async function upload(context: CoreContext, request: Request, name: string): Promise<Response> {
  const body = request.body ?? new Blob([]).stream();
  const kept = await context.files.receive(body, name, 'application/octet-stream');
  return jsonResponse(201, { id: kept.id, name: kept.name, bytes: kept.bytes });
}

function download(context: CoreContext, id: string): Response {
  const transfer = storedFile(context, id) ?? offered(context, id);
  return new Response(transfer.body, {
    headers: {
      ...securityHeaders,
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(transfer.bytes),
      'Content-Disposition': attachment(transfer.name),
      'Content-Security-Policy': inertPolicy,
      'Cache-Control': 'no-store',
    },
  });
}

function offered(context: CoreContext, id: string): Pick<Transfer, 'name' | 'bytes'> & { body: ReadableStream<Uint8Array> } {
  const transfer = context.files.get(id);
  return { name: transfer.name, bytes: transfer.bytes, body: context.files.open(transfer) };
}

/** RFC 6266: a plain name for old readers, the real one by RFC 8187. */
function attachment(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9 ._-]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
