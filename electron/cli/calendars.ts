import { aroundTheClock } from '#shared/calendar/model.ts';
import { calendarCasesFileSchema, evaluateCases } from '#shared/calendar/evaluate.ts';
import { calendarInputSchema, type ShownCalendar } from '#shared/calendars/model.ts';
import type { Command } from './command.ts';
import { answerWith } from './run.ts';
import { textFacts, textTable } from './text.ts';

/** `calendars`: create, list, show. `calendar evaluate` is pure: it opens no workspace. */
export const calendarCommands: readonly Command[] = [
  {
    group: 'calendars',
    verb: 'create',
    arguments: ['FILE'],
    summary: 'Creates a calendar; other content of the same name becomes its next version.',
    schema: calendarInputSchema,
    run: async ({ argument, readJson, client }) => {
      const input = calendarInputSchema.parse(await readJson(argument(0)));
      const created = await (await client()).calendars.create(input);
      return answerWith(created, `Created ${created.id}, version ${created.version}`);
    },
  },
  {
    group: 'calendars',
    verb: 'list',
    arguments: [],
    summary: 'Lists all calendars.',
    run: async ({ client }) => {
      const rows = await (await client()).calendars.list();
      return answerWith({ calendars: rows }, textTable(['Name', 'Hours', 'Zone', 'Version', 'To decide', 'Id'], rows.map((row) => [row.name, row.hours, row.zone, row.version, row.proposed, row.id]), `No calendar yet; ${aroundTheClock} is built in.`));
    },
  },
  {
    group: 'calendars',
    verb: 'show',
    arguments: ['ID'],
    options: { version: { kind: 'text', value: 'N' } },
    summary: 'Shows a calendar by id or name.',
    run: async ({ argument, option, client }) => {
      const version = option('version');
      const shown = await (await client()).calendars.show({ id: argument(0), ...(version === undefined ? {} : { version: Number(version) }) });
      return answerWith(shown, textOf(shown));
    },
  },
  {
    group: 'calendar',
    verb: 'evaluate',
    arguments: ['FILE'],
    summary: 'Answers a file of calendar cases: due, elapsed, is_open and the others.',
    schema: calendarCasesFileSchema,
    run: async ({ argument, readJson }) => {
      const answers = evaluateCases(await readJson(argument(0)));
      const rows = answers.answers.map((answer) => [answer.id, 'answer' in answer ? String(answer.answer) : `${answer.error.code}: ${answer.error.message}`]);
      return answerWith(answers, textTable(['Case', 'Answer'], rows, 'No case.'));
    },
  },
];

function textOf(calendar: ShownCalendar): string {
  const { definition } = calendar;
  const closures = (definition.holidays?.length ?? 0) + (definition.holidays_every_year?.length ?? 0) + (definition.closures?.length ?? 0) + Object.keys(definition.breaks_on_date ?? {}).length;
  return textFacts([
    ['Name', calendar.name],
    ['Hours', calendar.hours],
    ['Zone', definition.tz],
    ['Version', `${calendar.version} of ${calendar.versions.length}`],
    ['Special days', Object.keys(definition.special_days ?? {}).length],
    ['Closures', closures],
    ['To decide', calendar.lists.reduce((sum, list) => sum + list.proposed, 0)],
    ['Used by', [...calendar.usedBy.sites.map((site) => `${site.organisation}, ${site.name}`), ...calendar.usedBy.agreements.map((agreement) => `${agreement.title} v${agreement.version}`)].join('; ') || null],
    ['Id', calendar.id],
  ]);
}
