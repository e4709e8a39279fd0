import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dairy, openDairy, runHere } from '../support/cli.ts';

let dairy: Dairy;
let folder: string;
beforeAll(async () => {
  dairy = await openDairy();
  folder = await mkdtemp(join(tmpdir(), 'lotline-paths-'));
  await symlink('circle', join(folder, 'circle'));
});
afterAll(async () => {
  await dairy?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const ways: readonly (readonly [string, (path: string) => readonly string[]])[] = [
  ['backup', (path) => ['backup', path]],
  ['restore', (path) => ['restore', path]],
  ['import', (path) => ['import', path]],
  ['verify --anchor', (path) => ['verify', '--anchor', path]],
  ['store', (path) => ['stock', '--store', path]],
  ['a store to be made', (path) => ['import', '.', '--store', path]],
];

describe.each(ways)('%s', (_name, args) => {
  it.each([
    ['a name of 300 letters', () => join(folder, 'x'.repeat(300))],
    ['a path of 5,000 letters', () => join(folder, ...Array.from({ length: 50 }, () => 'x'.repeat(100)))],
    ['a link that leads to itself', () => join(folder, 'circle')],
    ['a folder that is a file', () => join(dairy.file, 'x')],
  ])('refuses %s in words', async (_what, path) => {
    const called = args(path());
    const ended = await runHere([...called, '--json', ...(called.includes('--store') ? [] : ['--store', dairy.file])]);
    expect(ended.exit, ended.err).not.toBe(0);
    expect(ended.err).not.toMatch(/INTERNAL|inside Lotline|\bat .*\.ts:/);
    expect(ended.err).not.toBe('');
  });
});
