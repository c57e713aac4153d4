import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobEvent } from '#shared/jobs/model.ts';
import { progressIntervalMs, progressMeter } from '#electron/jobs/progress.ts';
import { runningCore, type RunningCore } from '#tests/fixtures/running-core.ts';

let core: RunningCore;
beforeEach(async () => {
  core = await runningCore();
});
afterEach(async () => {
  await core.close();
});

describe('a job', () => {
  it('runs in a thread of its own, on a connection of its own, and ends with its result', async () => {
    const { jobs } = core.context;
    const { id } = jobs.start('workspace-check', null);
    expect(await jobs.result(id)).toEqual({ ok: true, problems: [] });
    expect(jobs.list()).toMatchObject([{ id, kind: 'workspace-check', event: { state: 'done' } }]);
  });

  it('tells its progress to everyone who watches, and its end to whoever comes later', async () => {
    const { jobs } = core.context;
    const { id } = jobs.start('workspace-check', null);
    const seen: JobEvent[] = [];
    for await (const event of jobs.watch(id)) seen.push(event);
    expect(seen.at(0)?.state).toBe('running');
    expect(seen.at(-1)?.state).toBe('done');
    const late: JobEvent[] = [];
    for await (const event of jobs.watch(id)) late.push(event);
    expect(late.map((event) => event.state)).toEqual(['done']);
  });

  it('with an input that does not fit fails as invalid input, not as an incident', async () => {
    const { jobs } = core.context;
    const { id } = jobs.start('workspace-check', { more: 1 });
    const event = await jobs.finished(id);
    expect(event).toMatchObject({ state: 'failed', error: { code: 'invalid-input', incident: null } });
    await expect(jobs.result(id)).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('that is cancelled ends as cancelled; cancelling it again changes nothing', async () => {
    const { jobs } = core.context;
    const { id } = jobs.start('workspace-check', null);
    expect(jobs.cancel(id)).toBe(true);
    expect(['cancelled', 'done']).toContain((await jobs.finished(id)).state);
    expect(jobs.cancel(id)).toBe(false);
  });

  it('stops being watched when the watcher goes, and goes on', async () => {
    const { jobs } = core.context;
    const { id } = jobs.start('workspace-check', null);
    const abort = new AbortController();
    abort.abort();
    const seen: JobEvent[] = [];
    for await (const event of jobs.watch(id, abort.signal)) seen.push(event);
    expect(seen).toEqual([]);
    expect((await jobs.finished(id)).state).toBe('done');
  });

  it('that is unknown is not found', () => {
    expect(() => core.context.jobs.cancel('nothing')).toThrowError(expect.objectContaining({ code: 'not-found' }));
  });

  it('announces its end, so that screens read again', async () => {
    const { announcements, jobs } = core.context;
    const heard = announcements.listen();
    const first = heard.next();
    await jobs.result(jobs.start('workspace-check', null).id);
    expect(await first).toEqual({ done: false, value: { command: 'workspace-check', subject: null } });
  });

  it('that is running when the program ends is stopped first', async () => {
    core.context.jobs.start('workspace-check', null);
    await core.context.jobs.close();
    expect(core.context.jobs.list().map((job) => job.event.state === 'running')).toEqual([false]);
  });
});

describe('progress', () => {
  it(`is told at most once in ${progressIntervalMs} ms, but always at the begin of a step and at its end`, () => {
    let now = 0;
    const told: number[] = [];
    const report = progressMeter(
      () => now,
      (progress) => told.push(progress.done),
    );
    for (let row = 0; row <= 1000; row++) {
      report('read', row, 1000, 'rows');
      now += 1;
    }
    report('write', 0, 10, 'rows');
    expect(told).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 0]);
  });

  it('says the rate and the time that is left, once they are known', () => {
    let now = 0;
    const told: (readonly [number | null, number | null])[] = [];
    const report = progressMeter(
      () => now,
      (progress) => told.push([progress.rate, progress.leftMs]),
    );
    report('read', 0, 1000, 'rows');
    now = 2000;
    report('read', 500, 1000, 'rows');
    report('read', 1000, 1000, 'rows');
    now = 4000;
    report('unbounded', 0, null, 'bytes');
    expect(told).toEqual([
      [null, null],
      [250, 2000],
      [500, 0],
      [null, null],
    ]);
  });
});
