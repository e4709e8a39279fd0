import { inEnglish } from '#shared/kernel/message.ts';
import { spawn } from 'node:child_process';
import { anchorPlaces, prepareFolder } from '#main/app/config.ts';
import { fillDemo } from '#main/app/demo.ts';
import { ReplaceableApp } from '#main/app/replaceable.ts';
import { prepareScreens } from '#main/app/screens.ts';
import type { DemoPlant } from '#shared/exchange/contract.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { printableInLine } from '#shared/kernel/printable.ts';
import { startHttpHost } from './host.ts';

export type ServeOptions = {
  file: string;
  /** 0 takes a free one. */
  port: number;
  /** The demo plant to fill the store with when it is new. */
  demo: DemoPlant | undefined;
  openBrowser: boolean;
  /** The folder for daily anchors, else LOTLINE_ANCHORS. */
  anchors?: string | undefined;
  untilStdinEnds: boolean;
  /** Prints the address: a line of its own, and nothing else. */
  print: (line: string) => void;
  /** Hears what takes a moment. */
  say: (line: string) => void;
};

/** Serves a store on the loopback address until the program is stopped. Makes a missing store. */
export async function serve({
  file,
  port,
  demo,
  openBrowser,
  anchors,
  untilStdinEnds,
  print,
  say,
}: ServeOptions): Promise<void> {
  const ended = untilAsked(untilStdinEnds);
  prepareFolder(file);
  const screens = await prepareScreens(say);
  const app = await ReplaceableApp.open({
    file,
    mode: 'create',
    host: 'http',
    anchors: anchorPlaces(anchors),
    showCode: (code) => say(`The code for the first administrator, for 15 minutes: ${code}`),
  });
  const { readOnly } = app.store;
  try {
    if (readOnly !== '') say(printableInLine(inEnglish(readOnly)));
    else if (demo !== undefined) await fillDemo(app, demo, say);
    const host = await startHttpHost({ app, screens, port });
    try {
      print(host.address);
      if (openBrowser) openInBrowser(host.address);
      await ended;
    } finally {
      await host.close();
    }
  } finally {
    await app.close();
  }
  // Whoever stops it hears that the store was frozen meanwhile, and why.
  if (readOnly === '' && app.store.readOnly !== '') throw new LotlineError('STORE_READ_ONLY', app.store.readOnly);
}

/** Resolves when the person or the system stops the program. A second signal ends it at once, as signals do. */
function untilAsked(untilStdinEnds: boolean): Promise<void> {
  return new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const end = (): void => {
      for (const signal of signals) process.off(signal, end);
      process.stdin.off('end', end);
      process.stdin.pause();
      resolve();
    };
    for (const signal of signals) process.on(signal, end);
    if (untilStdinEnds) process.stdin.on('end', end).resume();
  });
}

/** Opens the person's browser where there is a screen to show it on; when that fails, the printed address is still there. */
function openInBrowser(address: string): void {
  const { platform, env } = process;
  const isUnattended = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
  const hasDisplay = platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
  if (isUnattended || !hasDisplay) return;
  const [command, args] =
    platform === 'darwin'
      ? (['open', [address]] as const)
      : platform === 'win32'
        ? (['rundll32', ['url.dll,FileProtocolHandler', address]] as const)
        : (['xdg-open', [address]] as const);
  spawn(command, args, { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref();
}
