import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quarter } from './measure.ts';
import {
  answerOfRows,
  figuresSql,
  indexSql,
  type PlainRows,
  schemaSql,
  type Walk,
  walkAnswer,
  walkSql,
} from './peers.ts';

/** A peer that runs outside this process: it is timed by its own clock, so that no driver counts against it. */
export type ServerPeer = {
  name: string;
  walk(walk: Walk, rounds: number): { ms: number; answer: string };
  figures(walk: Walk, rounds: number): { ms: number; answer: string };
  close(): void;
};

/** PostgreSQL, when its server programs are installed; undefined elsewhere. */
export function postgresPeer(folder: string, rows: PlainRows): ServerPeer | undefined {
  const bin = postgresFolder();
  if (bin === undefined) return undefined;
  const data = join(folder, 'postgres');
  mkdirSync(data, { mode: 0o777 });
  const asServer = (command: string): string => {
    // The server refuses to run as root, so it gets the account its package made.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) execFileSync('chown', ['-R', 'postgres', data]);
    return isRoot
      ? execFileSync('su', ['postgres', '-s', '/bin/sh', '-c', command], { encoding: 'utf8' })
      : execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8' });
  };
  execFileSync('chmod', ['a+rx', folder]);
  asServer(`${bin}/initdb -D ${data} -A trust --no-sync > /dev/null`);
  const options = `-c listen_addresses='' -c unix_socket_directories=${data} -c shared_buffers=1GB -c work_mem=512MB -c fsync=off -c jit=off`;
  asServer(`${bin}/pg_ctl -D ${data} -o "${options}" -l ${data}/log -w start > /dev/null`);
  const psql = (input: string): string =>
    execFileSync('psql', ['-h', data, '-U', 'postgres', '-X', '-q', '-A', '-t', '-F', ' ', 'postgres'], {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
  fill(
    folder,
    rows,
    (table, file) => psql(`\\copy ${table} from '${file}' with (format csv)`),
    (sql) => psql(`${sql};`),
  );
  psql('vacuum analyze');
  const timed = (sql: string, rounds: number): { ms: number; lines: string[] } =>
    timesOf(psql(`\\timing on\n${`${sql};\n`.repeat(rounds + 1)}`), /^Time: ([\d.]+) ms/);
  return peerOf('PostgreSQL recursive query', timed, () =>
    asServer(`${bin}/pg_ctl -D ${data} -m immediate -w stop > /dev/null`),
  );
}

/** DuckDB, when its command line is installed; undefined elsewhere. */
export function duckdbPeer(folder: string, rows: PlainRows): ServerPeer | undefined {
  if (spawnSync('duckdb', ['-version']).status !== 0) return undefined;
  const file = join(folder, 'peer.duckdb');
  const duckdb = (input: string): string =>
    execFileSync('duckdb', [file], {
      input: `.mode list\n.separator ' '\n.headers off\n${input}`,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
  fill(
    folder,
    rows,
    (table, csv) => duckdb(`copy ${table} from '${csv}' (format csv);`),
    (sql) => duckdb(`${sql};`),
  );
  const timed = (sql: string, rounds: number): { ms: number; lines: string[] } =>
    timesOf(duckdb(`.timer on\n${`${sql};\n`.repeat(rounds + 1)}`), /^Run Time \(s\): real ([\d.]+)/, 1000);
  return peerOf('DuckDB recursive query', timed, () => undefined);
}

function postgresFolder(): string | undefined {
  const parent = '/usr/lib/postgresql';
  if (!existsSync(parent)) return undefined;
  return readdirSync(parent)
    .map((version) => join(parent, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

function fill(
  folder: string,
  { edges, isUnit, lines }: PlainRows,
  copy: (table: string, file: string) => void,
  run: (sql: string) => void,
): void {
  for (const sql of schemaSql) run(sql);
  const write = (table: string, count: number, row: (i: number) => string): void => {
    const file = join(folder, `${table}.csv`);
    writeFileSync(file, Array.from({ length: count }, (_, i) => `${row(i)}\n`).join(''));
    copy(table, file);
  };
  write('node', isUnit.length - 1, (i) => `${i + 1},${isUnit[i + 1]}`);
  write('edge', edges.source.length, (i) => `${edges.source[i]},${edges.target[i]}`);
  write(
    'line',
    lines.unit.length,
    (i) => `${lines.unit[i]},${lines.kind[i]},${lines.reference[i]},${lines.product[i]},${lines.amount[i]}`,
  );
  for (const sql of indexSql) run(sql);
}

type Timed = (sql: string, rounds: number) => { ms: number; lines: string[] };

/** What a quarter of the times a client printed are less than, the first left out, and the rows of the last answer. */
function timesOf(output: string, pattern: RegExp, factor = 1): { ms: number; lines: string[] } {
  const times: number[] = [];
  let lines: string[] = [];
  let last: string[] = [];
  for (const line of output.split('\n')) {
    const match = pattern.exec(line);
    if (match === null) {
      if (line.trim() !== '') lines.push(line.trim());
    } else {
      times.push(Number(match[1]) * factor);
      last = lines;
      lines = [];
    }
  }
  return { ms: quarter(times.slice(1)), lines: last };
}

function peerOf(name: string, timed: Timed, close: () => void): ServerPeer {
  return {
    name,
    walk(walk, rounds) {
      const { ms, lines } = timed(walkSql(walk), rounds);
      const [units, ids] = (lines[0] ?? '').split(' ');
      return { ms, answer: walkAnswer(Number(units), BigInt(ids ?? 0)) };
    },
    figures(walk, rounds) {
      const { ms, lines } = timed(figuresSql(walk), rounds);
      const rows = lines
        .map((line) => line.split(' '))
        .map(([kind, reference, product, total]) => ({
          kind: Number(kind),
          reference: Number(reference),
          product: Number(product),
          total: total ?? '',
        }));
      return { ms, answer: answerOfRows(rows) };
    },
    close,
  };
}
