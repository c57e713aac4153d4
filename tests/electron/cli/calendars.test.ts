import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarCommands } from '#electron/cli/calendars.ts';
import { runCommandLine } from '#electron/cli/run.ts';
import { openTestCore } from '#tests/fixtures/core.ts';
import { sharedData } from '#tests/fixtures/shared-data.ts';

const office = { tz: 'Europe/Berlin', week: { mon: [['08:00', '17:00']], tue: [['08:00', '17:00']] } };

describe('calendar evaluate', () => {
  it('answers case by case, exits 0, and opens no workspace; a file that is none exits 1', async () => {
    const { write, run, opened } = commandLine();
    write('cases.json', { cases: [{ id: 'a', op: 'is_open', calendar: office, at: '2026-01-12T09:00' }, { id: 'b', op: 'elapsed', calendar: office, start: '2026-01-12', end: '2026-01-11' }] });
    expect(await run('calendar', 'evaluate', 'cases.json')).toMatchObject({ code: 0, answer: { answers: [{ id: 'a', answer: true }, { id: 'b', error: { code: 'invalid-input' } }] } });
    write('none.json', { case: [] });
    expect(await run('calendar', 'evaluate', 'none.json')).toMatchObject({ code: 1, answer: { error: { code: 'invalid-input', details: [{ path: 'cases' }, { path: 'case' }] } } });
    expect(await run('calendar', 'evaluate', 'missing.json')).toMatchObject({ code: 1, answer: { error: { code: 'not-found' } } });
    expect(await run('calendar', 'evaluate')).toMatchObject({ code: 2 });
    expect(opened()).toBe(0);
  });

  const published = sharedData('business-time/cases.json');
  it.skipIf(published === null)('answers every published case (skipped where the data folder is absent)', async () => {
    const written = JSON.parse(readFileSync(published ?? '', 'utf8')) as { cases: unknown[] };
    const { answer } = await commandLine().run('calendar', 'evaluate', published ?? '');
    expect((answer as { answers: object[] }).answers.filter((one) => 'answer' in one)).toHaveLength(written.cases.length);
  });
});

describe('calendars', () => {
  it('create, list, show by id and name', async () => {
    const { write, run } = commandLine();
    write('office.json', { schema: 'parley/calendar/1', name: 'Office', ...office });
    expect(await run('calendars', 'create', 'office.json')).toMatchObject({ code: 0, answer: { version: 1 } });
    expect(await run('calendars', 'list')).toMatchObject({ answer: { calendars: [{ name: 'Office', hours: 'Mon, Tue 08:00–17:00' }] } });
    expect(await run('calendars', 'show', 'Office')).toMatchObject({ answer: { definition: office } });
    expect(await run('calendars', 'show', 'Office', '--version', '2')).toMatchObject({ code: 1, answer: { error: { code: 'not-found' } } });
    expect(await run('calendars', 'show', 'None')).toMatchObject({ code: 1, answer: { error: { code: 'not-found' } } });
  });

  it.each([
    ['a time that is none', { name: 'Office', tz: 'UTC', week: { mon: [['08:00', '25:99']] } }, 'week.mon[0][1]'],
    ['an unknown property', { name: 'Office', ...office, hollidays: [] }, 'hollidays'],
    ['no openings', { name: 'Office', tz: 'UTC', week: {} }, 'week'],
  ])('%s is refused by path', async (_, input, at) => {
    const { write, run } = commandLine();
    write('bad.json', input);
    expect(await run('calendars', 'create', 'bad.json')).toMatchObject({ code: 1, answer: { error: { code: 'invalid-input', details: [{ path: at }] } } });
  });
});

function commandLine() {
  const { client, folder, core } = openTestCore();
  let opened = 0;
  const run = async (...line: string[]): Promise<{ code: number; answer: unknown }> => {
    const out: string[] = [];
    const code = await runCommandLine([...line, '--json'], {
      commands: calendarCommands,
      open: () => {
        opened += 1;
        return Promise.resolve({ client, files: core.context.files, close: () => undefined });
      },
      callerFolder: folder,
      out: (text) => out.push(text),
      say: () => undefined,
      incident: () => 'x',
    });
    return { code, answer: JSON.parse(out[0] ?? 'null') };
  };
  return { run, opened: () => opened, write: (file: string, content: unknown) => writeFileSync(path.join(folder, file), JSON.stringify(content)) };
}
