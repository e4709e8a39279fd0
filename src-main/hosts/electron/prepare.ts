import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, protocol } from 'electron';
import { dataFolder } from '#main/app/config.ts';
import { desktopScheme } from '#shared/kernel/desktop.ts';
import { confine } from './confine.ts';

/**
 * What must be set before Electron is ready: the sandbox, the program's name and folder, our scheme, and the limits
 * of every page.
 */
export function prepareElectron(): void {
  app.enableSandbox();
  app.setName('Lotline');
  // What the browser inside keeps lies below the person's data. One program a folder: this is also what a second start finds.
  const folder = join(dataFolder(), 'window');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  protocol.registerSchemesAsPrivileged([
    { scheme: desktopScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
  app.on('web-contents-created', (_event, contents) => confine(contents));
}
