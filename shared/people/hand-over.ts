import { z } from 'zod';
import { personRoles } from '#shared/agreements/model.ts';

/** Everything that one person carries, given to another from a day on. */
export const handOverInputSchema = z.strictObject({
  from: z.string().min(1),
  to: z.string().min(1),
  /** First day of the other one; today where it is not given. */
  on: z.iso.date().optional(),
  /** Hides the one who leaves from lists and choices. */
  archive: z.boolean().default(false),
});

/** What happens to a role: the other one holds it from the day on, gets one that has not begun, or holds the same already. */
const roleMoves = ['handed', 'moved', 'held'] as const;
/** What stays with the one who leaves. */
const stays = ['signed', 'waiting-signatures', 'approvals', 'notes'] as const;

const named = z.strictObject({ id: z.string(), name: z.string() });

export const handOverPlanSchema = z.strictObject({
  from: named,
  to: named,
  on: z.string(),
  roles: z.array(z.strictObject({ id: z.string(), role: z.enum(personRoles), about: z.string(), move: z.enum(roleMoves), deputies: z.int() })),
  services: z.array(named),
  /** Agreements whose open version waits for the approval of the one who leaves: the other one is asked instead. */
  approvals: z.array(named),
  stays: z.array(z.strictObject({ what: z.enum(stays), count: z.int() })),
});
export type HandOverPlan = z.infer<typeof handOverPlanSchema>;
