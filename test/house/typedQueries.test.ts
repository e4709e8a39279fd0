import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './lintCopy.ts';

/** What is wrong is only seen to be by the compiler: each is compiled, in files of their own, in one run. */
const plants = {
  right: "tables.selectFrom('product').select(['code', 'lot_tracking as lotTracking']).where('code', '=', p.code)",
  'a table there is not': "tables.selectFrom('products').select('code').where('code', '=', p.code)",
  'a column there is not': "tables.selectFrom('product').select('lotTracking').where('code', '=', p.code)",
  'a column of another table': "tables.selectFrom('partner').select('lot_tracking').where('code', '=', p.code)",
  'a condition on a column there is not': "tables.selectFrom('product').select('code').where('codes', '=', p.code)",
  'a value of another type': "tables.selectFrom('product').select('code').where('version', '=', p.code)",
  'a parameter there is not': "tables.selectFrom('product').select('code').where('code', '=', p.codes)",
} as const;

const fileOf = (index: number): string => `plant${index}.ts`;

const uses = {
  'uses it rightly': 'read.all(asked, { code: "A" }).then(([row]) => row?.code.length)',
  'asks for a row’s field there is not': 'read.all(asked, { code: "A" }).then(([row]) => row?.name)',
  'leaves a value out': 'read.all(asked)',
  'gives a value of another type': 'read.all(asked, { code: 1 })',
  'adds a row without a column': 'work.add("place", [{ code: "A", site: "", kind: "", version: 1 }])',
  'adds a row of a table there is not': 'work.add("places", [])',
};

/** The planted files that do not compile. */
function refused(texts: readonly string[]): string[] {
  const copy = mkdtempSync(join(tmpdir(), 'lotline-types-'));
  try {
    for (const part of ['tsconfig.json', 'package.json']) cpSync(join(root, part), join(copy, part));
    for (const part of ['node_modules', 'src-main', 'src-shared'])
      symlinkSync(join(root, part), join(copy, part), 'junction');
    mkdirSync(join(copy, 'planted'));
    for (const [index, text] of texts.entries()) writeFileSync(join(copy, 'planted', fileOf(index)), text);
    writeFileSync(join(copy, 'planted/tsconfig.json'), '{ "extends": "../tsconfig.json", "include": ["."] }');
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync(process.execPath, [compiler, '-p', 'planted', '--pretty', 'false'], {
      cwd: copy,
      encoding: 'utf8',
    });
    const wrong = [...stdout.matchAll(/(plant\d+\.ts)\(\d+,\d+\): error/g)].map(([, file]) => file ?? '');
    // Where something else is wrong, nothing was shown.
    if (status !== 0 && wrong.length !== stdout.split('\n').filter((line) => /error TS/.test(line)).length)
      throw new Error(stdout);
    return [...new Set(wrong)].toSorted();
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const head = `import type {} from '#main/app/entities.ts';
import { query } from '#main/store/query.ts';
import type { Read } from '#main/store/views.ts';
import type { Work } from '#main/store/work.ts';
`;

describe('a typed query', () => {
  const built = Object.values(plants).map(
    (text) =>
      `${head}export const asked = query((tables, p: { code: string }) => ${text});\nexport type Known = Read | Work;\n`,
  );
  const used = Object.values(uses).map(
    (text) =>
      `${head}export const asked = query((tables, p: { code: string }) => ${plants.right});\nexport const use = (read: Read, work: Work) => [read, work, ${text}];\n`,
  );
  const wrong = refused([...built, ...used]);

  it('compiles where it is right, and where it is used rightly', () => {
    expect(wrong).not.toContain(fileOf(0));
    expect(wrong).not.toContain(fileOf(built.length));
  });

  it.each(Object.keys(plants).slice(1))('does not compile with %s', (what) => {
    expect(wrong).toContain(fileOf(Object.keys(plants).indexOf(what)));
  });

  it.each(Object.keys(uses).slice(1))('does not compile for one who %s', (what) => {
    expect(wrong).toContain(fileOf(built.length + Object.keys(uses).indexOf(what)));
  });
});
