import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { thirdPartyNotices } from '#build/notices.ts';
import { projectFile } from '#build/project.ts';

it('the third-party notices are those of what is installed; node build/notices.ts makes them anew', () => {
  expect(readFileSync(projectFile('THIRD-PARTY-NOTICES.md'), 'utf8') === thirdPartyNotices()).toBe(true);
});

it.each(['Inter', 'Carlito', 'Tabler Icons', '@resvg/resvg-js', 'better-sqlite3', 'docx'])('the notices carry the licence of %s', (name) => {
  const heads = readFileSync(projectFile('THIRD-PARTY-NOTICES.md'), 'utf8').split('\n').filter((line) => line.startsWith('## ')).flatMap((line) => line.slice(3).split(', '));
  expect(heads).toContain(name);
});
