import fs from 'node:fs';
import { flushCompileCache, syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';

/**
 * Loaded before a program that is to be killed at a certain step: every statement and every change of a file or of its
 * name counts as one. KILL_AT=n ends the program as the system would, without a last word, before step n;
 * without it the program runs to its end and says how many steps there were.
 */
const at = Number(process.env['KILL_AT'] ?? 0);
let steps = 0;
function step(): void {
  steps += 1;
  if (steps !== at) return;
  // The next one need not compile what this one did.
  flushCompileCache();
  process.kill(process.pid, 'SIGKILL');
}

type Method = (this: unknown, ...given: unknown[]) => unknown;
type Counted = Record<string, Method | undefined>;

function count(owner: object, name: string): void {
  // The driver's and Node's own methods; which they are is named below.
  const methods = owner as Counted;
  const method = methods[name];
  if (method === undefined) throw new Error(`there is no ${name}`);
  methods[name] = function (this: unknown, ...given: unknown[]): unknown {
    step();
    return method.apply(this, given);
  };
}

const probe = new Database(':memory:');
// A statement's class has no name of its own to import.
const statement = Object.getPrototypeOf(probe.prepare('select 1')) as object;
for (const name of ['run', 'get', 'all']) count(statement, name);
for (const name of ['exec', 'pragma']) count(Database.prototype, name);
for (const name of ['renameSync', 'linkSync', 'rmSync', 'writeFileSync', 'fsyncSync', 'openSync']) count(fs, name);
syncBuiltinESMExports();
process.on('exit', () => process.send?.({ steps }));
