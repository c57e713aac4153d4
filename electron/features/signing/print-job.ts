import { z } from 'zod';
import type { Edition } from '#db/signing/sign.ts';
import type { AgreementPrint } from '#shared/agreements/document.ts';
import { defineJob } from '#electron/jobs/job.ts';
import { printEdition } from './edition.ts';

const printSchema = z.custom<AgreementPrint>((value) => typeof value === 'object' && value !== null && 'document' in value);

/** What the job answers, in the order of what it was given. */
export const printedEditionsSchema = z.array(z.custom<Edition>((value) => typeof value === 'object' && value !== null && 'bytes' in value && 'sha256' in value));

/** Prints editions one after the other in a thread of its own, while the host goes on. Given by the host's own code, never by a page. */
export const printJob = defineJob(z.array(printSchema), async (prints, job) => {
  const editions: Edition[] = [];
  for (const print of prints) {
    job.checkpoint();
    editions.push(await printEdition(print));
  }
  return editions;
});
