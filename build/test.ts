import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { buildIfNeeded } from './build-if-needed.ts';
import { findElectron } from './find-tools.ts';
import { projectFile, projectFolder } from './project.ts';

/** `npm test`: every suite, the reasons of what was skipped, and one closing line. Exit 1 where anything failed. */
const suites = ['unit', 'hosts', 'journeys'] as const;

const reportSchema = z.object({
  passed: z.int(),
  failed: z.int(),
  skipped: z.array(z.object({ name: z.string(), reason: z.string() })),
});
type Report = z.infer<typeof reportSchema>;

const wanted = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'parley-tests-'));
const total: Report = { passed: 0, failed: 0, skipped: [] };
try {
  await buildIfNeeded().catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    total.failed += 1;
  });
  for (const suite of suites) {
    if (wanted.length > 0 && !wanted.includes(suite)) continue;
    const startedAt = performance.now();
    const report = run(suite);
    say(`${suite}: ${report.passed} passed, ${report.failed} failed, ${report.skipped.length} skipped in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
    total.passed += report.passed;
    total.failed += report.failed;
    total.skipped.push(...report.skipped);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const [reason, count] of reasons(total)) say(`skipped (${count}): ${reason}`);
say(`Electron: ${electronVersion()}`);
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function run(suite: string): Report {
  const file = path.join(folder, `${suite}.json`);
  const vitest = projectFile('node_modules/vitest/vitest.mjs');
  const outcome = spawnSync(process.execPath, [vitest, 'run', '--project', suite, '--passWithNoTests'], {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PARLEY_TEST_REPORT: file },
  });
  const report = existsSync(file) ? reportSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 1, skipped: [] };
  const isUncounted = outcome.status !== 0 && report.failed === 0;
  return isUncounted ? { ...report, failed: 1 } : report;
}

function reasons(report: Report): Map<string, number> {
  return report.skipped.reduce((counts, { reason }) => counts.set(reason, (counts.get(reason) ?? 0) + 1), new Map<string, number>());
}

/** Which Electron ran the journeys: read from beside its binary, since asking it would need a display. */
function electronVersion(): string {
  const binary = findElectron();
  if (binary === null) return 'none on this machine';
  const version = path.join(path.dirname(binary), 'version');
  return existsSync(version) ? readFileSync(version, 'utf8').trim() : 'of unknown version';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
