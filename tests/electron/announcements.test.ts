import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnnouncer } from '#electron/announcer.ts';
import { openCore } from '#electron/core.ts';
import { createClient } from '#electron/router.ts';
import { runningCore, type RunningCore } from '#tests/fixtures/running-core.ts';

describe('announcements', () => {
  let core: RunningCore;
  beforeEach(async () => {
    core = await runningCore();
  });
  afterEach(async () => {
    await core.close();
  });

  it('come after a commit of this process, by the name of the command', async () => {
    const first = core.context.announcements.listen().next();
    await createClient(core.context).workspace.start({ organisation: 'North IT', person: 'Ann Lee' });
    expect(await first).toEqual({ done: false, value: { command: 'workspace.start', subject: null } });
  });

  it('come a second later for what another process has written', async () => {
    const first = core.context.announcements.listen().next();
    const other = openCore({ data: core.context.store.file, config: `${core.folder}/other` });
    await createClient(other.context).workspace.start({ organisation: 'North IT', person: 'Ann Lee' });
    await other.close();
    expect(await first).toEqual({ done: false, value: { command: 'elsewhere', subject: null } });
  });
});

describe('an announcer', () => {
  it('keeps the order for a slow listener, and forgets the oldest beyond its limit', async () => {
    const announcer = createAnnouncer<number>(3);
    const events = announcer.listen();
    const first = events.next();
    for (let number = 0; number < 6; number++) announcer.announce(number);
    const heard = [await first, await events.next(), await events.next()].map((event) => event.value);
    expect(heard).toEqual([3, 4, 5]);
    announcer.close();
  });

  it('ends its listeners when it closes or they leave', async () => {
    const announcer = createAnnouncer<number>();
    const abort = new AbortController();
    const leaving = announcer.listen(abort.signal).next();
    const staying = announcer.listen().next();
    abort.abort();
    expect((await leaving).done).toBe(true);
    announcer.close();
    expect((await staying).done).toBe(true);
  });
});
