import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { agreementCommands } from '#electron/cli/agreements.ts';
import { complianceCommands } from '#electron/cli/compliance.ts';
import { runCommandLine } from '#electron/cli/run.ts';
import { signingCommands } from '#electron/cli/signing.ts';
import { mailAgreement, mailTerms } from '#tests/fixtures/agreement.ts';
import { openTestCore } from '#tests/fixtures/core.ts';
import { seedTickets } from '#tests/fixtures/tickets.ts';

describe('agreements on the command line', () => {
  it('create answers id, number, version, state; show prints the keys in the order of commands.md section 2', async () => {
    const { write, run } = commandLine();
    write('mail.json', mailAgreement);
    expect(await run('agreements', 'create', 'mail.json')).toMatchObject({ code: 0, answer: { id: expect.any(String), number: 'SLA-2026-0001', version: 1, state: 'draft' } });
    const { answer } = await run('agreements', 'show', 'SLA-2026-0001');
    expect(Object.keys(Object(answer))).toEqual([
      'schema', 'id', 'number', 'version', 'state', 'kind', 'title', 'language', 'zone', 'currency', 'parties', 'services', 'people', 'term', 'notice', 'renewal', 'review', 'takeover', 'calendars', 'serviceHours', 'priorities', 'terms', 'requirements', 'internal', 'notApplicable',
    ]);
    const [resolution] = (answer as { terms: object[] }).terms;
    expect(Object.keys(Object(resolution)).slice(0, 13)).toEqual(Object.keys(mailTerms[0]));
  });

  it('completeness and dates of a file open no workspace, also where it has parts that come later', async () => {
    const { write, run, opened } = commandLine();
    write('mail.json', { ...mailAgreement, requirements: [{ id: 'R-1', text: 'Mail must work at month end.', terms: ['T-002'] }], internal: { limit: 1 } });
    expect(await run('agreements', 'completeness', 'mail.json')).toMatchObject({ code: 0, answer: { items: { length: 24 }, missing: expect.arrayContaining(['purpose']) } });
    expect(await run('agreements', 'dates', 'mail.json')).toEqual({
      code: 0,
      answer: { lastDayOfNotice: '2026-10-30', end: '2027-01-31', renewsOn: '2027-02-01', reviews: [{ on: '2026-09-30', reason: '30 days before the last day of notice' }, { on: '2027-02-01', reason: 'every 12 months' }] },
    });
    expect(opened()).toBe(0);
    expect(await run('agreements', 'create', 'mail.json')).toMatchObject({ code: 1, answer: { error: { code: 'invalid-input', details: [{ path: 'requirements' }, { path: 'internal' }] } } });
  });

  it.each([
    ['an unknown property', { ...mailAgreement, colour: 'red' }, 'colour'],
    ['an unknown property of a term', { ...mailAgreement, terms: [{ ...mailTerms[0], speed: 1 }] }, 'terms[0].speed'],
    ['a duration of nothing', { ...mailAgreement, terms: [{ ...mailTerms[0], within: { kind: 'business-hours', seconds: 0 } }] }, 'terms[0].within.seconds'],
    ['an end before the start', { ...mailAgreement, term: { from: '2026-02-01', to: '2026-01-01' } }, 'term.to'],
    ['notice longer than the term', { ...mailAgreement, notice: { months: 24 } }, 'notice.months'],
  ])('%s is refused by path', async (_rule, input, at) => {
    const { write, run } = commandLine();
    write('bad.json', input);
    for (const verb of ['create', 'dates', 'completeness']) {
      expect(await run('agreements', verb, 'bad.json')).toMatchObject({ code: 1, answer: { error: { code: 'invalid-input', details: [{ path: at }] } } });
    }
  });

  it('wrong usage is exit code 2', async () => {
    const { run } = commandLine();
    expect(await run('agreements', 'move', 'X', '--to', 'approved')).toMatchObject({ code: 2 });
    expect(await run('agreements', 'sign', 'X', '--version', '1', '--person', 'Ann', '--place', 'B', '--at', '2026-01-01')).toMatchObject({ code: 2 });
    expect(await run('compliance', '--agreement', 'X', '--from', '2026-01-01', '--to', '2026-02-01', '--by', 'week')).toMatchObject({ code: 2 });
  });

  it('from approval to the sealed file, and its check', async () => {
    const { folder, write, run } = commandLine();
    write('mail.json', mailAgreement);
    await run('agreements', 'create', 'mail.json');
    const sign = ['agreements', 'sign', 'SLA-2026-0001', '--version', '1', '--person', 'Ann Lee', '--typed', 'Ann Lee', '--place', 'Berlin', '--at', '2026-01-20T10:00'];
    expect(await run(...sign)).toMatchObject({ code: 1, answer: { error: { code: 'rule-violated', details: [{ path: 'approvals', message: '1 of 1 approvals missing: a person who is not the author' }] } } });
    expect(await run('agreements', 'move', 'SLA-2026-0001', '--version', '1', '--to', 'approved', '--by', 'Ann Lee')).toMatchObject({ code: 1, answer: { error: { details: [{ path: 'approvals' }] } } });
    expect(await run('agreements', 'approve', 'SLA-2026-0001', '--by', 'Ann Lee')).toMatchObject({ code: 0, answer: { state: 'approved' } });
    expect(await run(...sign)).toMatchObject({ code: 0, answer: { state: 'signed' } });
    const first = await run('export', 'agreement', 'SLA-2026-0001', '--out', 'one.docx');
    expect(first).toMatchObject({ code: 0, answer: { file: path.join(folder, 'one.docx'), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    await run('export', 'agreement', 'SLA-2026-0001', '--out', 'two.docx');
    expect(readFileSync(path.join(folder, 'two.docx'))).toEqual(readFileSync(path.join(folder, 'one.docx')));
    expect(await run('export', 'agreement', 'SLA-2026-0001', '--out', 'one.docx')).toMatchObject({ code: 0, answer: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(await run('export', 'agreement', 'SLA-2026-0001', '--out', 'mail.json')).toMatchObject({ code: 1, answer: { error: { code: 'conflict' } } });
    expect(await run('verify', 'one.docx')).toMatchObject({ code: 0, answer: { verdict: 'valid', version: 1 } });
    writeFileSync(path.join(folder, 'two.docx'), Buffer.concat([readFileSync(path.join(folder, 'two.docx')), Buffer.from(' ')]));
    expect(await run('verify', 'two.docx')).toMatchObject({ code: 1, answer: { verdict: 'changed', version: 1 } });
    expect(await run('verify', 'mail.json')).toMatchObject({ code: 1, answer: { verdict: 'unknown', agreement: null, sealedSha256: null } });
  });

  it('compliance and the ledger of a ticket', async () => {
    const { write, run, seed } = commandLine();
    seed();
    write('mail.json', mailAgreement);
    await run('agreements', 'create', 'mail.json');
    const compliance = await run('compliance', '--agreement', 'SLA-2026-0001', '--from', '2026-01-01', '--to', '2026-03-01', '--by', 'priority,month', '--as-of', '2026-02-27T17:00');
    expect(compliance).toMatchObject({ code: 0, answer: { asOf: '2026-02-27T17:00:00+01:00', rows: [{ term: 'T-001', priority: 'P1', month: '2026-01', share: { numerator: 2, denominator: 3 }, verdict: 'missed' }, { month: '2026-02', open: 1 }] } });
    expect(await run('tickets', 'ledger', 'T3', '--agreement', 'SLA-2026-0001')).toMatchObject({ code: 0, answer: { ticket: 'T3', term: 'T-001', verdict: 'met', sums: { counted: 12_600_000, paused: 9_000_000, wall: 21_600_000 } } });
  });
});

function commandLine() {
  const { client, folder, core } = openTestCore();
  let opened = 0;
  const run = async (...line: string[]): Promise<{ code: number; answer: unknown }> => {
    const out: string[] = [];
    const code = await runCommandLine([...line, '--json'], {
      commands: [...agreementCommands, ...signingCommands, ...complianceCommands],
      open: () => {
        opened += 1;
        return Promise.resolve({ client, files: core.context.files, close: () => {} });
      },
      callerFolder: folder,
      out: (text) => out.push(text),
      say: () => {},
      incident: () => 'incident',
    });
    return { code, answer: JSON.parse(out.join('')) };
  };
  return { folder, run, opened: () => opened, seed: () => seedTickets(core.context.store), write: (name: string, content: unknown) => writeFileSync(path.join(folder, name), JSON.stringify(content)) };
}
