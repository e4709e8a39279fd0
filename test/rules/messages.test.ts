import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '#shared/texts/index.ts';

const german = messagesOf('de');
const root = join(import.meta.dirname, '../..');

/** Folders whose messages are read at a terminal alone, in English. */
const terminal = ['src-main/hosts/cli/', 'src-main/launcher.ts', 'src-main/start.ts'];

type Node = { [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The patterns of a file's messages, each as `msg` makes it. */
function* patternsIn(node: unknown): Generator<string> {
  if (!isNode(node)) return;
  const { tag, quasi } = node;
  if (node['type'] === 'TaggedTemplateExpression' && isNode(tag) && tag['name'] === 'msg' && isNode(quasi)) {
    // A template literal of the tree: its parts have the text that stands in the source.
    const parts = quasi['quasis'] as { value: { cooked: string } }[];
    yield parts.map(({ value }) => value.cooked).reduce((all, part, index) => `${all}{${index - 1}}${part}`);
  }
  for (const value of Object.values(node)) yield* patternsIn(value);
}

const sources = globSync('src-{main,shared}/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const patterns = new Set(
  sources
    .filter((file) => !terminal.some((folder) => file.startsWith(folder)))
    .flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8');
      return source.includes('msg`') ? [...patternsIn(parseSync(file, source).program)] : [];
    }),
);

const placesOf = (pattern: string): string[] => (pattern.match(/\{\d+\}/g) ?? []).sort();

describe('the messages of the host', () => {
  it('are found in the sources', () => {
    expect(patterns.size).toBeGreaterThan(200);
    expect(patterns).toContain('There is no product {0}. Check the code.');
  });

  it('have their German, with the same values in it', () => {
    const without = [...patterns].filter((pattern) => !german.has(pattern));
    expect(without).toEqual([]);
    const other = [...patterns].filter(
      (pattern) => placesOf(german.get(pattern) ?? '').join() !== placesOf(pattern).join(),
    );
    expect(other).toEqual([]);
  });

  it('are all there are in German', () => {
    expect([...german.keys()].filter((pattern) => !patterns.has(pattern))).toEqual([]);
  });
});
