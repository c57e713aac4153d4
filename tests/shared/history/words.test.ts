import { describe, expect, it } from 'vitest';
import { commands } from '#shared/history/commands.ts';
import type { RowChange } from '#shared/history/model.ts';
import { deedWords, rowLines, rowWords } from '#shared/history/words.ts';

const about = { kind: 'service' as const, id: 's1', name: 'Mail' };
const row = (operation: RowChange['operation'], name: string, fields: RowChange['fields'] = [], table = 'services'): RowChange => ({ table, operation, name, fields });

describe('what somebody did, in words', () => {
  it.each(commands.filter((command) => command !== 'history.undo' && command !== 'history.redo'))('%s has words of its own', (command) => {
    expect(deedWords({ command, cause: 'user', undoes: null, about: null })).not.toBe('changed something');
  });

  it.each([
    [{ command: 'services.change', undoes: null, about }, 'changed a service: Mail'],
    [{ command: 'history.undo', undoes: 'services.remove', about }, 'took back: deleted a service: Mail'],
    [{ command: 'history.redo', undoes: 'services.remove', about }, 'did again: deleted a service: Mail'],
    [{ command: 'agreements.sign', undoes: null, about: null }, 'signed'],
    [{ command: 'something.newer', undoes: null, about: null }, 'changed something'],
  ])('%j', (entry, words) => {
    expect(deedWords({ cause: 'user', ...entry })).toBe(words);
  });
});

describe('before and after, in words', () => {
  it.each([
    [row('insert', 'Berlin', [], 'sites'), 'Site Berlin added'],
    [row('delete', 'Berlin', [], 'sites'), 'Site Berlin removed'],
    [row('update', 'Mail', [{ field: 'status', before: 'live', after: 'retired' }]), 'Service Mail: status: live → retired'],
    [row('update', 'Mail', [{ field: 'owner_id', before: null, after: 'Ann Lee' }]), 'Service Mail: owner: none → Ann Lee'],
    [row('update', 'T-001', [{ field: 'goal_ms', before: 14_400_000, after: 7_200_000 }, { field: 'share_ppb', before: 900_000_000, after: 950_000_000 }], 'version_terms'), 'Term T-001: goal: 4 h → 2 h; share: 90 % → 95 %'],
    [row('update', 'North', [{ field: 'is_ours', before: 0, after: 1 }], 'organisations'), 'Organisation North: own organisation: no → yes'],
    [row('update', '', [{ field: 'opens_minute', before: 480, after: 510 }], 'calendar_hours'), 'Hours: opens: 08:00 → 08:30'],
    [row('update', 'x', [{ field: 'some_new_column', before: 'a', after: 'b' }], 'some_new_table'), 'some new table x: some new column: a → b'],
  ])('%#', (change, words) => {
    expect(rowWords(change, 'UTC').replaceAll(/\p{Zs}/gu, ' ')).toBe(words);
  });

  it('says once what the deed says already', () => {
    expect(rowLines({ about, rows: [row('insert', 'Mail'), row('update', 'Mail', [{ field: 'status', before: 'live', after: 'retired' }]), row('insert', 'Ann Lee', [], 'people')] }, 'UTC')).toEqual(['status: live → retired', 'Person Ann Lee added']);
  });
});
