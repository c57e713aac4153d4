import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { expect, it, onTestFinished } from 'vitest';
import type { ParleyClient } from '#shared/contract.ts';
import { refusalOf } from '#shared/refusal.ts';
import { mailDocument } from '#tests/fixtures/agreement.ts';
import { runningLoopback } from '#tests/fixtures/running-core.ts';

/** Two windows on one host, each with a connection of its own. */
async function twoWindows(): Promise<readonly [ParleyClient, ParleyClient]> {
  const server = await runningLoopback();
  onTestFinished(() => server.close());
  const window = async (): Promise<ParleyClient> => createORPCClient(new RPCLink({ url: `${server.origin}/rpc`, headers: { cookie: await server.cookie() } }));
  return [await window(), await window()];
}

const review = (everyMonths: number) => [{ kind: 'set-dates' as const, review: { everyMonths } }];

it('the second of two windows that edit one draft is told, with the content as it is now; nothing is overwritten', async () => {
  const [first, second] = await twoWindows();
  const { id } = await first.agreements.create(mailDocument());
  const seen = await second.agreements.view({ id });
  await first.agreements.edit({ id, hash: seen.hash, edits: review(3) });
  const refusal = refusalOf(await second.agreements.edit({ id, hash: seen.hash, edits: review(9) }).catch((error: unknown) => error));
  expect(refusal).toMatchObject({ code: 'conflict', incident: null, wayOut: expect.any(String) as unknown });
  const now = await second.agreements.view({ id });
  expect([now.document.review, now.hash === seen.hash]).toEqual([{ everyMonths: 3 }, false]);
  await second.agreements.edit({ id, hash: now.hash, edits: review(9) });
  expect((await first.agreements.view({ id })).document.review).toEqual({ everyMonths: 9 });
});

it('of edits at the same moment one is kept and the others are told', async () => {
  const [first, second] = await twoWindows();
  const { id } = await first.agreements.create(mailDocument());
  const { hash } = await first.agreements.view({ id });
  const answers = await Promise.allSettled([first, second, first, second].map((client, index) => client.agreements.edit({ id, hash, edits: review(index + 2) })));
  const kept = answers.flatMap((answer, index) => (answer.status === 'fulfilled' ? [index + 2] : []));
  expect(kept).toHaveLength(1);
  expect(answers.flatMap((answer) => (answer.status === 'rejected' ? [refusalOf(answer.reason)?.code] : []))).toEqual(['conflict', 'conflict', 'conflict']);
  expect((await second.agreements.view({ id })).document.review).toEqual({ everyMonths: kept[0] });
});

it('one window hears what the other has written, and does not undo over it', async () => {
  const [first, second] = await twoWindows();
  const { id } = await first.services.create({ name: 'Mail' });
  const abort = new AbortController();
  const heard: string[] = [];
  const events = await second.workspace.announcements(undefined, { signal: abort.signal });
  const listening = (async () => {
    for await (const event of events) {
      heard.push(event.command);
      break;
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await first.services.change({ id, name: 'Post' });
  await listening;
  abort.abort();
  expect(heard).toEqual(['services.change']);
  const { id: own } = await first.history.latest({ command: 'services.change' });
  await second.services.change({ id, name: 'Letters' });
  expect(refusalOf(await first.history.undo({ id: own ?? '' }).catch((error: unknown) => error))).toMatchObject({ code: 'conflict', details: [{ message: 'services.change' }] });
  expect(await first.services.show({ id })).toMatchObject({ name: 'Letters' });
});
