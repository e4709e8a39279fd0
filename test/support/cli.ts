import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runCli } from '#main/hosts/cli/main.ts';
import './home.ts';
import { buildFolder, buildProduct, buildReceipt, type Cells, csvFiles, type ExportTables } from './exportFiles.ts';

export { readSecret } from '#main/hosts/cli/terminal.ts';

export type Ended = { exit: number | null; out: string; err: string };

/** What the program wrote as JSON. */
export const jsonOf = (ended: Ended): unknown => JSON.parse(ended.out);

export type Session = {
  file: string;
  folder: string;
  /** Runs a command on the session's store in this process: quick, and the same code but for the launcher. */
  run(...args: string[]): Promise<Ended>;
  /** The same with a text on standard input. */
  runWith(input: string, ...args: string[]): Promise<Ended>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** A folder with a store that is not there yet. */
export async function buildSession(): Promise<Session> {
  const folder = await mkdtemp(join(tmpdir(), 'lotline-cli-'));
  const file = join(folder, 'store.lotline');
  const runWith = (input: string, ...args: string[]) => runHere([...args, '--store', file], { input });
  return {
    file,
    folder,
    run: (...args) => runWith('', ...args),
    runWith,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Runs a command in this process. `onSay` hears every line of standard error at once, and may call `stop`. */
export async function runHere(
  args: readonly string[],
  { input = '', onOpen }: { input?: string; onOpen?: (stop: () => void) => void } = {},
): Promise<Ended> {
  let [out, err] = ['', ''];
  const exit = await runCli(
    args,
    { serve: () => Promise.reject(new Error('no test serves in its own process')) },
    {
      out: async (text) => void (out += text),
      say: (line) => void (err += `${line}\n`),
      progress: () => undefined,
      input: Readable.from([input]),
      secret: async (_question, variable = 'LOTLINE_PASSWORD') => process.env[variable] ?? '',
      onStop(stop) {
        onOpen?.(stop);
        return () => undefined;
      },
    },
  );
  return { exit, out, err };
}

const start = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

/** Starts the program as a person does: from its bundle, where there is one of the sources as they stand. */
export const startProgram = (args: readonly string[], environment: Record<string, string> = {}): ChildProcess =>
  spawn(process.execPath, [start, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });

/** Runs the program to its end. */
export async function runProgram(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const program = startProgram(args, environment);
  program.stdin?.end();
  return await untilEnd(program);
}

export function untilEnd(program: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const said = { out: '', err: '' };
    program.stdout?.setEncoding('utf8').on('data', (text: string) => void (said.out += text));
    program.stderr?.setEncoding('utf8').on('data', (text: string) => void (said.err += text));
    program.once('error', reject);
    program.once('close', (exit) => resolve({ exit, ...said }));
  });
}

/** The first line of standard output that fits. */
export function lineOf(program: ChildProcess, fits: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    program.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const line = said
        .split('\n')
        .slice(0, -1)
        .find((candidate) => fits.test(candidate));
      if (line !== undefined) resolve(line);
    });
    program.once('close', (exit) => reject(new Error(`ended with ${exit} and said: ${said}`)));
  });
}

/** A dairy: milk of one supplier goes into cheese, and the cheese to one customer. */
export const buildDairy = (movements: readonly Cells[] = []): ExportTables => ({
  products: [buildProduct({ code: 'MILK' }), buildProduct({ code: 'CHEESE', name: 'Cheese' })],
  partners: [
    { code: 'S001', name: 'Meadow Dairy', kind: 'supplier' },
    { code: 'C001', name: 'Corner Shop', kind: 'customer' },
  ],
  locations: [
    { code: 'DOCK', name: 'Dock', site: 'MAIN', kind: 'dock' },
    { code: 'COLD', name: 'Cold room', site: 'MAIN', kind: 'storage' },
  ],
  lots: [{ product: 'MILK', lot: 'L-1', supplier: 'S001', supplier_lot: 'MD/77' }],
  movements: [
    buildReceipt({ to: 'COLD', status: 'A', lot: 'L-1', quantity: '10' }),
    {
      at: '2026-01-06T06:00:00Z',
      kind: 'consumption',
      document: 'WO-1',
      product: 'MILK',
      lot: 'L-1',
      quantity: '8',
      from: 'COLD',
      status_from: 'A',
      work_order: 'WO-1',
    },
    {
      at: '2026-01-06T08:00:00Z',
      kind: 'output',
      document: 'WO-1',
      product: 'CHEESE',
      lot: 'K-1',
      quantity: '2',
      to: 'COLD',
      status: 'A',
      work_order: 'WO-1',
    },
    {
      at: '2026-01-07T08:00:00Z',
      kind: 'shipment',
      document: 'DN-1',
      product: 'CHEESE',
      lot: 'K-1',
      quantity: '1.5',
      from: 'COLD',
      status_from: 'A',
      partner: 'C001',
    },
    ...movements,
  ],
});

export const dairyFiles = (movements: readonly Cells[] = []): Record<string, string> => csvFiles(buildDairy(movements));

/** A receipt of so many lots, for an answer too long for a pipe's buffer and an import that takes a while. */
export const manyReceipts = (count: number): Cells[] =>
  Array.from({ length: count }, (_, index) =>
    buildReceipt({
      at: '2026-01-08T06:00:00Z',
      document: `GRN-${index}`,
      lot: `M-${String(index).padStart(6, '0')}`,
      to: 'COLD',
      status: 'A',
    }),
  );

export type Dairy = Session & { source: string };

/** A session whose store holds the dairy, and the export it came from. */
export async function openDairy(): Promise<Dairy> {
  const source = await buildFolder(dairyFiles());
  const session = await buildSession();
  const { exit, err } = await session.run('import', source.path);
  if (exit !== 0) throw new Error(err);
  return {
    ...session,
    source: source.path,
    async [Symbol.asyncDispose]() {
      await session[Symbol.asyncDispose]();
      await source[Symbol.asyncDispose]();
    },
  };
}
