import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RPCLink } from '@orpc/client/message-port';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { prepareScreens } from '#main/app/screens.ts';

export { buildPreload, findElectron } from '#main/hosts/electron/launch.ts';

/** Runs the desktop host's main module on a store, with whatever stands in for `electron`. */
export async function runMain(file: string): Promise<void> {
  await prepareScreens(() => undefined);
  process.argv = [
    process.argv[0] ?? 'electron',
    'main.ts',
    `--store=${file}`,
    '--preload=/preload.cjs',
    '--some-switch-of-electron',
  ];
  await import('#main/hosts/electron/main.ts');
}

/** Runs the preload in what looks like a page. */
export const runPreload = async (): Promise<unknown> => await import('#main/hosts/electron/preload.ts');

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'lotline-electron-'));

export const newChannel = (): { ours: MessagePort; theirs: MessagePort } => {
  const { port1, port2 } = new MessageChannel();
  return { ours: port1, theirs: port2 };
};

/** Asks an operation through a port, as a page would. */
export const askBy = (port: MessagePort, path: string[], input: unknown): Promise<unknown> =>
  new RPCLink({ port }).call(path, input, { context: {} });
