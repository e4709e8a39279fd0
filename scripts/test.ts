import { fetchBrowser, findBrowser } from '../test/support/browser.ts';
import { buildProgram, controlMatrix, finish, screenTests, staticChecks, unitTests } from './steps.ts';
import type { Tally } from './tally.ts';

/** `npm test`: everything. The screens are built before the tests, because the hosts serve what was built. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const failed = (why: string): Tally => ({ passed: 0, failures: [why], notRun: [] });

function screens(): Tally {
  try {
    const browser = findBrowser() ?? fetchBrowser(say);
    if (browser !== undefined) return screenTests(browser);
    return failed(
      'the screens were not tested: no browser could be found or fetched. Install Chromium or Chrome, or set CHROMIUM_PATH.',
    );
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

finish([staticChecks(), buildProgram(), unitTests('all'), controlMatrix(), screens()]);
