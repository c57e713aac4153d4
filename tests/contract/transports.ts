import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ParleyClient } from '#shared/contract.ts';
import { createClient, createPortHandler } from '#electron/router.ts';
import { runningCore, runningLoopback, type RunningCore } from '#tests/fixtures/running-core.ts';

export type Transport = { readonly name: string; open(): Promise<{ readonly client: ParleyClient; readonly core: RunningCore; close(): Promise<void> }> };

/** In this process, as the command line does it. */
export const inProcess: Transport = {
  name: 'in process',
  open: async () => {
    const core = await runningCore();
    return { client: createClient(core.context), core, close: () => core.close() };
  },
};

/** A MessagePort with structured clone, as in the desktop window. */
export const messagePort: Transport = {
  name: 'MessagePort',
  open: async () => {
    const core = await runningCore();
    const { port1, port2 } = new MessageChannel();
    createPortHandler(core.context).upgrade(port1, { context: core.context });
    port1.start();
    port2.start();
    const client: ParleyClient = createORPCClient(new PortLink({ port: port2 }));
    return {
      client,
      core,
      close: async () => {
        port2.close();
        await core.close();
      },
    };
  },
};

/** Fetch against the real loopback server, as in the browser. */
export const loopback: Transport = {
  name: 'loopback',
  open: async () => {
    const server = await runningLoopback();
    const cookie = await server.cookie();
    const client: ParleyClient = createORPCClient(new FetchLink({ url: `${server.origin}/rpc`, headers: { cookie } }));
    return { client, core: server, close: () => server.close() };
  },
};
