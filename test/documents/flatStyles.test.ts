import { describe, expect, it } from 'vitest';
import { TaggedDocument } from '#main/documents/pdf/document.ts';
import { FlatStyles } from '#main/documents/pdf/flatStyles.ts';
import { StyleStack, TextInlines } from '#main/documents/pdf/pdfmake.ts';
import { buildRecallReport } from './sampleReports.ts';

const dictionary = { list: { lineHeight: 1.1, color: 'grey' }, head: { bold: true, color: 'black', fontSize: 7 } };
const properties = ['font', 'fontSize', 'bold', 'color', 'lineHeight', 'alignment', 'noWrap', 'background'];

/** What a stack says of a word, asked as pdfmake asks. */
const answersOf = (styles: StyleStack, word: Record<string, unknown>): unknown[] =>
  properties.map((property) => word[property] ?? styles.auto(word, () => styles.getProperty(property)) ?? 'none');

describe('styles looked up in two steps', () => {
  const sheet = { alignment: 'left', fontSize: 9, background: null };
  const table = { style: 'list', fontSize: 8 };
  const paths: (Record<string, unknown> | string)[][] = [
    [],
    [{ text: 'alone', bold: true }],
    [sheet, 'list', table, { text: 'a cell', alignment: 'right', color: undefined }],
    [sheet, 'list', table, { text: 'its neighbour', noWrap: true }],
    [sheet, 'list', table, 'head', { text: 'a head', style: 'head' }],
    [sheet, 'list', table, { text: 'after the head', color: 'red', bold: false }],
    [sheet, { text: 'outside again' }],
    [sheet, 'unknown', { text: 'of a style that nobody gave', style: 'unknown' }],
  ];
  const words = [{ text: 'plain' }, { text: 'own', color: 'blue' }, { text: 'named', style: 'head' }];

  it("are those of pdfmake's own stack, for every node and word, one after another", () => {
    const flat = new FlatStyles();
    for (const path of [...paths, ...paths.toReversed()])
      for (const word of words) {
        const styles = new StyleStack(dictionary, { font: 'text', fontSize: 10, color: 'black' });
        styles.styleOverrides.push(...path);
        expect(answersOf(flat.of(styles, true), word), JSON.stringify([path, word])).toEqual(answersOf(styles, word));
      }
  });
});

describe('words of texts that look alike', () => {
  const code = { font: 'code', noWrap: true, alignment: 'left' };
  const small = { fontSize: 6, bold: true, color: '#333333', lineHeight: 1.3 };
  const texts = [
    'L-0001',
    'Peach jam, 12 x 340 g',
    '',
    ' led by a blank',
    'ended by two  ',
    ' ',
    'two\nlines',
    '≥ 5 µm',
  ];

  it('are measured as pdfmake measures each alone', () => {
    const document = new TaggedDocument(buildRecallReport(1));
    const library = new TextInlines(document);
    const flat = new FlatStyles();
    const known = new TextInlines(document);
    const measure = known.measure.bind(known);
    known.measure = (words, styles) => flat.measure(words, styles, measure);
    for (const look of [code, small, code])
      for (const text of texts) {
        const node = { ...look, text, look };
        const styles = new StyleStack({}, { font: 'text', fontSize: 10, color: 'black' });
        styles.styleOverrides.push(node, node);
        const own = new StyleStack({}, styles.defaultStyle);
        own.styleOverrides.push(node);
        expect(known.buildInlines(text, flat.of(styles, true)), JSON.stringify(node)).toEqual(
          library.buildInlines(text, own),
        );
      }
  });
});
