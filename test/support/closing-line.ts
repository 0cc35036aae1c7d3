import type { Reporter, TestModule } from 'vitest/node';

/** Ends a test run with one plain line: "N passed, N failed". */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    // A file that could not be loaded, or an error outside a test, counts as a failure too.
    const broken = modules.filter(
      (module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0,
    );
    const failed = tests.filter((test) => test.result().state === 'failed').length + broken.length + errors.length;
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
