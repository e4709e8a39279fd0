import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { formerMessages } from '#shared/texts/de/formerMessages.ts';
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

/** Where faults and findings of an import and of a movement are worded. */
const worded = [
  'src-shared/exchange/',
  'src-shared/movements/',
  'src-main/ledger/',
  'src-main/features/exchange/',
  'src-main/features/movements/',
];
/** Words with a full stop, a colon or a question mark behind some of them. */
const sentence = /^(?=.*\p{L}+ \p{L}+)(?!.*\b(?:select|from|where) ).*\p{L}[.:?](?: |$)/su;

/** What the parser of XML says, and what is thrown where the program is wrong. */
const notForPeople = /^(?:disallowed character\.$|not loaded: )/;
const isSentence = (text: string): boolean => sentence.test(text) && !notForPeople.test(text);

/** Texts of a file that read like a sentence and are no message, so that no other language has them. */
function* plainSentencesIn(node: unknown): Generator<string> {
  if (!isNode(node)) return;
  const { type, value, tag, quasi, quasis } = node;
  if (type === 'Literal' && typeof value === 'string' && isSentence(value)) yield value;
  if (type === 'TemplateLiteral') {
    // A template literal of the tree: its parts have the text that stands in the source.
    const text = (quasis as { value: { cooked: string } }[]).map((part) => part.value.cooked).join('x');
    if (isSentence(text)) yield text;
  }
  const isMessage = type === 'TaggedTemplateExpression' && isNode(tag) && tag['name'] === 'msg' && isNode(quasi);
  for (const below of Object.values(isMessage ? { values: quasi['expressions'] } : node))
    yield* plainSentencesIn(below);
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

const placesOf = (pattern: string): string[] =>
  Array.from(pattern.matchAll(/\{(\d+)(?::\w+)?\}/g), ([, place]) => place ?? '').sort();

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
    // But for those that stand in trails alone by now.
    expect([...german.keys()].filter((pattern) => !patterns.has(pattern))).toEqual(Object.keys(formerMessages));
  });
});

describe('a fault or a finding', () => {
  it('is worded as a message, in whole sentences', () => {
    const plain = sources
      // Words of screens stand in `texts.ts`, in each language.
      .filter((file) => worded.some((folder) => file.startsWith(folder)) && !/\/(?:contract|texts)\.ts$/.test(file))
      .flatMap((file) =>
        [...plainSentencesIn(parseSync(file, readFileSync(join(root, file), 'utf8')).program)].map(
          (text) => `${file}: ${text}`,
        ),
      );
    expect(plain).toEqual([]);
  });

  it('that is worded as plain text is seen', () => {
    const source = [
      "add({ text: 'The cell is odd. Mend it.' });",
      'const half = `${what} in the sheet: mend it`;',
      'say(msg`Row ${n} is odd. ${`Mend it now.`}`);',
      'const fine = msg`Row ${n} is odd.`; const name = "work_order"; const sql = `select a from b where c = 1.`;',
    ].join('\n');
    expect([...plainSentencesIn(parseSync('odd.ts', source).program)]).toEqual([
      'The cell is odd. Mend it.',
      'x in the sheet: mend it',
      'Mend it now.',
    ]);
  });
});
