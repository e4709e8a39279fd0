import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCsv } from '#main/documents/csv.ts';
import { makeDocument } from '#main/documents/make.ts';
import { type ReportSection, reportTable } from '#shared/kernel/reportModel.ts';
import { buildReport } from './sampleReports.ts';

type Row = {
  lot: string;
  amount: string | null;
  unit: string;
  on: string | null;
  at: string;
  share: number;
  status: string;
};
const row = (more: Partial<Row> = {}): Row => ({
  ...{
    lot: 'L1',
    amount: '12.5',
    unit: 'kg',
    on: '2026-01-31',
    at: '2026-01-31T08:00:00Z',
    share: 0.125,
    status: 'Q1',
  },
  ...more,
});
const section = (rows: readonly Row[], title = 'Stock'): ReportSection => ({
  title,
  level: 1,
  table: reportTable(rows, [
    { key: 'lot', header: 'Lot', kind: 'code', of: ({ lot }) => lot },
    {
      key: 'quantity',
      header: 'Quantity',
      kind: 'quantity',
      of: ({ amount, unit }) => (amount === null ? null : { amount, unit }),
    },
    { key: 'on', header: 'Expires', kind: 'date', of: ({ on }) => on },
    { key: 'at', header: 'Since', kind: 'dateTime', of: ({ at }) => at },
    { key: 'share', header: 'Share', kind: 'percent', of: ({ share }) => share },
    { key: 'status', header: 'Status', kind: 'status', of: ({ status }) => status },
  ]),
});
const written = (...sections: ReportSection[]): string => drawCsv(buildReport({ sections })).toString('utf8');
/** A text without the signs that keep spreadsheets from reckoning. */
const withoutSigns = (text: string): string =>
  text.replaceAll(/([;\t\r\n])'(?="*[=+\-@＝＋－＠])/g, '$1').replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '');
const linesOf = (text: string): string[] => text.replace('\ufeff', '').split('\r\n');

describe('a report as CSV', () => {
  it('has a mark, a header, and values as scripts read them', () => {
    const text = written(section([row(), row({ amount: null, on: null, share: 1e-7 })]));
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(linesOf(text)).toEqual([
      'Lot,Quantity,"Quantity, unit",Expires,Since,Share,Status',
      'L1,12.5,kg,2026-01-31,2026-01-31T08:00:00Z,0.125,Q1',
      'L1,,,,2026-01-31T08:00:00Z,0.0000001,Q1',
      '',
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '\nx', '＝1+1', '＠sum'])(
    'writes %j so that no spreadsheet reckons it',
    (lot) => {
      const [, first] = parse(written(section([row({ lot })])), { bom: true, relax_column_count: true });
      expect(first?.[0]).toBe(`'${lot}`);
    },
  );

  it('writes what would begin a cell where semicolons part them so that it is not reckoned either', () => {
    const of = (lot: string) =>
      parse(written(section([row({ lot })])), { bom: true, relax_column_count: true })[1]?.[0];
    expect(of('Mill;=HYPERLINK("x")')).toBe(`Mill;'=HYPERLINK("x")`);
    expect(of('a;"=1";-2\n@sum; +1')).toBe(`a;'"=1";'-2\n'@sum; +1`);
    expect(of('a; b-c; 1;2')).toBe('a; b-c; 1;2');
  });

  it('leaves an amount below nothing the number it is', () => {
    expect(linesOf(written(section([row({ amount: '-3.5' })])))[1]).toContain('L1,-3.5,kg');
  });

  it('comes back as it was from any reader of RFC 4180', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (lots) => {
        const read = parse(written(section(lots.map((lot) => row({ lot })))), { bom: true });
        const back = read.slice(1).map(([lot = '']) => withoutSigns(lot));
        expect(back).toEqual(lots.map((lot) => withoutSigns(lot.toWellFormed())));
      }),
    );
  });

  it('says of which table a row is where there are several, and leaves sums to those who read', () => {
    const sums: ReportSection = {
      title: 'Stock by Lot',
      level: 1,
      table: { columns: [{ key: 'lot', header: 'Lot', kind: 'code' }], rows: [['L1']] },
    };
    const text = written(sums, section([row()], 'Expired'), section([row({ lot: 'L2' })], 'Next'));
    expect(linesOf(text).map((line) => line.split(',').slice(0, 2).join(','))).toEqual([
      'Report,Lot',
      'Expired,L1',
      'Next,L2',
      '',
    ]);
    expect(written({ title: 'Nothing', level: 1 })).toBe('\ufeff\r\n');
  });

  it('is drawn in the worker like every document', async () => {
    const model = buildReport({ sections: [section([row()])] });
    const { bytes } = await makeDocument(model, { format: 'csv' }, { signal: new AbortController().signal });
    expect(Buffer.from(bytes)).toEqual(drawCsv(model));
  });
});
