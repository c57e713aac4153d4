import { writeFileSync } from 'node:fs';
import { DefaultReporter, type TestCase, type TestModule } from 'vitest/node';

export type SuiteReport = { passed: number; failed: number; skipped: { name: string; reason: string }[] };

/** Vitest's usual output, and a count with the reasons of skips in the file that PARLEY_TEST_REPORT names. */
// oxlint-disable-next-line import/no-default-export -- Vitest loads a reporter by its default export.
export default class CountingReporter extends DefaultReporter {
  override onTestRunEnd(...run: Parameters<DefaultReporter['onTestRunEnd']>): void {
    super.onTestRunEnd(...run);
    const [modules, unhandledErrors] = run;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const report: SuiteReport = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failed: tests.filter((test) => test.result().state === 'failed').length + modules.filter(brokeBeforeItsTests).length + unhandledErrors.length,
      skipped: tests.filter((test) => test.result().state === 'skipped').map((test) => ({ name: test.fullName, reason: reasonOf(test) })),
    };
    const file = process.env['PARLEY_TEST_REPORT'];
    if (file) writeFileSync(file, JSON.stringify(report));
  }
}

/** A file whose own code threw has no failed test, and must not count as nothing. */
function brokeBeforeItsTests(module: TestModule): boolean {
  return module.errors().length > 0;
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  return result.state === 'skipped' && result.note ? result.note : 'no reason given';
}
