import { projectFile, projectFolder } from './project.ts';
import { runQuietly } from './run-quietly.ts';

/** `npm run check`: what must hold before a commit, fastest first, each with its time. Stops at nothing, so that one run tells all. */
type Step = { readonly name: string; readonly script: string; readonly args: readonly string[] };

const steps: readonly Step[] = [
  { name: 'types', script: 'node_modules/typescript/bin/tsc', args: ['-b'] },
  { name: 'lint', script: 'node_modules/oxlint/bin/oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'unused', script: 'node_modules/knip/bin/knip.js', args: [] },
  { name: 'unit tests', script: 'node_modules/vitest/vitest.mjs', args: ['run', '--project', 'unit', '--reporter', 'dot'] },
];

const failed: string[] = [];
for (const step of steps) {
  const startedAt = performance.now();
  const outcome = await runQuietly(process.execPath, [projectFile(step.script), ...step.args], { cwd: projectFolder, limitMs: 600_000 });
  const isGood = outcome.status === 0;
  if (!isGood) {
    failed.push(step.name);
    process.stdout.write(outcome.output);
  }
  process.stdout.write(`${isGood ? 'ok    ' : 'FAILED'} ${step.name.padEnd(12)} ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
}
process.exitCode = failed.length > 0 ? 1 : 0;
