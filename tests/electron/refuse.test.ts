import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ParleyError } from '#shared/errors.ts';
import { detailsOfIssues, pathText } from '#shared/refusal.ts';
import type { IncidentLog } from '#electron/incident-log.ts';
import { refusalFrom } from '#electron/refuse.ts';

function memoryLog(): IncidentLog & { readonly lines: string[] } {
  const lines: string[] = [];
  return { file: '/somewhere/parley.log', lines, record: (incident, what, error) => void lines.push(`${incident} ${what} ${String(error)}`) };
}

describe('what the caller learns', () => {
  it('of an expected failure: its code, words, details and way out', () => {
    const error = new ParleyError('conflict', 'Taken.', { details: [{ path: 'name', message: 'already there' }], wayOut: 'Choose another.' });
    expect(refusalFrom(error, 'x', memoryLog())).toEqual({ code: 'conflict', message: 'Taken.', details: [{ path: 'name', message: 'already there' }], wayOut: 'Choose another.', incident: null });
  });

  it('of anything else: an id that the log has too, and nothing of the inside', () => {
    const log = memoryLog();
    const refusal = refusalFrom(new TypeError('secret inside'), 'imports.start', log);
    expect(refusal.code).toBe('incident');
    expect(refusal.message).toContain(refusal.incident);
    expect(JSON.stringify(refusal)).not.toContain('secret inside');
    expect(log.lines).toEqual([`${refusal.incident} imports.start TypeError: secret inside`]);
  });

  it.each([
    ['ENOSPC', 'storage'],
    ['EACCES', 'read-only'],
    ['EROFS', 'read-only'],
  ])('%s of the file system is %s, with a way out', (code, expected) => {
    const refusal = refusalFrom(Object.assign(new Error('write'), { code }), 'files', memoryLog());
    expect(refusal).toMatchObject({ code: expected, incident: null, wayOut: expect.any(String) });
  });
});

describe('paths', () => {
  it.each([
    [['terms', 0, 'within'], 'terms[0].within'],
    [[], ''],
    [[3], '[3]'],
    [['calendars', 'my office', 'tz'], 'calendars.my office.tz'],
  ])('%j is written %s', (path, text) => {
    expect(pathText(path)).toBe(text);
  });

  it('name an unknown property by itself', () => {
    const result = z.strictObject({ a: z.strictObject({ b: z.number() }) }).safeParse({ a: { b: 'x', c: 1 }, d: 2 });
    expect(detailsOfIssues(result.error?.issues ?? []).map((detail) => detail.path).toSorted()).toEqual(['a.b', 'a.c', 'd']);
  });
});
