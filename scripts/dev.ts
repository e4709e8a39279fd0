import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { demoStoreFile } from '#main/app/config.ts';
import { findElectron } from '#main/hosts/electron/launch.ts';

/**
 * `npm run dev`: the desktop window, on the demo store, started again when the main process changes; screens change
 * while they are shown. What stands behind `npm run dev --` is handed to the program instead of the demo store.
 */
const root = join(import.meta.dirname, '..');
const electron = await findElectron();
if ('why' in electron) {
  process.stderr.write(
    `Electron cannot be used (${electron.why}), so there is no window to develop in. "npm start" serves the screens to your browser.\n`,
  );
  process.exitCode = 1;
} else {
  const given = process.argv.slice(2);
  const forProgram = given.length > 0 ? given : [`--store=${demoStoreFile()}`, '--demo'];
  // The browser inside keeps pages of our scheme from servers on this computer, and so from hearing of changes.
  forProgram.push('--disable-features=LocalNetworkAccessChecks');
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status } = spawnSync(process.execPath, [tool, 'dev', '--watch', '--', ...forProgram], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ELECTRON_EXEC_PATH: electron.path },
  });
  process.exitCode = status ?? 1;
}
