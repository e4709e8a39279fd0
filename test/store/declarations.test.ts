import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldsInVersions } from '#shared/kernel/record.ts';
import { records } from '#shared/records.ts';
import { isLanguage, languages, texts } from '#shared/texts/index.ts';
import { entities } from '../support/stores.ts';

const root = join(import.meta.dirname, '../..');
/** What the sources of a pattern say in the place of a group. */
const said = (files: string, pattern: RegExp): string[] =>
  globSync(files, { cwd: root })
    .flatMap((file) => Array.from(readFileSync(join(root, file), 'utf8').matchAll(pattern), ([, name]) => name ?? ''))
    .sort();

describe('a kind of record that a feature declares', () => {
  const names = records.map(({ name }) => name).sort();

  it('stands in records.ts, so that its versions are verified and have their history', () => {
    expect(said('src-shared/*/records.ts', /= record\(\{\s*name: '(\w+)'/g)).toEqual(names);
  });

  it('has its table among the entities', () => {
    const tables = entities.map(({ meta }) => meta.tableName);
    expect(names.filter((name) => !tables.includes(name))).toEqual([]);
    expect(new Set(tables).size).toBe(tables.length);
  });

  it.each(Object.keys(languages).filter(isLanguage))('has its words in %s, and each of its fields', (language) => {
    const words: { records: Record<string, string>; fields: Record<string, string> } = texts[language].audit;
    const without = records.flatMap(({ name, former, fields }) => [
      ...(words.records[name] === undefined ? [name] : []),
      ...fieldsInVersions({ former, fields })
        .map(([field]) => field)
        .filter((field) => words.fields[field] === undefined)
        .map((field) => `${name}.${field}`),
    ]);
    expect(without).toEqual([]);
  });
});
