import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { ParleyError } from '#shared/errors.ts';
import type { JobEvent, JobSummary } from '#shared/jobs/model.ts';
import { refusalFrom } from '../refuse.ts';
import type { IncidentLog } from '../incident-log.ts';
import type { JobKindName } from './kinds.ts';
import { jobMessageSchema, type JobOrder } from './messages.ts';

export type Jobs = {
  /** Starts a worker thread and answers at once. `input` is plain JSON. */
  start(kind: JobKindName, input: unknown): { readonly id: string };
  list(): JobSummary[];
  /** From the latest event on to the last one; progress that nobody took in time is skipped, the end never. */
  watch(id: string, signal?: AbortSignal): AsyncGenerator<JobEvent, void>;
  /** The last event, when it is there. */
  finished(id: string): Promise<JobEvent>;
  /** Result of a job that went well; a failed one throws its refusal as a ParleyError. */
  result(id: string): Promise<unknown>;
  /** False where the job had ended before. */
  cancel(id: string): boolean;
  close(): Promise<void>;
};

export type JobsOptions = {
  readonly file: string;
  readonly device: () => { readonly id: string; readonly label: string };
  readonly actorId: () => string | null;
  readonly log: IncidentLog;
  readonly clock: () => number;
  /** Called when a job has ended well: it may have committed. */
  readonly onDone: (kind: string) => void;
};

type Job = { readonly id: string; readonly kind: string; readonly startedAt: number; readonly stop: SharedArrayBuffer; readonly worker: Worker; event: JobEvent; wake: Set<() => void> };

/** A cancelled worker that has not stopped by itself is ended after this time; SQLite then rolls its transaction back. */
const stopPatienceMs = 5000;
const keptFinishedJobs = 50;

/** The frame of all long work: one worker thread per job, each with its own connection. */
export function openJobs(options: JobsOptions): Jobs {
  const all = new Map<string, Job>();

  function find(id: string): Job {
    const job = all.get(id);
    if (!job) throw new ParleyError('not-found', 'There is no such job.');
    return job;
  }

  function settle(job: Job, event: JobEvent): void {
    if (isLast(job.event)) return;
    job.event = event;
    for (const wake of job.wake) wake();
    if (event.state === 'done') options.onDone(job.kind);
  }

  function start(kind: JobKindName, input: unknown): { readonly id: string } {
    const id = randomUUID();
    const stop = new SharedArrayBuffer(4);
    const order: JobOrder = { kind, input, file: options.file, device: options.device(), actorId: options.actorId(), logFile: options.log.file, stop };
    const worker = new Worker(workerEntry(), { workerData: order, stderr: false, resourceLimits: { maxYoungGenerationSizeMb: 12 } });
    const job: Job = { id, kind, startedAt: options.clock(), stop, worker, event: { state: 'running', progress: null }, wake: new Set() };
    all.set(id, job);
    worker.on('message', (raw) => {
      const message = jobMessageSchema.parse(raw);
      settle(job, message.type === 'progress' ? { state: 'running', progress: message.progress } : eventOf(message));
    });
    worker.on('error', (error) => settle(job, { state: 'failed', error: refusalFrom(error, `job ${kind}`, options.log) }));
    worker.on('exit', () => {
      if (!isLast(job.event)) settle(job, endOfDeadWorker(job, options.log));
      forgetOldest(all);
    });
    return { id };
  }

  async function* watch(id: string, signal?: AbortSignal): AsyncGenerator<JobEvent, void> {
    const job = find(id);
    let seen: JobEvent | null = null;
    while (signal?.aborted !== true) {
      if (job.event !== seen) {
        seen = job.event;
        yield seen;
        if (isLast(seen)) return;
      } else {
        await nextEvent(job, signal);
      }
    }
  }

  async function finished(id: string): Promise<JobEvent> {
    const job = find(id);
    while (!isLast(job.event)) await nextEvent(job, undefined);
    return job.event;
  }

  function cancel(id: string): boolean {
    const job = find(id);
    if (isLast(job.event)) return false;
    Atomics.store(new Int32Array(job.stop), 0, 1);
    setTimeout(() => void job.worker.terminate(), stopPatienceMs).unref();
    return true;
  }

  return {
    start,
    watch,
    finished,
    cancel,
    list: () => [...all.values()].map(({ id, kind, startedAt, event }) => ({ id, kind, startedAt, event })),
    result: async (id) => {
      const event = await finished(id);
      if (event.state === 'done') return event.result;
      if (event.state === 'failed') throw errorOf(event);
      throw new ParleyError('conflict', 'The job was cancelled; nothing was changed.');
    },
    close: async () => {
      const running = [...all.values()].filter((job) => !isLast(job.event));
      for (const job of running) cancel(job.id);
      await Promise.all(running.map((job) => finished(job.id)));
    },
  };
}

function nextEvent(job: Job, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    function wake(): void {
      job.wake.delete(wake);
      signal?.removeEventListener('abort', wake);
      resolve();
    }
    job.wake.add(wake);
    signal?.addEventListener('abort', wake);
  });
}

function isLast(event: JobEvent): boolean {
  return event.state !== 'running';
}

function isCancelled(job: Job): boolean {
  return Atomics.load(new Int32Array(job.stop), 0) === 1;
}

function endOfDeadWorker(job: Job, log: IncidentLog): JobEvent {
  if (isCancelled(job)) return { state: 'cancelled' };
  return { state: 'failed', error: refusalFrom(new Error('The worker thread ended early.'), `job ${job.kind}`, log) };
}

type LastMessage = Exclude<ReturnType<typeof jobMessageSchema.parse>, { type: 'progress' }>;

function eventOf(message: LastMessage): JobEvent {
  if (message.type === 'done') return { state: 'done', result: message.result };
  if (message.type === 'failed') return { state: 'failed', error: message.error };
  return { state: 'cancelled' };
}

function errorOf({ error }: Extract<JobEvent, { state: 'failed' }>): ParleyError {
  return new ParleyError(error.code, error.message, { details: error.details, ...(error.wayOut === null ? {} : { wayOut: error.wayOut }) });
}

function forgetOldest(all: Map<string, Job>): void {
  const ended = [...all.values()].filter((job) => isLast(job.event));
  for (const job of ended.slice(0, Math.max(0, ended.length - keptFinishedJobs))) all.delete(job.id);
}

/** From the sources under Node 24 the worker is `worker.ts`; in a bundle `worker.js` lies beside it. */
function workerEntry(): URL {
  return import.meta.url.endsWith('.ts') ? new URL('./worker.ts', import.meta.url) : new URL('./worker.js', import.meta.url);
}
