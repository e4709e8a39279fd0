import { parseArgs } from 'node:util';
import { printable, printableInLine } from '#shared/kernel/printable.ts';
import { demoPlantNamed, demoStoreFile, storeFile } from '#main/app/config.ts';

const usage = `Usage: npm start [-- --store FILE | --demo food|device] [--port N]
  Opens Lotline: in a window of its own where Electron can be had, else in your browser.
  Without --store it opens a demo plant, the food plant unless another is named, in a store of its own.`;

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * The launcher behind `npm start` and `lotline`: picks a host, starts it, and answers the program's exit status. Hosts
 * are loaded when they are picked, so that the command line answers a wrong call at once and nothing loads Electron by
 * accident.
 */
export async function launch(args: string[]): Promise<number> {
  try {
    const [first, ...rest] = args;
    return first === 'cli' ? await commandLine(rest) : await start(args);
  } catch (error) {
    if (error instanceof WrongCall) say(`${printableInLine(error.message)}\n\n${usage}`);
    else if (isCoded(error)) say(printableInLine(`${error.code}: ${error.message}`));
    else say(printable(`Lotline could not go on. ${error instanceof Error ? error.stack : String(error)}`));
    return error instanceof WrongCall ? 2 : 1;
  }
}

async function commandLine(args: readonly string[]): Promise<number> {
  const { runCli } = await import('#main/hosts/cli/main.ts');
  return await runCli(args, {
    async serve(serving) {
      const { serve } = await import('#main/hosts/http/main.ts');
      await serve({ ...serving, demo: undefined, openBrowser: false });
    },
  });
}

async function start(args: string[]): Promise<number> {
  const { store, demo, port, help } = readOptions(args);
  if (help) {
    print(usage);
    return 0;
  }
  const file = store === undefined ? demoStoreFile(undefined, demo) : storeFile(store);
  const { findElectron, runElectron } = await import('#main/hosts/electron/launch.ts');
  const electron = await findElectron();
  if ('path' in electron) return await runElectron(electron.path, { file, demo, say });
  print(`Electron cannot be used (${electron.why}); Lotline is served to your browser instead, at the address below.`);
  const { serve } = await import('#main/hosts/http/main.ts');
  await serve({ file, port, demo, openBrowser: true, untilStdinEnds: false, print, say });
  return 0;
}

class WrongCall extends Error {}

/** A refusal of Lotline's own: a code and a sentence for people. */
const isCoded = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && error.name === 'LotlineError' && 'code' in error;

type Options = {
  store: string | undefined;
  demo: ReturnType<typeof demoPlantNamed>;
  port: number;
  help: boolean;
};

function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        store: { type: 'string' },
        demo: { type: 'string' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const port = Number(values.port ?? 0);
    if (values.store?.trim() === '') throw new Error('--store has no value.');
    if (!/^\d*$/.test(values.port ?? '') || port > 65_535)
      throw new Error(`--port ${values.port}: write a number from 0 to 65535.`);
    const { store } = values;
    if (values.demo !== undefined && store !== undefined)
      throw new Error('A demo plant has a store of its own: leave out --store or --demo.');
    const demo = store === undefined ? demoPlantNamed(values.demo ?? 'food') : undefined;
    if (store === undefined && demo === undefined) throw new Error(`--demo ${values.demo}: write food or device.`);
    return { store, demo, port, help: values.help === true };
  } catch (error) {
    throw new WrongCall(error instanceof Error ? error.message : String(error));
  }
}
