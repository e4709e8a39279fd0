import { browserOfRun } from '../test/support/browser.ts';
import { buildProgram, controlMatrix, finish, screenTests, staticChecks, unitTests } from './steps.ts';
import { addTallies, type Tally } from './tally.ts';

/**
 * `npm test`: everything. What is built is built before the tests, because the hosts serve it, beside the checks. The two
 * halves of the tests follow one another: side by side on two cores each takes more from the other than it leaves idle.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const failed = (why: string): Tally => ({ passed: 0, failures: [why], notRun: [] });

async function screens(): Promise<Tally> {
  try {
    const browser = browserOfRun(say);
    if (browser !== undefined) return await screenTests(browser);
    return failed(
      'the screens were not tested: no browser could be found or fetched. Install Chromium or Chrome, or set CHROMIUM_PATH.',
    );
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

const units = async (): Promise<Tally> => addTallies([await unitTests('all'), controlMatrix()]);

const ready = await Promise.all([staticChecks(), buildProgram()]);
finish([...ready, await units(), await screens()]);
