import { basename } from 'node:path';

/** What a part of a run came to: a line for each failure, and for each thing that could not run with its reason. */
export type Tally = { passed: number; failures: string[]; notRun: string[] };

export const addTallies = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failures: tallies.flatMap(({ failures }) => failures),
  notRun: tallies.flatMap(({ notRun }) => notRun),
});

/** The last lines of a run: what was not run and why, what failed, then the counts on a line of their own. */
export function formatTally({ passed, failures, notRun }: Tally): string[] {
  const skipped = notRun.length > 0 ? `, ${notRun.length} skipped` : '';
  return [
    ...notRun.map((line) => `not run: ${line}`),
    ...failures.map((line) => `failed: ${line}`),
    `${passed} passed, ${failures.length} failed${skipped}`,
  ];
}

/** A failure in one line: which test, and the first line of what it says. */
const failureOf = (test: string, messages: readonly string[] | undefined): string =>
  [test, messages?.[0]?.split('\n', 1)[0]].filter((part) => part !== undefined && part !== '').join(': ');

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[]; meta?: { notRun?: string } }[];
  }[];
};

/** Counts Vitest's JSON report. A file that could not be loaded is one failure; so is a test that did not run and does not say why. */
export function tallyVitest(report: VitestReport): Tally {
  const tests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, fullName: `${basename(name)}: ${test.fullName}` })),
  );
  const left = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failures: [
      ...tests
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => failureOf(fullName, failureMessages)),
      ...brokenFiles.map(({ name, message }) => failureOf(basename(name), [message ?? ''])),
      ...left
        .filter(({ meta }) => meta?.notRun === undefined)
        .map(({ fullName }) => failureOf(fullName, ['did not run'])),
    ],
    notRun: left
      .filter(({ meta }) => meta?.notRun !== undefined)
      .map(({ fullName, meta }) => `${fullName}, because ${meta?.notRun}`),
  };
}

type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    tests: {
      status: string;
      annotations: { type: string; description?: string }[];
      results?: { error?: { message?: string } }[];
    }[];
  }[];
};
type PlaywrightReport = { suites: PlaywrightSuite[]; errors: { message?: string }[] };

/** Counts Playwright's JSON report, by the rules of tallyVitest; an error outside the tests is one failure. */
export function tallyPlaywright(report: PlaywrightReport): Tally {
  const tally: Tally = {
    passed: 0,
    failures: report.errors.map(({ message = '' }) => failureOf(message, [])),
    notRun: [],
  };
  const count = (suite: PlaywrightSuite): void => {
    for (const { title, tests } of suite.specs ?? []) {
      for (const { status, annotations, results } of tests) {
        const reason = annotations.find(({ type }) => type === 'skip')?.description;
        if (status === 'expected') tally.passed += 1;
        else if (status === 'skipped' && reason !== undefined) tally.notRun.push(`${title}, because ${reason}`);
        else tally.failures.push(failureOf(title, [results?.[0]?.error?.message ?? status]));
      }
    }
    for (const inner of suite.suites ?? []) count(inner);
  };
  for (const suite of report.suites) count(suite);
  return tally;
}
