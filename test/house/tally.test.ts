import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTallies, formatTally, tallyPlaywright, tallyVitest } from '../../scripts/tally.ts';
import { root } from './lintCopy.ts';

describe('the count of Vitest', () => {
  const test = (status: string, meta = {}) => ({
    fullName: 'a test',
    status,
    meta,
    failureMessages: status === 'failed' ? ['it is wrong\n  at a line'] : [],
  });
  const file = (status: string, ...assertionResults: ReturnType<typeof test>[]) => ({
    name: '/somewhere/a.test.ts',
    message: status === 'failed' ? 'it cannot be loaded' : '',
    status,
    assertionResults,
  });

  it('counts tests by how they ended, over all files', () => {
    const report = {
      testResults: [file('passed', test('passed'), test('passed')), file('failed', test('passed'), test('failed'))],
    };
    expect(tallyVitest(report)).toEqual({ passed: 3, failures: ['a.test.ts: a test: it is wrong'], notRun: [] });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(tallyVitest({ testResults: [file('failed')] })).toEqual({
      passed: 0,
      failures: ['a.test.ts: it cannot be loaded'],
      notRun: [],
    });
  });

  it('counts a file whose clean-up failed after passing tests as one failure', () => {
    expect(tallyVitest({ testResults: [file('failed', test('passed'))] })).toEqual({
      passed: 1,
      failures: ['a.test.ts: it cannot be loaded'],
      notRun: [],
    });
  });

  it('names a test that could not run with its reason, and takes none without one', () => {
    const report = {
      testResults: [file('passed', test('skipped', { notRun: 'there is no printer' }), test('skipped'), test('todo'))],
    };
    expect(tallyVitest(report)).toEqual({
      passed: 0,
      failures: ['a.test.ts: a test: did not run', 'a.test.ts: a test: did not run'],
      notRun: ['a.test.ts: a test, because there is no printer'],
    });
  });
});

describe('the count of Playwright', () => {
  const test = (status: string, reason?: string) => ({
    title: 'a screen',
    tests: [
      {
        status,
        annotations: reason === undefined ? [] : [{ type: 'skip', description: reason }],
        results: status === 'unexpected' ? [{ error: { message: 'no such button\nat a line' } }] : [{}],
      },
    ],
  });

  it('counts tests in nested groups, and one that passed only at a second try as failed', () => {
    const specs = [test('expected'), test('unexpected'), test('flaky')];
    const report = {
      suites: [{ title: 'a.spec.ts', specs, suites: [{ title: 'group', specs: [test('expected')] }] }],
      errors: [],
    };
    expect(tallyPlaywright(report)).toEqual({
      passed: 2,
      failures: ['a screen: no such button', 'a screen: flaky'],
      notRun: [],
    });
  });

  it('counts an error outside the tests, and a test that never ran, as failures', () => {
    const report = {
      suites: [{ title: 'a.spec.ts', specs: [test('skipped')] }],
      errors: [{ message: 'no such file' }],
    };
    expect(tallyPlaywright(report)).toEqual({ passed: 0, failures: ['no such file', 'a screen: skipped'], notRun: [] });
  });

  it('names a screen that could not run with its reason', () => {
    const report = {
      suites: [{ title: 'a.spec.ts', specs: [test('skipped', 'the window program is not there')] }],
      errors: [],
    };
    expect(tallyPlaywright(report).notRun).toEqual(['a screen, because the window program is not there']);
  });
});

describe('the last lines', () => {
  it('name what failed and end with the counts on one line', () => {
    const sum = addTallies([
      { passed: 2, failures: [], notRun: [] },
      { passed: 1, failures: ['lint'], notRun: [] },
    ]);
    expect(formatTally(sum)).toEqual(['failed: lint', '3 passed, 1 failed']);
  });

  it('say before them what was not run', () => {
    const notRun = ['the window, because its program is not there'];
    expect(formatTally({ passed: 1, failures: [], notRun })).toEqual([
      `not run: ${notRun[0]}`,
      '1 passed, 0 failed, 1 skipped',
    ]);
  });
});

describe('the guard before npm scripts', () => {
  const guard = join(root, 'scripts/needsNode.mjs');
  const under = (version: string) => {
    const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } }); await import(${JSON.stringify(guard)});`;
    return spawnSync(process.execPath, ['--input-type=module', '-e', pretend], { encoding: 'utf8' });
  };

  it('says in a sentence that Node is too old, and stops', () => {
    const { status, stdout, stderr } = under('23.11.1');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('Lotline needs Node 24 or newer, and this is Node 23.11.1.');
  });

  it('is silent from Node 24 on', () => {
    for (const version of ['24.0.0', '100.1.0']) {
      const { status, stdout, stderr } = under(version);
      expect([status, stdout, stderr]).toEqual([0, '', '']);
    }
  });
});
