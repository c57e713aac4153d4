import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { goneWorkspace } from '#db/place.ts';
import { openStore } from '#db/store.ts';
import { ParleyError } from '#shared/errors.ts';
import { openIncidentLog } from '../incident-log.ts';
import { refusalFrom } from '../refuse.ts';
import { JobCancelled, type JobContext, type JobKind } from './job.ts';
import { jobKinds } from './kinds.ts';
import { jobOrderSchema, type JobMessage, type JobOrder } from './messages.ts';
import { progressMeter } from './progress.ts';

/** The entry of every worker thread: one job, its own connection, then the end. */
const order = jobOrderSchema.parse(workerData);
tell(await work(order));

async function work(job: JobOrder): Promise<JobMessage> {
  const log = openIncidentLog(job.logFile, Date.now);
  try {
    const run = kindOf(job.kind);
    if (!existsSync(job.file)) throw goneWorkspace(job.file);
    const store = openStore({ file: job.file, device: job.device, clock: Date.now, mustExist: true });
    try {
      return { type: 'done', result: await run(job.input, contextOf(job, store)) };
    } finally {
      store.close();
    }
  } catch (error) {
    if (error instanceof JobCancelled) return { type: 'cancelled' };
    return { type: 'failed', error: refusalFrom(error, `job ${job.kind}`, log) };
  }
}

function contextOf(job: JobOrder, store: JobContext['store']): JobContext {
  const stop = new Int32Array(job.stop);
  function checkpoint(): void {
    if (Atomics.load(stop, 0) !== 0) throw new JobCancelled();
  }
  const meter = progressMeter(Date.now, (progress) => tell({ type: 'progress', progress }));
  return {
    store,
    actorId: job.actorId,
    clock: Date.now,
    checkpoint,
    report: (step, done, total, unit, counts) => {
      checkpoint();
      meter(step, done, total, unit, counts);
    },
  };
}

function kindOf(name: string): JobKind {
  const known: Readonly<Record<string, JobKind>> = jobKinds;
  const kind = known[name];
  if (!kind) throw new ParleyError('not-found', `There is no job of the kind ${name}.`);
  return kind;
}

function tell(message: JobMessage): void {
  parentPort?.postMessage(message);
}
