import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, sourceFolders } from '../../scripts/sources.ts';
import { root } from './lintCopy.ts';

/** Files that may be longer than 400 lines, each with the reason. */
const longFiles: Readonly<Record<string, string>> = {};

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const rootFiles = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => name);
const isText = (path: string): boolean => /\.(?:[cm]?[jt]sx?|json|md|css|html|svg)$/.test(path);
const sources = sourceFolders.flatMap((folder) => filesBelow(root, folder)).filter(isText);
const documents = [
  ...rootFiles.filter(isText),
  '.npmrc',
  ...filesBelow(root, 'docs').filter(isText),
  ...filesBelow(root, '.ci'),
];
const linesWith = (paths: readonly string[], pattern: RegExp): string[] =>
  paths.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );

describe('the sources', () => {
  it('are short, or their length has a reason', () => {
    const long = sources.filter((path) => textOf(path).split('\n').length > 401);
    expect(long.filter((path) => !(path in longFiles))).toEqual([]);
    expect(Object.keys(longFiles).filter((path) => !long.includes(path))).toEqual([]);
  });

  it('leave no test out and focus none', () => {
    const left =
      /\b(?:it|test|describe|suite|bench)(?:\.\w+)*\.(?:only|skip|skipIf|runIf|todo|fixme)\b|\b[xf](?:it|describe)\(/;
    expect(
      linesWith(
        sources.filter((path) => path.startsWith('test/')),
        left,
      ),
    ).toEqual([]);
  });

  it('let no host have passwords digested at a low cost, as tests do', () => {
    const naming = linesWith(
      sources.filter((path) => path.startsWith('src-main/')),
      /passwordCost\b(?!.*settingsOf)/,
    ).map((line) => line.split(':')[0]);
    // Where it is handed in, and the setting of the store, which only rises.
    expect([...new Set(naming)].filter((path) => !path?.startsWith('src-main/features/'))).toEqual([
      'src-main/app/createApp.ts',
    ]);
  });

  it('hold no notes for later', () => {
    // Written so that the pattern does not find itself.
    const later = /\b(?:TO[D]O|FIXM[E]|XX[X]|HAC[K]|not implemente[d]|coming soo[n]|lorem ipsu[m])\b/;
    expect(linesWith([...sources, 'README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'], later)).toEqual([]);
  });

  it('switch no check off without a reason behind a double dash', () => {
    const off = /@ts-(?:ignore|nocheck|expect-error)|biome-ignore|(?:ox|es)lint-disable(?!.* -- \w)/;
    expect(
      linesWith(
        sources.filter((path) => path !== 'test/house/tidy.test.ts'),
        off,
      ),
    ).toEqual([]);
  });
});

describe('the packages', () => {
  // Only what is read here.
  const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
  const wanted = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  );

  it('have exact versions', () => {
    const exact = /^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter(([, version]) => !exact.test(version))).toEqual([]);
  });

  it('are locked with a digest and without an address', () => {
    const locked = textOf('package-lock.json');
    expect(locked).toContain('"integrity"');
    expect(locked).not.toContain('"resolved"');
  });

  it('come from whatever registry the machine has: none is named', () => {
    const named = /\bregistry\.[a-z]|npmjs\.|yarnpkg\.|https?:\/\/[^\s"'/]*(?:npm|registry)/i;
    expect(linesWith([...documents, ...sources.filter((path) => path !== 'test/house/tidy.test.ts')], named)).toEqual(
      [],
    );
  });

  it('are all in the lockfile, for every system', () => {
    type Locked = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>;
    // Only what is read here.
    const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Partial<Locked>> };
    const { dependencies, devDependencies, optionalDependencies } = packages[''] ?? {};
    expect({ dependencies, devDependencies, optionalDependencies }).toEqual({
      dependencies: manifest['dependencies'],
      devDependencies: manifest['devDependencies'],
      optionalDependencies: manifest['optionalDependencies'],
    });
    /** Where Node would find a package that the one at `from` asks for, from there upwards. */
    const isFound = (from: string, name: string): boolean =>
      `${from === '' ? '' : `${from}/`}node_modules/${name}` in packages ||
      (from !== '' && isFound(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name));
    const missing = Object.entries(packages).flatMap(([from, asked]) =>
      Object.keys({ ...asked.dependencies, ...asked.optionalDependencies })
        .filter((name) => !isFound(from, name))
        .map((name) => `${from}: ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the run of the checks', () => {
  it('is the command of the README', () => {
    const command = 'npm ci && npm test';
    expect(textOf('README.md').split('\n')).toContain(command);
    expect(textOf('.ci/run')).toMatch(new RegExp(`^ *${command}$`, 'm'));
    expect(statSync(join(root, '.ci/run')).mode & 0o100).toBe(0o100);
  });
});
