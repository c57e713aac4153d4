import { implement } from '@orpc/server';
import { firstStepsTaken } from '#db/today/queries.ts';
import { workspaceRow } from '#db/workspace/queries.ts';
import { addDays, addMonths, dateOf, daysBetween, startOfDay } from '#shared/time/plain-date.ts';
import { attentionOf } from '#shared/today/attention.ts';
import { todayContract } from '#shared/today/contract.ts';
import { firstSteps, type Today } from '#shared/today/model.ts';
import type { CoreContext } from '#electron/core.ts';
import { todayFacts } from './facts.ts';
import { figuresOf } from './figures.ts';

const call = implement(todayContract).$context<CoreContext>();

export const todayHandlers = {
  list: call.list.handler(({ context, input }) => todayOf(context, input.on)),
};

/** Everything on Today, as of a day in the workspace's zone. */
function todayOf(context: CoreContext, on: string | undefined): Today {
  const personId = context.actor.personId;
  const { facts, taken } = context.store.read((reader) => {
    const { zone } = workspaceRow(reader);
    const today = on ?? dateOf(context.clock(), zone);
    return { facts: todayFacts(reader, today, personId, zone), taken: firstStepsTaken(reader) };
  });
  const { today } = facts;
  const asked = on === undefined ? context : { ...context, clock: () => startOfDay(addDays(on, 1), 'UTC') - 1 };
  const figures = facts.agreements.filter((agreement) => agreement.inForce !== null).map((agreement) => figuresOf(asked, agreement, today, personId));
  const rows = figures.map((one) => one.row).sort((a, b) => a.customer.localeCompare(b.customer, 'en') || a.title.localeCompare(b.title, 'en'));
  const months = rows[0]?.months.map((cell) => cell.month) ?? [];
  return {
    today,
    person: personId,
    items: attentionOf(facts),
    daysLeft: daysBetween(today, addMonths(`${today.slice(0, 7)}-01`, 1)) - 1,
    risks: figures.flatMap((one) => one.risks).sort((a, b) => a.left / Math.max(a.budget, 1) - b.left / Math.max(b.budget, 1) || (a.key < b.key ? -1 : 1)),
    targets: figures.reduce((sum, one) => sum + one.targets, 0),
    portfolio: { months, rows, missed: months.map((_, index) => rows.reduce((sum, row) => sum + (row.months[index]?.state === 'missed' ? (row.months[index]?.missed ?? 0) : 0), 0)) },
    done: firstSteps.filter((step) => taken[step]),
  };
}
