import { describe, expect, it } from 'vitest';
import { filesBelow, sourceFolders } from '../../scripts/sources.ts';
import { lintedFiles, lintPlanted, root } from './lintCopy.ts';
import { allowed, type Plant, refused } from './plants.ts';

/** A boundary check that reads no files passes silently; so each rule is broken once, and must be seen to be. */
const importing = ([, specifier]: Plant): string =>
  `import * as known from '${specifier}';\nexport const use = known;\n`;
const planted = (plants: readonly Plant[]): Record<string, string> =>
  Object.fromEntries(plants.map((plant) => [plant[0], importing(plant)]));

describe('who may know whom', () => {
  const breaches = lintPlanted(planted(refused));
  const clean = lintPlanted(planted(allowed));

  it('reads every planted file', () => {
    expect(breaches.files).toBe(new Set(refused.map(([from]) => from)).size);
    expect(clean.files).toBe(new Set(allowed.map(([from]) => from)).size);
  });

  it.each(refused)('refuses %s an import of %s', (from) => {
    expect([...(breaches.rules.get(from) ?? [])]).toContain('house(folders)');
  });

  it.each(allowed)('allows %s an import of %s', (from) => {
    expect(clean.messages.get(from) ?? []).toEqual([]);
  });
});

describe('every way of naming another file', () => {
  const ways = {
    'import type': `import type { Store } from '#main/store/store.ts';\nexport type Kept = Store;\n`,
    'export from': `export { store } from '#main/store/store.ts';\n`,
    'export type from': `export type { Store } from '#main/store/store.ts';\n`,
    'export all': `export * from '#main/store/store.ts';\n`,
    'import for its effect': `import '#main/store/store.ts';\n`,
    'import()': `export const load = () => import('#main/store/store.ts');\n`,
    'import() of a computed path': 'export const load = (name: string) => import(`#main/${name}.ts`);\n',
    'type import()': `export type Store = import('#main/store/store.ts').Store;\n`,
    'worker address': `export const address = new URL('../store/store.worker.ts', import.meta.url);\n`,
  };
  const files = Object.fromEntries(Object.values(ways).map((text, index) => [`src-main/trace/way${index}.ts`, text]));
  const lint = lintPlanted(files);

  it.each(Object.keys(ways).map((way, index) => [way, `src-main/trace/way${index}.ts`] as const))(
    '%s is judged',
    (_way, file) => {
      expect([...(lint.rules.get(file) ?? [])]).toContain('house(folders)');
    },
  );
});

describe('the other rules of the house', () => {
  const rules: readonly (readonly [what: string, rule: string, file: string, text: string])[] = [
    ['a folder without a row', 'house(folders)', 'src-main/attic/a.ts', 'export const a = 1;\n'],
    ['a file in a tree but in no folder', 'house(folders)', 'src-shared/loose.ts', 'export const a = 1;\n'],
    [
      'a value imported where types only may be',
      'house(folders)',
      'src-main/context/a.ts',
      `import { store } from '#main/store/store.ts';\nexport const a = store;\n`,
    ],
    ['Date.now in src-shared', 'house(given-time)', 'src-shared/kernel/a.ts', 'export const a = Date.now();\n'],
    ['new Date() in src-shared', 'house(given-time)', 'src-shared/lots/a.ts', 'export const a = new Date();\n'],
    ['Date() in src-shared', 'house(given-time)', 'src-shared/lots/b.ts', 'export const a = Date();\n'],
    ['Math.random in the ledger', 'house(given-time)', 'src-main/ledger/a.ts', 'export const a = Math.random();\n'],
    [
      'randomUUID in a feature',
      'house(given-time)',
      'src-main/features/lots/a.ts',
      `import { randomUUID } from 'node:crypto';\nexport const a = randomUUID();\n`,
    ],
    [
      'crypto.randomUUID in trace',
      'house(given-time)',
      'src-main/trace/a.ts',
      'export const a = crypto.randomUUID();\n',
    ],
    [
      'performance.now in documents',
      'house(given-time)',
      'src-main/documents/a.ts',
      'export const a = performance.now();\n',
    ],
    [
      'SQL in a command',
      'house(sql)',
      'src-main/features/lots/lots.commands.ts',
      `export const a = 'select id from lot';\n`,
    ],
    ['SQL in the ledger', 'house(sql)', 'src-main/ledger/j.ts', `export const a = 'select id from unit';\n`],
    [
      'waiting in the ledger',
      'house(no-waiting)',
      'src-main/ledger/k.ts',
      'export const a = async (): Promise<void> => undefined;\n',
    ],
    [
      'SQL in the app',
      'house(sql)',
      'src-main/app/a.ts',
      'export const a = (id: number) => `update lot set note = ${id}`;\n',
    ],
    [
      'a prepared statement in a host',
      'house(sql)',
      'src-main/hosts/http/a.ts',
      'export const a = (db: { prepare(text: string): unknown }, text: string) => db.prepare(text);\n',
    ],
    ['any', 'typescript(no-explicit-any)', 'src-shared/kernel/b.ts', 'export const a = (b: any): unknown => b;\n'],
    [
      'a promise nobody waits for',
      'typescript(no-floating-promises)',
      'src-main/app/b.ts',
      'export const a = (job: () => Promise<void>): void => {\n  job();\n};\n',
    ],
    [
      'an "as" without a word',
      'house(commented-as)',
      'src-shared/kernel/c.ts',
      'export const a = (b: unknown): string => b as string;\n',
    ],
    ['a default export', 'import(no-default-export)', 'src-shared/kernel/d.ts', 'const a = 1;\nexport default a;\n'],
    [
      'process in src-shared',
      'eslint(no-restricted-globals)',
      'src-shared/kernel/e.ts',
      'export const a = process.pid;\n',
    ],
    [
      'the page in src-shared',
      'eslint(no-restricted-globals)',
      'src-shared/kernel/f.ts',
      'export const a = document.title;\n',
    ],
    [
      'fetch in a screen',
      'eslint(no-restricted-globals)',
      'src-renderer/features/lots/a.ts',
      `export const a = () => fetch('/');\n`,
    ],
    [
      'two files that need each other',
      'import(no-cycle)',
      'src-shared/orders/a.ts',
      `import { b } from './b.ts';\nexport const a = () => b;\n`,
    ],
    [
      'two files that need each other',
      'import(no-cycle)',
      'src-shared/orders/b.ts',
      `import { a } from './a.ts';\nexport const b = () => a;\n`,
    ],
    [
      'two files whose types need each other',
      'import(no-cycle)',
      'src-main/ledger/c.ts',
      `import type { D } from './d.ts';\nexport type C = { d: D };\n`,
    ],
    [
      'two files whose types need each other',
      'import(no-cycle)',
      'src-main/ledger/d.ts',
      `import type { C } from './c.ts';\nexport type D = { c: C };\n`,
    ],
    [
      'a cycle over whole paths',
      'import(no-cycle)',
      'src-main/store/a.ts',
      `import { b } from '#main/store/b.ts';\nexport const a = () => b;\n`,
    ],
    [
      'a cycle over whole paths',
      'import(no-cycle)',
      'src-main/store/b.ts',
      `import { a } from '#main/store/a.ts';\nexport const b = () => a;\n`,
    ],
  ];
  const lint = lintPlanted(Object.fromEntries(rules.map(([, , file, text]) => [file, text])));

  it.each(rules)('%s is reported (%s)', (_what, rule, file) => {
    expect([...(lint.rules.get(file) ?? [])]).toEqual([rule]);
  });

  it('leaves alone what only looks like a breach', () => {
    const fine = {
      'src-shared/kernel/a.ts': `export const a = (text: string) => /a/.exec(text);\nexport const b = new Date(0);\nexport const c = ['a'] as const;\n// A key of the closed list.\nexport const d = (e: unknown) => e as string;\n`,
      'src-main/app/a.ts': `export const a = 'Select a lot from the list.';\nexport const now = () => Date.now();\n`,
      'src-main/features/lots/lots.queries.ts': `export const a = 'select id from lot';\n`,
      'src-main/store/a.ts': `export const a = 'select id from lot';\n`,
      'test/support/a.ts': `export const a = new URL('../../src-main/start.ts', import.meta.url);\n`,
      'src-main/context/a.ts': `import type { Store } from '#main/store/a.ts';\nexport type A = Store;\n`,
      'src-renderer/client/a.ts': `export const a = () => fetch('/');\n`,
    };
    const found = lintPlanted(fine);
    expect(Object.fromEntries(found.messages)).toEqual({});
    expect(found.files).toBe(Object.keys(fine).length);
  });
});

it('the linter reads every source file of the project', () => {
  const ours = sourceFolders
    .flatMap((folder) => filesBelow(root, folder))
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path));
  expect(ours.length).toBeGreaterThan(100);
  expect(lintedFiles(sourceFolders).toSorted()).toEqual(ours.toSorted());
});
