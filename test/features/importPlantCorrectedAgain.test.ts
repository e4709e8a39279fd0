import { describe, expect, it } from 'vitest';
import type { Correction, EarlierRow } from '#shared/exchange/contract.ts';
import { buildPlantApp, refusalOf, type TestApp } from '../support/app.ts';
import { buildFolder, type Cells, csvFiles, type ExportTables, where } from '../support/exportFiles.ts';
import { on, row } from '../support/plantTables.ts';

/** What a second import of an export does whose rows were corrected for the first one. */

const correct = (place: string, value: string): Correction => {
  const [file = '', number = '', column = ''] = place.split(' ');
  return { file, row: Number(number), column, value };
};

async function take(plant: TestApp, tables: ExportTables, corrections: Correction[] = []) {
  await using folder = await buildFolder(csvFiles(tables));
  return await plant.ask('exchange.import', {
    source: { kind: 'path', path: folder.path },
    corrections,
    reason: 'As the paper says',
  });
}

async function check(plant: TestApp, tables: ExportTables, corrections: Correction[] = []) {
  await using folder = await buildFolder(csvFiles(tables));
  return await plant.ask('exchange.preview', { source: { kind: 'path', path: folder.path }, corrections });
}

/** What a click on "take over" sends. */
const takenOver = (rows: readonly EarlierRow[]): Correction[] =>
  rows.flatMap(({ file, row: line, cells }) =>
    cells.map(({ column, held, value }) => ({ file, row: line, column, value, held })),
  );

const opening = (goods: string, quantity: string, more: Cells = {}): Cells =>
  row('opening', goods, quantity, on(5), more);

describe('an export that was imported with cells corrected, once more', () => {
  it('is offered what was corrected, of rows that moved down too, and then brings nothing that is here already', async () => {
    await using plant = await buildPlantApp();
    const lots = [{ product: 'OIL', lot: 'O1', expires_on: '31.12.2026' }];
    const movements = [opening('OIL O1', '1O0', { id: 'M1' }), opening('MIKL L1', '20')];
    await take(plant, { lots, movements }, [
      correct('lots.csv 2 expires_on', '2026-12-31'),
      correct('movements.csv 2 quantity', '100'),
      correct('movements.csv 3 product', 'MILK'),
    ]);
    const grown = { lots, movements: [opening('SALT', '4'), ...movements, row('receipt', 'OIL O1', 5, on(6))] };
    const { errors, earlier } = await check(plant, grown);
    expect(where(errors)).toHaveLength(3);
    expect(earlier).toMatchObject([
      { file: 'lots.csv', row: 2, cells: [{ column: 'expires_on', held: '31.12.2026', value: '2026-12-31' }] },
      { file: 'movements.csv', row: 3, cells: [{ column: 'quantity', held: '1O0', value: '100' }] },
      { file: 'movements.csv', row: 4, by: earlier[0]?.by, at: earlier[0]?.at, reason: 'As the paper says' },
    ]);
    expect(earlier[0]?.by).not.toBe('');
    expect(await take(plant, grown, takenOver(earlier))).toMatchObject({ movements: 2, lots: 0, alreadyPresent: 3 });
    const again = await check(plant, grown);
    expect(again.earlier).toEqual(earlier);
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 20', 'OIL O1 @ STORE A = 105', 'SALT @ STORE A = 4']);
    expect(plant.verify().problems).toEqual([]);
  });

  it('says of a row that is recorded as corrected what to take over, not to give it an id of its own', async () => {
    await using plant = await buildPlantApp();
    const movements = [opening('OIL O1', '100', { id: 'M1' })];
    await take(plant, { movements }, [correct('movements.csv 2 lot', 'O2')]);
    const { errors } = await check(plant, { movements });
    expect(where(errors)).toEqual(['movements.csv 2 id CONFLICT']);
    expect(errors[0]?.message).toContain('with another lot. It is recorded: take over the correction made then');
    const { errors: others } = await check(plant, { movements: [opening('OIL O1', '90', { id: 'M1' })] });
    expect(others[0]?.message).toContain('Movement M1 was imported before with other content.');
  });

  it.each([
    ['as it stands, which is no fault by now', []],
    ['corrected to something else', [correct('movements.csv 2 product', 'OIL')]],
    [
      'corrected in one more cell',
      [correct('movements.csv 2 product', 'MILK'), correct('movements.csv 2 reason', 'x')],
    ],
  ])('never books goods a second time: %s', async (_, corrections) => {
    await using plant = await buildPlantApp();
    const movements = [opening('MIKL L1', '20', { id: '', reason: '' })];
    await take(plant, { movements }, [correct('movements.csv 2 product', 'MILK')]);
    await take(plant, { products: [{ code: 'MIKL', name: 'Mikl', unit: 'kg', lot_tracking: 'mandatory' }] });
    const refusal = await refusalOf(take(plant, { movements }, corrections));
    expect(refusal.code).toBe('IMPORT_REJECTED');
    expect(refusal.details['errors']).toMatchObject([{ row: 2, column: 'product', code: 'CONFLICT' }]);
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 20']);
  });

  it('books a row again where it is said to be another movement, by an id of its own', async () => {
    await using plant = await buildPlantApp();
    const movements = [opening('MIKL L1', '20', { id: '', reason: '' })];
    await take(plant, { movements }, [correct('movements.csv 2 product', 'MILK')]);
    const own = [correct('movements.csv 2 product', 'MILK'), correct('movements.csv 2 id', 'M2')];
    expect(await take(plant, { movements }, own)).toMatchObject({ movements: 1 });
    expect(await plant.stock()).toEqual(['MILK L1 @ STORE A = 40']);
  });

  it('tells rows alike to the letter apart by their order, and one more of them is new', async () => {
    await using plant = await buildPlantApp();
    const nameless = row('receipt', 'PUMP', '1', on(5));
    const serials = (...all: string[]) => all.map((serial, at) => correct(`movements.csv ${at + 2} serial`, serial));
    await take(plant, { movements: [nameless, nameless] }, serials('P1', 'P2'));
    const more = { movements: [nameless, nameless, nameless] };
    const { earlier } = await check(plant, more);
    expect(takenOver(earlier).map(({ row: line, value }) => `${line} ${value}`)).toEqual(['2 P1', '3 P2']);
    const refused = await refusalOf(take(plant, more, serials('P1', 'P9', 'P3')));
    expect(refused.details['errors']).toMatchObject([{ row: 3, column: 'serial', code: 'CONFLICT' }]);
    expect(await take(plant, more, serials('P1', 'P2', 'P3'))).toMatchObject({ movements: 1, alreadyPresent: 2 });
  });
});
