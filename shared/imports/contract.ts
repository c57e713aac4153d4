import { oc } from '@orpc/contract';
import { z } from 'zod';
import { lineText } from '#shared/format/text.ts';
import { importSettingsSchema, importAnswerSchema } from './model.ts';
import { problemSorts } from './problems.ts';
import { importKinds, importProfileSchema, stateClasses } from './profile.ts';
import { importRecordSchema, lineSyntaxSchema, previewSchema, problemGroupSchema, problemSchema, savedProfileSchema, sourceCoverageSchema } from './screen-model.ts';
import { importEffectsSchema } from './targets.ts';

const fileAndSettings = z.strictObject({ /** Id of an uploaded or adopted file. */ file: z.string().min(1), settings: importSettingsSchema });
const byId = z.strictObject({ id: z.string().min(1) });

/** Files of tickets, outages and metric values, on their way into the workspace. */
export const importsContract = {
  /** Starts a job that reads what a file is: encoding, delimiter, dates, zone, columns, values, coverage, with the evidence; its result is a `Preview`. Writes nothing. */
  preview: oc.input(fileAndSettings).output(byId),
  /** Waits for a job of `preview` and answers what it found. Refused with `invalid-input` where the file is no table. */
  previewed: oc.input(byId).output(previewSchema),
  /** Starts a job that reads everything and writes nothing; its result is an `ImportAnswer`. */
  dryRun: oc.input(fileAndSettings).output(byId),
  /** Starts a job that takes the file in: one change, all or nothing; its result is an `ImportAnswer`. Follow and cancel it with `jobs`. */
  start: oc.input(fileAndSettings).output(byId),
  /** Waits for a job of `start` or `dryRun` and answers what it did. */
  result: oc.input(byId).output(importAnswerSchema),
  list: oc.output(z.array(importRecordSchema)),
  /** An import with what of it waits in quarantine; `lines` is how its file was written, null where that is not known; `waitingTickets`: tickets whose rows wait; `leftOut`: rows that were left out for good; `attached`: files on its new rows, which go with it. */
  show: oc.input(byId).output(importRecordSchema.extend({ reasons: z.array(problemGroupSchema), lines: lineSyntaxSchema.nullable(), waitingTickets: z.int().nullable(), leftOut: z.int(), attached: z.int() })),
  /** What an import changed for the targets of the open month; null where a later import stands, it is taken back, or nothing is known of before. */
  effects: oc.input(byId).output(importEffectsSchema.nullable()),
  /** Quarantined rows of an import by line; `code` null: of every reason. `reasons` counts all rows that fit, the most frequent reason first. */
  problems: oc
    .input(z.strictObject({
      id: z.string().min(1),
      code: z.string().nullable().default(null),
      find: z.string().max(200).default(''),
      sort: z.array(z.strictObject({ by: z.enum(problemSorts), descending: z.boolean().default(false) })).max(3).default([]),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(100),
    }))
    .output(z.strictObject({ total: z.int(), rows: z.array(problemSchema), reasons: z.array(z.strictObject({ code: z.string(), count: z.int() })) })),
  /** The quarantined lines as they stand in the file, each with its number and reason, as a CSV file to be downloaded. */
  exportProblems: oc.input(byId).output(z.strictObject({ file: z.string(), rows: z.int() })),
  /**
   * Starts a job that takes quarantined rows of an import in as they were corrected: an import of its own, all of them or none; its
   * result is an `ImportAnswer`, with `import` null and the reasons where a row still cannot be taken. Its rows count from line 2.
   */
  correct: oc.input(z.strictObject({ id: z.string().min(1), rows: z.array(z.strictObject({ line: z.int().min(1), raw: z.string().min(1).max(100_000) })).min(1).max(1000) })).output(byId),
  /** Decides that quarantined rows of an import stay out for good; they wait no longer. `lines` are those of its file. */
  leaveOut: oc.input(z.strictObject({ id: z.string().min(1), lines: z.array(z.int().min(1)).min(1).max(1000) })).output(z.strictObject({ left: z.int() })),
  /** Takes an import back exactly. Refused with `conflict` where a later import stands on its rows, `rule-violated` where it is taken back already. */
  undo: oc.input(byId).output(z.strictObject({ id: z.string(), undone: z.literal(true), tickets: z.strictObject({ removed: z.int(), restored: z.int() }), rows: z.strictObject({ removed: z.int(), restored: z.int() }) })),
  profiles: {
    list: oc.input(z.strictObject({ kind: z.enum(importKinds).optional() })).output(z.array(savedProfileSchema)),
    /** Saves a profile under its name; one of that name is replaced. The names of shipped profiles are taken. */
    save: oc.input(z.strictObject({ profile: importProfileSchema, organisationId: z.string().nullable().default(null) })).output(byId),
    /** Gives a profile another name; its imports go on with the source that they had. Refused with `conflict` where the name is taken. */
    rename: oc.input(z.strictObject({ id: z.string().min(1), name: lineText.min(1).max(120) })).output(byId),
    remove: oc.input(byId).output(z.strictObject({ removed: z.boolean() })),
  },
  coverages: oc.output(z.array(sourceCoverageSchema)),
  /** Says by hand what span of a service is known: half-open, dates or instants in the workspace's zone. `sourceId` null: what is typed. */
  setCoverage: oc
    .input(z.strictObject({ sourceId: z.string().nullable().default(null), serviceId: z.string().nullable().default(null), kind: z.enum(['tickets', 'outages', 'readings']), from: z.string().min(1), to: z.string().min(1) }))
    .output(z.strictObject({ from: z.int(), to: z.int() })),
  /** Gives a source's value another meaning; events stay, results are computed again. */
  remap: oc
    .input(
      z.strictObject({
        sourceId: z.string(),
        field: z.enum(['status', 'priority', 'type']),
        value: z.string(),
        stateClass: z.enum(stateClasses).nullable().default(null),
        pauseReason: lineText.min(1).nullable().default(null),
        priority: lineText.min(1).nullable().default(null),
        ticketType: lineText.min(1).nullable().default(null),
      }),
    )
    .output(byId),
};
