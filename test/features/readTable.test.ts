import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '#shared/kernel/message.ts';
import { buildPlantApp, refusalOf, type TestApp } from '../support/app.ts';
import { type RawXmlCell, rawWorkbook, rawWorkbookParts, rowsXml, zipOf } from '../support/exportFiles.ts';

async function read(plant: TestApp, workbook: Buffer) {
  const upload = await plant.app.uploads.create('table');
  await plant.app.uploads.write(upload, 'plan.xlsx', Readable.from([workbook]));
  return await plant.ask('exchange.readTable', { upload, into: 'plan' });
}
const heads = ['Balloon #', 'Characteristic', 'Specification', 'UoM', 'Inspector'];
const book = (...rows: readonly (readonly RawXmlCell[])[]): Buffer => rawWorkbook('Plan', [heads, ...rows]);
const number = (value: string, style: number): RawXmlCell => ({ xml: ` s="${style}"><v>${value}</v></c>` });
const formula: RawXmlCell = { xml: '><f>B2*2</f><v>24</v></c>' };

describe('a workbook with the rows of a plan', () => {
  it('is read by the names of its columns, and those that are none are named', async () => {
    await using plant = await buildPlantApp();
    const answer = await read(plant, book(['1', 'Length', '12 ± 0.5', 'mm', 'Ann'], [], ['2', 'Width', 'max 3']));
    expect(answer).toEqual({
      ...{ sheet: 'Plan', leftOut: ['Inspector'], faults: [], notes: [] },
      rows: [
        { balloon: '1', name: 'Length', specification: '12 ± 0.5', unit: 'mm' },
        { balloon: '2', name: 'Width', specification: 'max 3', unit: '' },
      ],
    });
  });

  it('has its faults at their row and column: what a formula makes is not read', async () => {
    await using plant = await buildPlantApp();
    const { rows, faults } = await read(
      plant,
      book(['1', 'Length', '12 ± 1', 'mm'], [], ['2', 'Width', formula, 'mm']),
    );
    expect(rows[1]).toMatchObject({ name: 'Width', specification: '' });
    expect(faults.map(({ row, field, text }) => [row, field, text.pattern])).toEqual([
      [1, 'specification', 'The cell holds a formula. Copy the column and paste it as values.'],
    ]);
  });

  it('takes figures as the sheet shows them, and no day that it made of 11-13', async () => {
    await using plant = await buildPlantApp();
    const { rows, faults } = await read(
      plant,
      book(['1', 'Length', number('12.5', 0)], ['2', 'Width', number('13.1', 2)], ['3', 'Height', number('46339', 1)]),
    );
    expect(rows.map(({ specification }) => specification)).toEqual(['12.5', '13.1', '']);
    expect(faults.map(({ row, text }) => [row, inEnglish(text)])).toEqual([
      [1, 'The sheet shows 13 here and holds 13.1. Type which of them is meant.'],
      [2, 'The sheet made a date of this cell. Format the cell as text and type it again.'],
    ]);
  });

  const merged = zipOf(
    rawWorkbookParts({
      name: 'Plan',
      rows: rowsXml([heads, ['1', 'Length', '12 ± 1']]),
      after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    }),
  );
  const many = book(...Array.from({ length: 5_000 }, (_, at) => [String(at), 'Length', '12 ± 1', 'mm']));

  it.each([
    ['has merged cells', merged, 'VALIDATION', 'unmerge them'],
    ['has thousands of rows', many, 'FILE_TOO_LARGE', 'has 5,000 rows, and at most 500 are read'],
    ['names no columns', rawWorkbook('Plan', [['12', '13']]), 'VALIDATION', 'No sheet names two columns'],
    [
      'names none of a plan',
      rawWorkbook('Plan', [['Lot size', 'n', 'Ac']]),
      'VALIDATION',
      'such as No., Characteristic',
    ],
    ['is none', Buffer.from('Balloon #,Characteristic\n1,Length\n'), 'FILE_TYPE', 'not an Excel workbook'],
  ])('that %s is refused in plain words', async (_, workbook, code, words) => {
    await using plant = await buildPlantApp();
    const refusal = await refusalOf(read(plant, workbook));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain(words);
  });

  it('is read once', async () => {
    await using plant = await buildPlantApp();
    const upload = await plant.app.uploads.create('table');
    await plant.app.uploads.write(upload, 'plan.xlsx', Readable.from([book(['1', 'Length'])]));
    await plant.ask('exchange.readTable', { upload, into: 'plan' });
    expect((await refusalOf(plant.ask('exchange.readTable', { upload, into: 'plan' }))).code).toBe('NOT_FOUND');
  });
});
