import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Counts the tests for the closing line `N passed, N failed, N skipped`, and lists what was skipped with the reason.
 * A file that does not load and an error outside any test count as failed. `script/test` prints the line last.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    const skipped: string[] = [];
    for (const module of modules) {
      const own = { passed: 0, failed: 0, skipped: 0 };
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'pending') own.failed++;
        else own[state]++;
        if (state === 'skipped') {
          const { note } = test.result() as { note?: string };
          skipped.push(`  ${module.relativeModuleId} > ${test.fullName}${note ? `: ${note}` : ''}`);
        }
      }
      if (module.state() === 'failed' && own.failed === 0) own.failed++;
      for (const key of ['passed', 'failed', 'skipped'] as const) count[key] += own[key];
    }
    if (skipped.length > 0) process.stdout.write(`Skipped:\n${skipped.join('\n')}\n`);
    const line = `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`;
    const file = process.env.ONRECORD_TEST_COUNTS;
    if (file) writeFileSync(file, line);
    else process.stdout.write(line);
  }
}
