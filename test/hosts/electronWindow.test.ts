import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { expect, it } from 'vitest';
import { buildDesktop, findElectron, newFolder, prepareScreens, root, thisComputer } from '../support/electron.ts';
import { notRun } from '../support/notRun.ts';

it('Lotline opens in a window of Electron itself, and its page has nothing but the screens', async (context) => {
  // A test downloads no browser: where `npm start` fetched the program, it is used.
  const found = await findElectron({ ...thisComputer(), mayFetch: false });
  if ('why' in found) notRun(context, `Electron cannot be used here: ${found.why}`);
  const folder = await newFolder();
  await mkdir(join(folder, 'data'));
  await prepareScreens(() => undefined);
  await buildDesktop();
  const program = await _electron.launch({
    executablePath: found.path,
    args: [root, `--store=${join(folder, 'window.lotline')}`, '--demo'],
    env: { ...process.env, XDG_DATA_HOME: join(folder, 'data'), LOCALAPPDATA: join(folder, 'data') },
  });
  try {
    const page = await program.firstWindow();
    await page.locator('h1').waitFor();
    expect(page.url()).toMatch(/^app:\/\/bundle\//);
    await expect
      .poll(() => program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
      .toMatch(/Lotline – Demo$/);
    const reach = await page.evaluate(async () => ({
      node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
      opened: window.open('https://example.com'),
      web: await fetch('https://example.com').then(
        () => 'reached',
        () => 'refused',
      ),
    }));
    expect(reach).toEqual({ node: ['undefined', 'undefined'], opened: null, web: 'refused' });
    // The food plant's lot, asked for through the message port.
    await page.evaluate(() => (window.location.hash = '/trace?product=APR-PUREE&lot=AP-0028'));
    await page.getByText('AP-0028').first().waitFor();
  } finally {
    await program.close();
    await rm(folder, { recursive: true, force: true });
  }
});
