import type { JobProgress } from '#shared/jobs/model.ts';

/** Milliseconds between two progress events of a job: ten a second are enough for an eye. */
export const progressIntervalMs = 100;

type Report = (step: string, done: number, total: number | null, unit: JobProgress['unit'], counts?: JobProgress['counts']) => void;

/**
 * Makes progress events of a job's reports: at most one in `progressIntervalMs`, and always the first of a step.
 * Rate and remaining time count from the beginning of the step.
 */
export function progressMeter(clock: () => number, emit: (progress: JobProgress) => void): Report {
  let step: string | null = null;
  let began = 0;
  let beganAt = 0;
  let last = 0;
  return (name, done, total, unit, counts = null) => {
    const now = clock();
    if (name !== step) {
      step = name;
      began = now;
      beganAt = done;
    } else if (now - last < progressIntervalMs && done !== total) {
      return;
    }
    last = now;
    const elapsed = now - began;
    const rate = elapsed > 0 && done > beganAt ? ((done - beganAt) * 1000) / elapsed : null;
    const leftMs = rate !== null && total !== null ? Math.max(0, Math.round(((total - done) * 1000) / rate)) : null;
    emit({ step: name, done, total, unit, rate, leftMs, counts });
  };
}
