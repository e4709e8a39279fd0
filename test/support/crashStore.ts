import { type ChildProcess, fork } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database, { type Database as Handle } from 'better-sqlite3';
import { createApp } from '#main/app/createApp.ts';
import { verifyStore } from '#main/features/audit/verify.queries.ts';
import { seededRandom } from './chance.ts';
import { commandIdOf, crashCommand, crashExport, crashMasters, documentOf } from './crashWork.ts';

export type CrashReport = {
  kills: number;
  acknowledged: number;
  lost: number;
  /** Commands that were sent, or about to be, but not acknowledged when the program was killed. */
  inFlight: number;
  /** Those of them that the store has all the same. */
  kept: number;
  /** Kills before the store was open. */
  opening: number;
  findings: string[];
};

/** A store lives through so many kills before the next one begins, so that checking it stays quick. */
const killsPerStore = 20;
const lanes = 2;

/** Kills a program that writes, again and again, and looks at what it left each time. When a kill strikes differs from machine to machine, what is tried does not. */
export async function crashCycles({ kills, seed }: { kills: number; seed: number }): Promise<CrashReport> {
  const report: CrashReport = { kills: 0, acknowledged: 0, lost: 0, inFlight: 0, kept: 0, opening: 0, findings: [] };
  const random = seededRandom(seed);
  const stores = Array.from({ length: Math.ceil(kills / killsPerStore) }, (_, index) =>
    Math.min(killsPerStore, kills - index * killsPerStore),
  );
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = stores.pop(); next !== undefined; next = stores.pop()) await crashOneStore(next, random, report);
    }),
  );
  return report;
}

async function crashOneStore(kills: number, random: () => number, report: CrashReport): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-crash-'));
  try {
    let known = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      // The first kill of a store comes while it is being made, and some others while it is opened.
      const isOpening = kill === 0 || random() < 0.05;
      await runAndKill(folder, known + 1, { isOpening, after: isOpening ? random() * 150 : 5 + random() * 195 });
      report.kills += 1;
      report.opening += isOpening ? 1 : 0;
      known = look(folder, report);
    }
    report.acknowledged += known;
    // The last command in flight is sent again too, and the program may end as it should.
    await runToEnd(folder, known + 1);
    report.acknowledged += look(folder, report) - known;
    const left = readdirSync(folder).filter((name) => /-(wal|shm)$/.test(name));
    if (left.length > 0) report.findings.push(`after an orderly end there is still ${left.join(', ')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const childFile = fileURLToPath(new URL('./crashChild.ts', import.meta.url));

function start(
  folder: string,
  first: number,
  last?: number,
): { child: ChildProcess; ended: Promise<number | null>; errors: () => string } {
  const child = fork(childFile, [folder, String(first), ...(last === undefined ? [] : [String(last)])], {
    execArgv: [],
    silent: true,
  });
  let errors = '';
  child.stderr?.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended, errors: () => errors };
}

async function runAndKill(folder: string, first: number, when: { isOpening: boolean; after: number }): Promise<void> {
  const { child, ended, errors } = start(folder, first);
  const awaited = when.isOpening ? 'opening' : 'ready';
  const reached = new Promise<void>((resolve) => child.on('message', (message) => message === awaited && resolve()));
  const early = await Promise.race([reached.then(() => false), ended.then(() => true)]);
  if (early) throw new Error(`the program ended before it was killed: ${errors()}`);
  await pause(when.after);
  child.kill('SIGKILL');
  await ended;
}

async function runToEnd(folder: string, last: number): Promise<void> {
  const { ended, errors } = start(folder, last, last);
  const code = await ended;
  if (code !== 0) throw new Error(`the program did not end as it should (${code}): ${errors()}`);
}

type Acknowledged = Map<number, string>;

function readAcknowledged(folder: string): Acknowledged {
  const file = join(folder, 'acknowledged');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  return new Map(lines.map((line) => [Number(line.split(' ')[0]), line.slice(line.indexOf(' ') + 1)]));
}

/** Looks at what a killed program left; answers the number of the last acknowledged command. */
function look(folder: string, report: CrashReport): number {
  const acknowledged = readAcknowledged(folder);
  const last = Math.max(0, ...acknowledged.keys());
  const say = (finding: string): void => void report.findings.push(finding);
  const file = join(folder, 'plant.lotline');
  if (!existsSync(file)) {
    if (last > 0) say(`the store is gone, with ${last} commands acknowledged`);
    return last;
  }
  // Opened for writing, as a program would: this is where the log is recovered.
  const db = new Database(file);
  try {
    const quick = db.pragma('quick_check', { simple: true });
    if (quick !== 'ok') say(`quick_check: ${String(quick)}`);
    for (const { code, message } of verifyStore(db, () => undefined).problems) say(`${code}: ${message}`);
    compare(db, acknowledged, last, report, say);
  } finally {
    db.close();
  }
  return last;
}

/** acknowledged ⊆ store ⊆ acknowledged and the one command in flight, each of them whole. */
function compare(
  db: Handle,
  acknowledged: Acknowledged,
  last: number,
  report: CrashReport,
  say: (finding: string) => void,
): void {
  const entries = db
    .prepare<[], { id: string; outcome: string; times: number }>(
      "select command_id as id, outcome, count(*) as times from audit_entry where command_id like 'crash-command-%' group by command_id, outcome",
    )
    .all();
  const movements = new Map(
    db
      .prepare<[], { document: string; rows: number }>(
        'select document, count(*) as rows from movement group by document',
      )
      .all()
      .map((row) => [row.document, row.rows]),
  );
  for (const [number, outcome] of acknowledged) {
    const due = crashCommand(number, '');
    if (outcome !== due.outcome) say(`command ${number} was ${outcome}, due was ${due.outcome}`);
    const found = entries.find((entry) => entry.id === due.id && entry.outcome === due.outcome);
    if (found === undefined) {
      report.lost += 1;
      say(`command ${number} was acknowledged and is lost`);
    } else if (found.outcome === 'done' && found.times !== 1) say(`command ${number} took effect ${found.times} times`);
    if ((movements.get(documentOf(number)) ?? 0) !== due.movements)
      say(`command ${number} has ${movements.get(documentOf(number)) ?? 0} movements, not ${due.movements}`);
  }
  report.inFlight += 1;
  const inFlight = crashCommand(last + 1, '');
  const kept = entries.find((entry) => entry.id === inFlight.id);
  if (kept !== undefined) report.kept += 1;
  const half = movements.get(documentOf(last + 1)) ?? 0;
  if (half !== (kept?.outcome === 'done' ? inFlight.movements : 0))
    say(`command ${last + 1}, which was in flight, was done by half: ${half} movements`);
  const known = new Set([...acknowledged.keys()].map(commandIdOf));
  const strangers = entries.filter(({ id }) => !known.has(id) && id !== inFlight.id);
  if (strangers.length > 0) say(`the store has ${strangers.map(({ id }) => id).join(', ')}, which were never sent`);
  const all = [...movements.values()].reduce((sum, rows) => sum + rows, 0);
  const due = [...acknowledged.keys()].reduce((sum, number) => sum + crashCommand(number, '').movements, 0) + half;
  if (all !== due) say(`the store has ${all} movements, due were ${due}`);
}

export type Cut = { bytes: number; kept: number };

/**
 * A store whose log lost its end, cut off or come back as zeros, as after a power loss: each copy must open
 * with exactly the commits that lie before the cut, and take the next command.
 */
export async function cutLogs({
  cuts,
  commands,
  seed,
}: {
  cuts: number;
  commands: number;
  seed: number;
}): Promise<{ cuts: Cut[]; findings: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-cut-'));
  const random = seededRandom(seed);
  const findings: string[] = [];
  try {
    const file = join(folder, 'plant.lotline');
    const ends = await writeLog(folder, file, commands);
    const size = statSync(`${file}-wal`).size;
    const made: Cut[] = [];
    for (let index = 0; index < cuts; index += 1) {
      const bytes = Math.floor(random() * size);
      const kept = ends.filter((end) => end <= bytes).length;
      const copy = join(folder, `cut-${index}`);
      mkdirSync(copy);
      copyFileSync(file, join(copy, 'plant.lotline'));
      copyFileSync(`${file}-wal`, join(copy, 'plant.lotline-wal'));
      if (index % 2 === 0) truncateSync(join(copy, 'plant.lotline-wal'), bytes);
      else
        writeFileSync(
          join(copy, 'plant.lotline-wal'),
          Buffer.concat([readFileSync(`${file}-wal`).subarray(0, bytes), Buffer.alloc(size - bytes)]),
        );
      findings.push(
        ...(await lookAtCut(join(copy, 'plant.lotline'), kept)).map(
          (finding) => `cut at ${bytes} of ${size}: ${finding}`,
        ),
      );
      made.push({ bytes, kept });
    }
    return { cuts: made, findings };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills a log and leaves it there; answers where in it each commit ends. The files are copied while the program runs. */
async function writeLog(folder: string, file: string, commands: number): Promise<number[]> {
  const masters = layDown(join(folder, 'masters'), crashMasters);
  const first = await createApp({ file, mode: 'create', host: 'test' });
  await first.call(first.open(), {
    operation: 'exchange.import',
    input: { source: { kind: 'path', path: masters } },
    commandId: 'crash-masters',
  });
  await first.close();
  const app = await createApp({ file, mode: 'write', host: 'test' });
  const me = app.open();
  const ends: number[] = [];
  for (let number = 1; number <= commands; number += 1) {
    const exported =
      number % 7 === 3 ? layDown(join(folder, `export-${number}`), { 'movements.csv': crashExport(number) }) : '';
    const { id, operation, input } = crashCommand(number, exported);
    await app.call(me, { operation, input, commandId: id }).catch(() => undefined);
    ends.push(statSync(`${file}-wal`).size);
  }
  const still = join(folder, 'still');
  mkdirSync(still);
  for (const ending of ['', '-wal']) copyFileSync(file + ending, join(still, `plant.lotline${ending}`));
  await app.close();
  for (const ending of ['', '-wal']) copyFileSync(join(still, `plant.lotline${ending}`), file + ending);
  return ends;
}

async function lookAtCut(file: string, kept: number): Promise<string[]> {
  const findings: string[] = [];
  const app = await createApp({ file, mode: 'write', host: 'test' });
  try {
    const { db } = app.store.reader();
    findings.push(...verifyStore(db, () => undefined).problems.map(({ code, message }) => `${code}: ${message}`));
    const found = db
      .prepare<[], string>("select command_id from audit_entry where command_id like 'crash-command-%' order by seq")
      .pluck()
      .all();
    const due = Array.from({ length: kept }, (_, index) => commandIdOf(index + 1));
    if (found.join() !== due.join()) findings.push(`${found.length} commands are there, due were ${kept}`);
    const movements = db.prepare<[], number>('select count(*) from movement').pluck().get();
    const dueMovements = due.reduce((sum, _, index) => sum + crashCommand(index + 1, '').movements, 0);
    if (movements !== dueMovements) findings.push(`${movements} movements are there, due were ${dueMovements}`);
    const { id, operation, input } = crashCommand(1000, '');
    await app.call(app.open(), { operation, input, commandId: id });
    findings.push(
      ...verifyStore(db, () => undefined).problems.map(
        ({ code, message }) => `after one more command ${code}: ${message}`,
      ),
    );
  } finally {
    await app.close();
  }
  return findings;
}

function layDown(path: string, files: Record<string, string>): string {
  mkdirSync(path, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}
