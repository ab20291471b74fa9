import { writeFileSync } from 'node:fs';

/**
 * Closes a run with `N passed, N failed, N skipped`, alone on the last line. With CONTINUO_TOTALS it also writes these
 * numbers to that file, so that several runs can be added up. What failed outside any test counts as failed.
 */
export default class TotalsReporter {
  onTestRunEnd(files, errorsOutsideTests = []) {
    const totals = { passed: 0, failed: errorsOutsideTests.length, skipped: 0 };
    for (const file of files) {
      const tests = [...file.children.allTests()];
      for (const test of tests) {
        const { state } = test.result();
        if (state in totals) totals[state] += 1;
      }
      // A file that could not be loaded, or whose hooks failed, has no failed test to show for it.
      if (file.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) totals.failed += 1;
    }
    if (process.env.CONTINUO_TOTALS) writeFileSync(process.env.CONTINUO_TOTALS, JSON.stringify(totals));
    console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  }
}
