import type { Edition } from '#db/signing/sign.ts';
import type { AgreementPrint } from '#shared/agreements/document.ts';
import type { Jobs } from '#electron/jobs/jobs.ts';
import { printedEditionsSchema } from '../signing/print-job.ts';

/** Takes what is to be printed, and prints all of it in one job. */
export type Printer = {
  /** Answers how to wait for the edition; `start` comes first. */
  readonly add: (print: AgreementPrint) => () => Promise<Edition>;
  readonly start: () => void;
};

export function openPrinter(jobs: Jobs): Printer {
  const prints: AgreementPrint[] = [];
  let job: string | null = null;
  return {
    add: (print) => {
      const place = prints.push(print) - 1;
      return async () => {
        const edition = job === null ? undefined : printedEditionsSchema.parse(await jobs.result(job))[place];
        if (edition === undefined) throw new Error('An edition of the sample was not printed.');
        return edition;
      };
    },
    start: () => {
      job = jobs.start('print', prints).id;
    },
  };
}
