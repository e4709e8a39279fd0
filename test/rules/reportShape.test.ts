import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReportSection, reportTable } from '#shared/kernel/reportModel.ts';
import { asItIs, columnsToChoose, shapeReport, sumOfDecimals } from '#shared/kernel/reportShape.ts';

const fill = (text: string, values: Record<string, string>): string =>
  text.replace('{{title}}', values['title'] ?? '').replace('{{column}}', values['column'] ?? '');
const words = { grouped: '{{title}} by {{column}}', rows: 'Rows', fill };
type Row = { product: string; lot: string; amount: string; unit: string; share: string };
const row = (product: string, lot: string, amount: string, unit: string): Row => ({
  product,
  lot,
  amount,
  unit,
  share: '50',
});
const rows = [
  row('JAM', 'L10', '1.5', 'kg'),
  row('OIL', 'L1', '3', 'l'),
  row('JAM', 'L9', '2.25', 'kg'),
  row('JAM', 'L2', '12', 'EA'),
  row('', 'L3', '7', 'kg'),
];
const stock = (some: readonly Row[] = rows, title = 'Stock'): ReportSection => ({
  title,
  level: 1,
  empty: 'None.',
  table: reportTable(some, [
    { key: 'lot', header: 'Lot', kind: 'code', of: ({ lot }) => lot },
    { key: 'product', header: 'Product', kind: 'code', of: ({ product }) => product || null },
    { key: 'quantity', header: 'Quantity', kind: 'quantity', of: ({ amount, unit }) => ({ amount, unit }) },
    { key: 'share', header: 'Share', kind: 'quantity', of: ({ share }) => ({ amount: share, unit: '%' }) },
    { key: 'note', header: 'Note', kind: 'text', sheetOnly: true, of: () => 'n' },
  ]),
});

describe('a report in a shape of its own', () => {
  it('is as it is where nothing is wanted', () => {
    expect(shapeReport([stock()], asItIs, words)).toEqual({ sections: [stock()], missing: [] });
  });

  it('has the columns that are wanted, in their order, those of the workbook alone too', () => {
    const { sections, missing } = shapeReport([stock()], { columns: ['note', 'lot'], group: '' }, words);
    expect(missing).toEqual([]);
    expect(sections[0]?.table?.columns).toEqual([
      { key: 'note', header: 'Note', kind: 'text' },
      { key: 'lot', header: 'Lot', kind: 'code' },
    ]);
    expect(sections[0]?.table?.rows[0]).toEqual(['n', 'L10']);
  });

  it('names what it does not have any more, and is told without it', () => {
    const wanted = { columns: ['lot', 'price'], group: 'colour' };
    const { sections, missing } = shapeReport([stock()], wanted, words);
    expect(missing).toEqual(['price', 'colour']);
    expect(sections).toHaveLength(1);
    expect(sections[0]?.table?.columns.map(({ key }) => key)).toEqual(['lot']);
    // Where none of them is there it has its usual ones.
    expect(shapeReport([stock()], { columns: ['price'], group: '' }, words).sections).toEqual([stock()]);
    // By a quantity nothing is grouped.
    expect(shapeReport([stock()], { columns: [], group: 'quantity' }, words).sections).toHaveLength(1);
  });

  it('is grouped, with sums for each group and unit; unlike units and shares are never added', () => {
    const { sections } = shapeReport([stock()], { columns: ['lot', 'quantity', 'share'], group: 'product' }, words);
    expect(sections.map(({ title }) => title)).toEqual(['Stock by Product', 'Stock']);
    const [sums, table] = sections.map((section) => section.table);
    expect(sums?.columns.map(({ header }) => header)).toEqual(['Product', 'Rows', 'Quantity']);
    expect(sums?.rows).toEqual([
      [null, 1, { amount: '7', unit: 'kg' }],
      ['JAM', 3, { amount: '12', unit: 'EA' }],
      ['JAM', null, { amount: '3.75', unit: 'kg' }],
      ['OIL', 1, { amount: '3', unit: 'l' }],
    ]);
    expect(table?.columns.map(({ key }) => key)).toEqual(['product', 'lot', 'quantity', 'share']);
    // Within a group rows stay in the order of the report.
    expect(table?.rows.map(([product, lot]) => [product, lot])).toEqual([
      [null, 'L3'],
      ['JAM', 'L10'],
      ['JAM', 'L9'],
      ['JAM', 'L2'],
      ['OIL', 'L1'],
    ]);
  });

  it('never adds unlike goods: in a group each product has a line of its own', () => {
    const mixed = [row('LID', 'L1', '500', 'EA'), row('JAR', 'L1', '422', 'EA'), row('JAR', 'L1', '78', 'EA')];
    const { sections } = shapeReport([stock(mixed)], { columns: ['lot', 'quantity'], group: 'lot' }, words);
    expect(sections[0]?.table?.columns.map(({ header }) => header)).toEqual(['Lot', 'Rows', 'Product', 'Quantity']);
    expect(sections[0]?.table?.rows).toEqual([
      ['L1', 3, 'JAR', { amount: '500', unit: 'EA' }],
      ['L1', null, 'LID', { amount: '500', unit: 'EA' }],
    ]);
  });

  it('keeps what is for the workbook alone there, and counts rows where there is nothing to add', () => {
    const { sections } = shapeReport([stock()], { columns: [], group: 'note' }, words);
    expect(sections[1]?.table?.columns.map(({ key, sheetOnly }) => [key, sheetOnly])).toEqual([
      ['note', undefined],
      ['lot', undefined],
      ['product', undefined],
      ['quantity', undefined],
      ['share', undefined],
    ]);
    const { sections: counted } = shapeReport([stock()], { columns: ['lot'], group: 'product' }, words);
    expect(counted[0]?.table?.rows).toEqual([
      [null, 1],
      ['JAM', 3],
      ['OIL', 1],
    ]);
    expect(
      shapeReport([stock([])], { columns: [], group: 'product' }, words).sections.map(({ table }) => table?.rows),
    ).toEqual([[], []]);
  });

  it('shapes tables of the same columns alike, and leaves a report of unlike tables alone', () => {
    const [early, late] = [stock(rows.slice(0, 2), 'Early'), stock(rows.slice(2), 'Late')];
    const wanted = { columns: ['lot'], group: '' };
    const shaped = shapeReport([early, late], wanted, words).sections.map(({ table }) => table?.columns.length);
    expect(shaped).toEqual([1, 1]);
    const chart: ReportSection = { title: 'Chart', level: 1 };
    expect(columnsToChoose([chart, stock()]).map(({ key }) => key)).toHaveLength(5);
    const other: ReportSection = {
      ...stock(),
      table: { columns: [{ key: 'x', header: 'X', kind: 'text' }], rows: [] },
    };
    expect(columnsToChoose([stock(), other])).toEqual([]);
    expect(shapeReport([stock(), other], wanted, words)).toEqual({ sections: [stock(), other], missing: ['lot'] });
  });

  it('adds decimals exactly, whatever their length and sign', () => {
    expect(sumOfDecimals(['0.1', '0.2'])).toBe('0.3');
    expect(sumOfDecimals(['-0.5', '0.25'])).toBe('-0.25');
    expect(sumOfDecimals(['99999999999999999999.5', '0.5'])).toBe('100000000000000000000');
    expect(sumOfDecimals([])).toBe('0');
    const micros = fc.array(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }));
    const text = (value: bigint): string => {
      const size = (value < 0n ? -value : value).toString().padStart(7, '0');
      return `${value < 0n ? '-' : ''}${size.slice(0, -6)}.${size.slice(-6)}`;
    };
    fc.assert(
      fc.property(micros, (values) => {
        const sum = sumOfDecimals(values.map(text));
        const [whole = '', fraction = ''] = sum.replace('-', '').split('.');
        const back = BigInt(`${sum.startsWith('-') ? '-' : ''}${whole}${fraction.padEnd(6, '0')}`);
        expect(back).toBe(values.reduce((all, value) => all + value, 0n));
      }),
    );
  });
});
