/** What a part of a run came to. `notRun` has a line for each thing that could not run, with its reason. */
export type Tally = { passed: number; failed: number; notRun: string[] };

export const addTallies = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  notRun: tallies.flatMap(({ notRun }) => notRun),
});

/** The last lines of a run: what was not run and why, then the counts on a line of their own. */
export function formatTally({ passed, failed, notRun }: Tally): string[] {
  const skipped = notRun.length > 0 ? `, ${notRun.length} skipped` : '';
  return [...notRun.map((line) => `not run: ${line}`), `${passed} passed, ${failed} failed${skipped}`];
}

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string; meta?: { notRun?: string } }[];
  }[];
};

/** Counts Vitest's JSON report. A file that could not be loaded is one failure; so is a test that did not run and does not say why. */
export function tallyVitest(report: VitestReport): Tally {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const left = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const explained = left.filter(({ meta }) => meta?.notRun !== undefined);
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed:
      tests.filter(({ status }) => status === 'failed').length + brokenFiles.length + (left.length - explained.length),
    notRun: explained.map(({ fullName, meta }) => `${fullName}, because ${meta?.notRun}`),
  };
}

type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: { title: string; tests: { status: string; annotations: { type: string; description?: string }[] }[] }[];
};
type PlaywrightReport = { suites: PlaywrightSuite[]; errors: unknown[] };

/** Counts Playwright's JSON report, by the rules of tallyVitest; an error outside the tests is one failure. */
export function tallyPlaywright(report: PlaywrightReport): Tally {
  const tally: Tally = { passed: 0, failed: report.errors.length, notRun: [] };
  const count = (suite: PlaywrightSuite): void => {
    for (const { title, tests } of suite.specs ?? []) {
      for (const { status, annotations } of tests) {
        const reason = annotations.find(({ type }) => type === 'skip')?.description;
        if (status === 'expected') tally.passed += 1;
        else if (status === 'skipped' && reason !== undefined) tally.notRun.push(`${title}, because ${reason}`);
        else tally.failed += 1;
      }
    }
    for (const inner of suite.suites ?? []) count(inner);
  };
  for (const suite of report.suites) count(suite);
  return tally;
}
