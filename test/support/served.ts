import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DemoPlant } from '#shared/exchange/contract.ts';
import { copyPrepared } from './prepared.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'scripts', 'start.mjs');
const filler = join(root, 'test', 'support', 'fillStore.ts');

/** Lotline as a person starts it: its own process, a store of its own, and the address it printed. */
export type Served = {
  /** With the token that works once. */
  address: string;
  /** The store's file. */
  file: string;
  /** Ends the program as its person would, and waits until it is gone. */
  stop: () => Promise<void>;
  /** Kills the program as a crash would, starts it again on the same store, and answers the new address. */
  crash: () => Promise<string>;
  /** What the program said on its console, beside the address. */
  said: () => string;
};

/** What a served store holds (fillStore.ts). */
export type Filling = DemoPlant | 'people' | 'versions' | 'uneven' | 'asleep' | 'away';

/** Serves a new store on the loopback address, with something in it when that is named. Gone again after `stop`. */
export async function serveStore(filling?: Filling): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-screens-'));
  const store = join(folder, 'screens.lotline');
  if (filling !== undefined) await copyPrepared(`served-${filling}.lotline`, store, (file) => fill(file, filling));
  let running = await start(store, folder);
  return {
    address: running.address,
    file: store,
    stop: async () => {
      await running.end('SIGTERM');
      freePorts.push(Number(new URL(running.address).port));
      rmSync(folder, { recursive: true, force: true });
    },
    crash: async () => {
      await running.end('SIGKILL');
      running = await start(store, folder);
      return running.address;
    },
    said: () => running.said(),
  };
}

type Running = { address: string; said: () => string; end: (signal: NodeJS.Signals) => Promise<void> };

/** Ports of programs that were stopped: what a browser has compiled of the screens, it knows by their address. */
const freePorts: number[] = [];

/** `home` is where the program keeps what belongs to its person and to no store. */
async function start(store: string, home: string): Promise<Running> {
  const port = freePorts.pop();
  if (port === undefined) return await startAt(0, store, home);
  // Somebody else may have taken it meanwhile.
  return await startAt(port, store, home).catch(() => startAt(0, store, home));
}

async function startAt(port: number, store: string, home: string): Promise<Running> {
  const child = spawn(process.execPath, [program, 'cli', 'serve', '--port', String(port), '--store', store], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: home, XDG_DATA_HOME: home, LOCALAPPDATA: home },
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('http://127.0.0.1:')) resolve(line.trim());
    });
    void gone.then(() => reject(new Error(`Lotline ended before it printed an address. ${complaints}`)));
  });
  return {
    address,
    said: () => complaints,
    end: async (signal) => {
      child.kill(signal);
      await gone;
    },
  };
}

function fill(store: string, filling: Filling): void {
  const { status, stderr } = spawnSync(process.execPath, [filler, filling, store], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the store with ${filling} was not made: ${stderr}`);
}
