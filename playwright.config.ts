import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { windowOptions } from './test/screens/page.ts';
import { browserFlags, findBrowser } from './test/support/browser.ts';

// Host and page stand on one computer: where it is another day for one of them, "today" is two days.
process.env['TZ'] = windowOptions.timezoneId;
// Programs that tests start compile nothing twice.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'lotline-test-code');

const executablePath = findBrowser();

/** No page of a test lives so long that optimizing its scripts pays: it took three tenths of a run. */
const quickScripts = '--js-flags=--no-opt --no-maglev';

// Playwright wants its configuration as the default export.
export default defineConfig({
  testDir: 'test/screens',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/screens',
  // A screen that passes only at the second try is broken.
  retries: 0,
  forbidOnly: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    headless: true,
    ...windowOptions,
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    // Recording costs a third of the run; where a failure needs one: npx playwright test NAME --trace on
    trace: 'off',
    launchOptions: {
      args: [...browserFlags(), quickScripts],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
});
