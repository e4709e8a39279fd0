import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { digestOf } from './digest.ts';
import { notRun } from './notRun.ts';

const folder = fileURLToPath(new URL('../../node_modules/.cache/lotline-passed/', import.meta.url));

/**
 * For tests of a file that take long and depend on nothing but these files and folders: where all of them passed with
 * the very same ones, they are not run again, and say so. A fresh clone runs them, and so does `npm run soak`. Answers
 * whether they are left out.
 */
export function leaveOutUnchanged(name: string, inputs: readonly string[]): boolean {
  const digest = digestOf(inputs, `${process.version} ${process.platform} ${process.arch}`);
  const stamp = join(folder, name);
  const isKnown = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  const isLeftOut = isKnown && process.env['LOTLINE_ALWAYS'] === undefined;
  let passed = 0;
  let others = 0;
  beforeEach((context) => {
    if (isLeftOut) notRun(context, 'it passed before, and nothing that it depends on has changed since');
  });
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') others += 1;
    else passed += 1;
  });
  afterAll(() => {
    if (isLeftOut || others > 0 || passed === 0) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(stamp, digest);
  });
  return isLeftOut;
}
