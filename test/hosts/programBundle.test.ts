import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** A project of its own, whose sources can be edited: all that a start and a build look at. */
let project: string;
const at = (path: string): string => join(project, path);
const bundle = 'out/program/launcher.js';
const usage = 'src-main/hosts/cli/usage.ts';
const copy = (from: string, to: string): void => cpSync(from, to, { recursive: true, preserveTimestamps: true });
const keep = (path: string): void => copy(at(path), at(`kept/${path}`));
const restore = (path: string): void => copy(at(`kept/${path}`), at(path));

function lotline(...args: string[]): string {
  const home = at('home');
  const { stdout, stderr, status } = spawnSync(process.execPath, [at('scripts/start.mjs'), 'cli', ...args], {
    encoding: 'utf8',
    env: { ...process.env, HOME: home, LOCALAPPDATA: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home },
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** Replaces what a file says, leaving its length; its time is then the one given, or the present. */
function edit(path: string, [from, to]: readonly [string, string], time?: Date): void {
  expect(from.length).toBe(to.length);
  const text = readFileSync(at(path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(at(path), text.replaceAll(from, to));
  if (time !== undefined) utimesSync(at(path), time, time);
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'lotline-bundle-'));
  for (const path of ['src-main', 'src-shared', 'scripts', 'resources', 'package.json', 'package-lock.json'])
    copy(join(root, path), at(path));
  symlinkSync(join(root, 'node_modules'), at('node_modules'), 'junction');
  keep(usage);
  // A copy's time is a little shorter than its original's.
  restore(usage);
  const build = [at('scripts/build.ts'), `program=${at('out/program')}`];
  const { status, stderr } = spawnSync(process.execPath, build, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  keep('out');
});
beforeEach(() => {
  restore(usage);
  restore('out');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the program in one file', () => {
  it('is what runs while the sources are those it was made of', () => {
    edit(bundle, ['Usage', 'BUILT']);
    expect(lotline('help')).toContain('BUILT');
  });

  it('imports, traces, draws and verifies as the sources do, with their workers, demo plants and fonts', () => {
    const store = at('home/plant.lotline');
    mkdirSync(at('home'), { recursive: true });
    lotline('demo', 'food', '--store', store);
    const asked = ['--product', 'APR-PUREE', '--lot', 'AP-0028', '--store', store];
    const bundled = JSON.parse(lotline('recall', ...asked, '--json'));
    expect(bundled.affected.length).toBeGreaterThan(3);
    lotline('recall', ...asked, '--pdf', at('home/recall.pdf'));
    expect(readFileSync(at('home/recall.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(JSON.parse(lotline('verify', '--store', store, '--json'))).toMatchObject({ ok: true });
    edit(usage, ['Usage', 'EDITS']);
    expect(JSON.parse(lotline('recall', ...asked, '--json'))).toEqual(bundled);
  });

  it.each([
    ['newer', undefined],
    ['older than the bundle, as one put back from elsewhere', new Date('2020-01-01T00:00:00Z')],
  ])('is left where it is when a source is %s', (_what, time) => {
    edit(usage, ['Usage', 'EDITS'], time);
    expect(lotline('help')).toContain('EDITS');
  });

  it('is left where it is when a source is longer, and as old', () => {
    const { atime, mtime } = statSync(at(usage));
    writeFileSync(at(usage), `${readFileSync(at(usage), 'utf8').replaceAll('Usage', 'EDITED')}`);
    utimesSync(at(usage), atime, mtime);
    expect(lotline('help')).toContain('EDITED');
  });

  it.each([
    ['is cut off', () => truncateSync(at(bundle), 1_000_000)],
    ['is empty', () => truncateSync(at(bundle))],
    ['is gone', () => unlinkSync(at(bundle))],
    ['does not say what it was made of', () => unlinkSync(at('out/program/made-of.json'))],
    ['says it so that it cannot be read', () => writeFileSync(at('out/program/made-of.json'), '{"src-main')],
  ])('is done without when it %s', (_what, damage) => {
    edit(bundle, ['Usage', 'BUILT']);
    damage();
    expect(lotline('help')).toMatch(/^Usage/m);
  });
});
