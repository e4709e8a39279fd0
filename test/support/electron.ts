import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareScreens } from '#main/app/screens.ts';
import { createPortLink } from '#renderer/client/messagePort.ts';
import { asked, ipcMain } from './electronStandIn.ts';
import { newChannel } from './electronPorts.ts';

export { prepareScreens } from '#main/app/screens.ts';
export { progressOf, showProgress } from '#main/hosts/electron/progress.ts';
export { readArguments, readHandedOver } from '#main/hosts/electron/launchOptions.ts';
export { refusedSwitches } from '#main/hosts/electron/switches.ts';
export { isNetworkPath, readMounts } from '#main/hosts/electron/networkPaths.ts';
export { keepWindowState, readWindowState } from '#main/hosts/electron/windowState.ts';
export { systemSecrets } from '#main/hosts/electron/secrets.ts';
export { safeStorage } from './electronStandIn.ts';
export { buildMenu } from '#main/hosts/electron/menu.ts';
export { buildDesktop, findElectron, thisComputer } from '#main/hosts/electron/launch.ts';
export { createPortLink } from '#renderer/client/messagePort.ts';
export { newChannel } from './electronPorts.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs the desktop host's main module, with whatever stands in for `electron`. Its folders lie below `home`. */
export async function runMain(home: string, args: readonly string[]): Promise<void> {
  await prepareScreens(() => undefined);
  Object.assign(process.env, { XDG_DATA_HOME: home, LOCALAPPDATA: home, HOME: home });
  process.argv = [process.argv[0] ?? 'lotline', ...args];
  await import('#main/hosts/electron/main.ts');
}

/** The desk of the host with a store open on it. Needs whatever stands in for `electron`. */
export async function openDesk(store: string) {
  const { Desk, openStoreSession } = await import('#main/hosts/electron/desk.ts');
  return new Desk(await openStoreSession({ store, isDemo: false }));
}

/** Runs the preload in what looks like a page. */
export const runPreload = async (): Promise<unknown> => await import('#main/hosts/electron/preload.ts');

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'lotline-electron-'));

/** The page that a window of ours shows, as the host sees who sends something. */
export const ourPage = { url: 'app://bundle/', parent: null };

/** Asks an operation of the running host through a port of its own, as a page would. */
export async function askHost(path: string[], input: unknown): Promise<unknown> {
  const { ours, theirs } = newChannel();
  ipcMain.emit('lotline:connect', { ports: [ours], senderFrame: ourPage });
  try {
    return await createPortLink(() => theirs).call(path, input, { context: { commandId: crypto.randomUUID() } });
  } finally {
    theirs.close();
  }
}

/** Asks the running host's scheme, as the browser inside would. */
export async function askScheme(address: string, init: RequestInit = {}): Promise<Response> {
  const handler = asked.pages.get('app');
  if (handler === undefined) throw new Error('the scheme has no handler');
  return await handler(new Request(address, init));
}
