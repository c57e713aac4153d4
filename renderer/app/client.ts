import { createORPCClient, DynamicLink, type ClientContext, type ClientLink } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import type { ParleyClient } from '#shared/contract.ts';
import { askingLink } from './stale.tsx';

let connection: Promise<ClientLink<ClientContext>> | null = null;

/** Every call of the contract, over whichever transport the host has: `client.workspace.info()`. */
export const client: ParleyClient = createORPCClient(new DynamicLink(() => connect()));

/** Query and mutation options of every call: `useQuery(api.workspace.info.queryOptions())`. */
export const api: RouterUtils<ParleyClient> = createTanstackQueryUtils(client);

/** Connects to the host once. Rejects with `SessionRefused` when the page was opened without the link of this start. */
export function connect(): Promise<ClientLink<ClientContext>> {
  connection ??= (location.protocol === 'app:' ? connectByPort() : connectByFetch()).then(askingLink);
  return connection;
}

/** The browser host did not take this page's token, or the page has none and no session. */
export class SessionRefused extends Error {
  override readonly name = 'SessionRefused';
}

/** Takes a file in; the id is what calls name it by until it is used. */
export async function uploadFile(file: Blob, name: string, signal?: AbortSignal): Promise<{ readonly id: string; readonly bytes: number }> {
  await connect();
  const response = await fetch(`/files?name=${encodeURIComponent(name)}`, { method: 'PUT', body: file, ...(signal === undefined ? {} : { signal }) });
  const answer: unknown = await response.json();
  if (!response.ok) throw Object.assign(new Error('upload refused'), { data: answer });
  if (typeof answer !== 'object' || answer === null || !('id' in answer) || typeof answer.id !== 'string') throw new Error('upload gave no id');
  return { id: answer.id, bytes: 'bytes' in answer && typeof answer.bytes === 'number' ? answer.bytes : file.size };
}

/** Saves a file of the workspace, by its id, where the person keeps downloads. */
export function downloadFile(id: string): void {
  const link = document.createElement('a');
  link.href = `/files/${encodeURIComponent(id)}`;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}

/** Desktop: the preload passes on one port per load of the page. */
function connectByPort(): Promise<ClientLink<ClientContext>> {
  return new Promise((resolve) => {
    window.addEventListener('message', function take(event: MessageEvent<unknown>) {
      const port = event.ports[0];
      if (event.source !== window || event.data !== 'parley:port' || port === undefined) return;
      window.removeEventListener('message', take);
      port.start();
      resolve(new PortLink({ port }));
    });
    window.postMessage('parley:connect', location.origin);
  });
}

/** 32 bytes in base64url, as the host makes it. Any other fragment is a heading of the page. */
const tokenShape = /^[\w-]{43}$/u;

/** Browser: the token of the address' fragment becomes a cookie and leaves the address. */
async function connectByFetch(): Promise<ClientLink<ClientContext>> {
  const token = location.hash.slice(1);
  if (tokenShape.test(token)) {
    history.replaceState(history.state, '', location.pathname + location.search);
    const response = await fetch('/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
    if (!response.ok) throw new SessionRefused('token refused');
  }
  return new FetchLink({
    url: `${location.origin}/rpc`,
    fetch: async (request, init) => {
      const response = await fetch(request, init);
      if (response.status === 401) throw new SessionRefused('no session');
      return response;
    },
  });
}
