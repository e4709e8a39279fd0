import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawLabels } from '#main/documents/labels/drawLabels.ts';
import type { LabelContent, LabelTask } from '#main/documents/labels/protocol.ts';
import { elementsOf, elementString, type LabelGoods } from '#shared/labels/elements.ts';
import { type LabelSize, labelSizes, labelSymbols, tagStates } from '#shared/labels/vocabulary.ts';
import { barcodesIn } from '../support/barcodes.ts';
import { pictureOf } from '../support/pdfPicture.ts';
import { pageText, readPdf } from '../support/pdfReader.ts';

const goods: LabelGoods = {
  product: 'YOGHURT-500',
  gtin: '9501101530003',
  lot: 'AB-0330',
  sublot: '',
  serial: '',
  manufacturedOn: '',
  expiresOn: '2026-12-31',
  bestBeforeOn: '',
  useByOn: '',
};
const content = (of: Partial<LabelGoods> = {}, more: Partial<LabelContent> = {}): LabelContent => {
  const all = { ...goods, ...of };
  return {
    product: all.product,
    name: 'Yoghurt, plain, 3.5 % fat, in cups of 500 g',
    facts: [
      ['Lot', all.lot],
      ...(all.serial === '' ? [] : [['Serial', all.serial] as const]),
      ['Expiry', all.expiresOn],
    ],
    elements: elementsOf(all),
    symbol: 'datamatrix',
    heading: '',
    tag: null,
    ...more,
  };
};
const task = (labels: LabelTask['labels'], size: LabelSize = '100x50', skip = 0): LabelTask => ({
  head: {
    title: 'Labels',
    statement: 'AB-0330',
    language: 'en',
    made: { by: 'Walid', at: '2026-01-31T08:00:00.000000Z' },
  },
  size,
  skip,
  labels,
});

/** Drawn labels are looked at, too. */
const folder = process.env['LABEL_PICTURES'] ?? '';
async function drawn(asked: LabelTask, name = '') {
  const { bytes } = await drawLabels(asked);
  if (folder !== '' && name !== '') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${name}.pdf`, bytes);
  }
  return readPdf(bytes);
}
const millimetres = (points: number): number => Math.round((points / 72) * 25.4);

describe('labels as a PDF', () => {
  const identifiers = { datamatrix: ']d2', 'gs1-128': ']C1' };

  it.each(labelSizes.flatMap((size) => labelSymbols.map((symbol) => [size, symbol] as const)))(
    'of %s are read back as %s',
    async (size, symbol) => {
      // A linear symbol on a small label has room for what matters most.
      const narrow = symbol === 'gs1-128' && ['50x25', 'a4-3x8'].includes(size);
      const of = narrow ? { expiresOn: '', lot: '4711' } : { serial: 'S-0007' };
      const label = content(of, { symbol });
      const pdf = await drawn(task([{ content: label, notes: ['', 'Copy 2'] }], size), `${size}-${symbol}`);
      for (const [place, page] of pdf.pages.entries()) {
        const found = await barcodesIn(pictureOf(page, 16));
        const one = { kind: identifiers[symbol], says: elementString(label.elements) };
        expect(found).toEqual(size === 'a4-3x8' ? [one, one] : [one]);
        expect(pageText(page)).toContain('YOGHURT-500');
        if (place === 1 || size === 'a4-3x8') expect(pageText(page)).toContain('Copy 2');
      }
    },
  );

  it('of every length and sign of lot and serial are read back', async () => {
    const signs = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
    const labels = Array.from({ length: 20 }, (_, at) => {
      const cut = (from: number): string => (signs + signs).slice(from, from + at + 1);
      return content({ lot: cut(at * 4), serial: cut(at * 4 + 41) });
    });
    const pdf = await drawn(
      task(
        labels.map((label) => ({ content: label, notes: [''] })),
        '100x150',
      ),
    );
    expect(pdf.pages).toHaveLength(labels.length);
    for (const [at, page] of pdf.pages.entries()) {
      const says = elementString(labels[at]?.elements ?? []);
      expect(await barcodesIn(pictureOf(page, 8))).toEqual([{ kind: ']d2', says }]);
    }
  });

  it('lie on pages of their size, and 24 on a sheet from the first free place on', async () => {
    const many = { content: content(), notes: Array.from({ length: 25 }, () => '') };
    const sheets = await drawn(task([many], 'a4-3x8', 22), 'sheet');
    expect(sheets.pages.map((page) => [millimetres(page.width), millimetres(page.height)])).toEqual([
      [210, 297],
      [210, 297],
    ]);
    const counts = await Promise.all(sheets.pages.map(async (page) => (await barcodesIn(pictureOf(page, 10))).length));
    expect(counts).toEqual([2, 23]);
    const roll = await drawn(task([many], '50x25'));
    expect(roll.pages).toHaveLength(25);
    expect(millimetres(roll.pages[0]?.width ?? 0)).toBe(50);
  });

  it.each(tagStates)('tell the status %s by a word, a sign and a colour', async (state) => {
    const word = { A: 'Released', Q: 'Quarantine', R: 'Rejected', hold: 'On hold' }[state];
    for (const size of labelSizes) {
      const pdf = await drawn(
        task([{ content: content({}, { tag: { state, word } }), notes: [''] }], size),
        `tag-${state}-${size}`,
      );
      const [page] = pdf.pages;
      if (page === undefined) throw new Error('no page');
      expect(pageText(page)).toContain(word);
      expect(await barcodesIn(pictureOf(page, 16))).toHaveLength(1);
    }
  });

  it('differ in black and white by more than their words', async () => {
    const looks = await Promise.all(
      tagStates.map(async (state) => {
        const { first } = await drawLabels(
          task([{ content: content({}, { tag: { state, word: 'X' } }), notes: [''] }]),
        );
        return JSON.stringify(first.shapes.flatMap((shape) => (shape.kind === 'line' ? [shape.points] : [])));
      }),
    );
    expect(new Set(looks).size).toBe(tagStates.length);
  });

  it('are refused where they do not fit, with what to do', async () => {
    const long = content({ serial: 'S'.repeat(20) }, { symbol: 'gs1-128' });
    await expect(drawLabels(task([{ content: long, notes: [''] }], '50x25'))).rejects.toThrow(
      'What the label says does not fit its size. Choose DataMatrix, or a larger label.',
    );
    const facts = Array.from({ length: 20 }, (_, at): [string, string] => [`Fact ${at}`, '1234567890'.repeat(3)]);
    await expect(drawLabels(task([{ content: content({}, { facts }), notes: [''] }], '50x25'))).rejects.toThrow(
      'Choose a larger label.',
    );
  });

  it('say the same to who listens, and are the same each time', async () => {
    const one = task([{ content: content({}, { heading: 'UDI' }), notes: ['Copy 2'] }]);
    const pdf = await drawn(one, 'udi');
    expect(pdf.alternatives).toEqual([elementString(goods.lot === '' ? [] : elementsOf(goods))]);
    expect(pdf.structure).toMatchObject({ Sect: 1, P: 1, Figure: 1 });
    expect(pdf.xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect((await drawLabels(one)).bytes.equals((await drawLabels(one)).bytes)).toBe(true);
  });

  it('cut a long name and never a number', async () => {
    const name =
      'Organic whole milk yoghurt with fruit of the season, in returnable glasses, for the shops of the north';
    const pdf = await drawn(task([{ content: content({}, { name }), notes: [''] }], '50x25'), 'long-name');
    const text = pdf.pages.map(pageText).join('\n');
    expect(text).toContain('…');
    expect(text).toContain('(10)AB-0330');
  });
});
