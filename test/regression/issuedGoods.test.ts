import { describe, expect, it } from 'vitest';
import type { ImportResult } from '#shared/exchange/contract.ts';
import type { Cells, ExportTables } from '../support/exportFiles.ts';
import { buildPlantApp } from '../support/app.ts';
import { on, row } from '../support/plantTables.ts';

const places = ({ findings }: Pick<ImportResult, 'findings'>): string[] =>
  findings.map(({ file, row: at, column, code }) => `${file} ${at} ${column} ${code}`);
const messages = ({ findings }: Pick<ImportResult, 'findings'>): string[] => findings.map(({ message }) => message);

/** What each import in turn tells. */
async function take(...exports: ExportTables[]): Promise<ImportResult[]> {
  await using plant = await buildPlantApp();
  const results: ImportResult[] = [];
  for (const tables of exports) results.push(await plant.take(tables));
  expect(plant.verify().ok).toBe(true);
  return results;
}

const lot = (more: Cells = {}): Cells => ({ product: 'OIL', lot: 'O1', ...more });
const received = row('receipt', 'OIL O1', 50, on(2));
const shipped = row('shipment', 'OIL O1', 5, on(10), { document: 'DN-77' });
const used = row('consumption', 'OIL O1', 5, on(11));
const movements = [received, shipped, used];

describe('goods that left after the last day of their lot', () => {
  it.each(['expires_on', 'use_by_on'])('are told of when a later import brings that day as %s', async (column) => {
    const lots = [lot({ [column]: '2026-01-05' })];
    const [whole] = await take({ lots, movements });
    const [first, second] = await take({ movements }, { lots });
    expect(messages(first ?? { findings: [] })).toEqual([]);
    expect(places(second ?? { findings: [] })).toEqual([
      `lots.csv 2 ${column} EXPIRED_LOT`,
      `lots.csv 2 ${column} EXPIRED_LOT`,
    ]);
    expect(messages(second ?? { findings: [] })).toEqual(messages(whole ?? { findings: [] }));
    expect(messages(second ?? { findings: [] })).toEqual([
      'DN-77: OIL lot O1 had expired when it was shipped.',
      'WO-1: OIL lot O1 had expired when it was consumed.',
    ]);
  });

  it('are told of at their own rows where the export grows and has them still', async () => {
    const lots = [lot({ expires_on: '2026-01-05' })];
    for (const rows of [movements, movements.map((one, n) => ({ ...one, id: `M${n}` }))]) {
      const [whole] = await take({ lots, movements: rows });
      const [, second] = await take({ lots: [lot()], movements: rows }, { lots, movements: rows });
      expect(second?.alreadyPresent).toBe(3);
      expect(second?.findings).toEqual(whole?.findings);
      expect(places(second ?? { findings: [] })).toEqual([
        'movements.csv 3 lot EXPIRED_LOT',
        'movements.csv 4 lot EXPIRED_LOT',
      ]);
    }
  });

  it('are told of once: not again while the day stands, nor when it moves and they are told already', async () => {
    // That they keep a year longer all at once is told of the lot itself.
    const on5 = { lots: [lot({ expires_on: '2026-01-05' })], movements };
    const on4 = { lots: [lot({ expires_on: '2026-01-04' })], movements };
    const results = await take({ movements }, on5, on5, on4, { lots: [lot({ expires_on: '2027-01-01' })], movements });
    expect(results.map(({ findings }) => findings.length)).toEqual([0, 2, 0, 0, 1]);
  });

  it('are those after the new last day, and by then not told: the day itself is in time', async () => {
    const results = await take(
      { lots: [lot({ expires_on: '2026-06-30' })], movements },
      { lots: [lot({ expires_on: '2026-01-10' })] },
      { lots: [lot({ expires_on: '2026-01-09' })] },
    );
    expect(results.map(messages)).toEqual([
      [],
      ['WO-1: OIL lot O1 had expired when it was consumed.'],
      ['DN-77: OIL lot O1 had expired when it was shipped.'],
    ]);
  });

  it('count by the day at the place where they left', async () => {
    const late = row('shipment', 'OIL O1', 5, '2026-01-05T22:30:00-04:00', { document: 'DN-78' });
    const lots = [lot({ expires_on: '2026-01-05' })];
    const [, second] = await take({ movements: [received, late] }, { lots });
    expect(second?.findings).toEqual([]);
  });

  it('are not told of where what left was undone, or left in a status that was told already', async () => {
    const out = { ...shipped, id: 'OUT' };
    const undo = row('shipment', 'OIL O1', 5, on(12), {
      from: '',
      status_from: '',
      to: 'STORE',
      status: 'A',
      id: 'UNDO',
      reverses: 'OUT',
    });
    const rejected = row('shipment', 'OIL O1', 5, on(13), { status_from: 'R' });
    const held = row('status', 'OIL O1', 20, on(3), { status_from: 'A', status: 'R' });
    const [first, second] = await take(
      { movements: [received, held, out, undo, rejected] },
      { lots: [lot({ expires_on: '2026-01-05' })] },
    );
    expect(places(first ?? { findings: [] })).toEqual(['movements.csv 6 status_from STATUS_FORBIDS']);
    expect(second?.findings).toEqual([]);
  });

  it('are found by sublot, by serials named on issue, and of a range of serials once', async () => {
    const [, second] = await take(
      {
        movements: [
          row('receipt', 'CHEESE C1/S1', 9, on(2)),
          row('receipt', 'CHEESE C1/S2', 9, on(2)),
          row('shipment', 'CHEESE C1/S1', 1, on(8)),
          row('shipment', 'CHEESE C1/S2', 1, on(8)),
          row('receipt', 'CHIP L1', 9, on(2)),
          row('shipment', 'CHIP L1 #7', 1, on(9)),
        ],
      },
      {
        lots: [
          { product: 'CHEESE', lot: 'C1', sublot: 'S2', expires_on: '2026-01-07' },
          { product: 'CHIP', lot: 'L1', expires_on: '2026-01-08' },
        ],
      },
    );
    expect(messages(second ?? { findings: [] })).toEqual([
      'DN-1: CHEESE lot C1 sublot S2 had expired when it was shipped.',
      'DN-1: CHIP lot L1 serial 7 had expired when it was shipped.',
    ]);
  });

  it('are found whatever else came with the earlier import, also when they were entered late themselves', async () => {
    const lots = [lot({ expires_on: '2026-01-05' })];
    const [, , third] = await take({ movements: [received] }, { lots }, { movements: [used] });
    expect(places(third ?? { findings: [] })).toEqual(['movements.csv 2 lot EXPIRED_LOT']);
  });
});

describe('a serial that was used up before it came in again', () => {
  it('is told of when only a later import says so', async () => {
    const again = row('receipt', 'MOTOR #7', 1, on(8));
    const before = [row('receipt', 'MOTOR #7', 1, on(3)), row('consumption', 'MOTOR #7', 1, on(4))];
    const [whole] = await take({ movements: [...before, again] });
    const [first, second, third] = await take(
      { movements: [again] },
      { movements: before },
      {
        movements: [
          row('status', 'MOTOR #7', 1, on(3, '09:00'), { status_from: 'A', status: 'Q' }),
          row('status', 'MOTOR #7', 1, on(3, '10:00')),
        ],
      },
    );
    expect(places(whole ?? { findings: [] })).toEqual(['movements.csv 4 serial SERIAL_IN_USE']);
    expect(first?.findings).toEqual([]);
    expect(places(second ?? { findings: [] })).toEqual(['movements.csv 3 serial SERIAL_IN_USE']);
    expect(messages(second ?? { findings: [] })[0]).toContain('received again at 2026-01-08T08:00:00Z');
    expect(third?.findings).toEqual([]);
  });

  const received = row('receipt', 'MOTOR #7', 1, on(2));
  const serialsTold = async (...exports: ExportTables[]) =>
    (await take(...exports)).map((result) => places(result).filter((place) => place.endsWith('SERIAL_IN_USE')));

  it.each(['scrap', 'sample'] as const)('is told of after a %s, received, taken over or made again', async (kind) => {
    const gone = row(kind, 'MOTOR #7', 1, on(3), { id: 'GONE' });
    for (const again of ['receipt', 'opening', 'output'] as const) {
      const row4 = row(again, 'MOTOR #7', 1, on(8));
      expect(await serialsTold({ movements: [received, gone, row4] })).toEqual([
        ['movements.csv 4 serial SERIAL_IN_USE'],
      ]);
      expect(await serialsTold({ movements: [received, gone] }, { movements: [row4] })).toEqual([
        [],
        ['movements.csv 2 serial SERIAL_IN_USE'],
      ]);
      // In another order: what had come in before is told at the row that makes it so.
      expect(await serialsTold({ movements: [row4] }, { movements: [received, gone] })).toEqual([
        [],
        ['movements.csv 3 serial SERIAL_IN_USE'],
      ]);
    }
    const undo = { ...gone, at: on(4), from: '', status_from: '', to: 'STORE', status: 'A', id: 'U', reverses: 'GONE' };
    const out = row('supplier-return', 'MOTOR #7', 1, on(5));
    expect(await serialsTold({ movements: [received, gone, undo, out, row('receipt', 'MOTOR #7', 1, on(8))] })).toEqual(
      [[]],
    );
  });

  it('is told of where it is named as it is put away; what a work order used may be made or named again', async () => {
    const atDock = row('receipt', 'PUMP', 1, on(4), { to: 'DOCK' });
    const stow = row('put-away', 'PUMP #P1', 1, on(5));
    const gone = (kind: 'scrap' | 'consumption') => [
      row('receipt', 'PUMP #P1', 1, on(2)),
      row(kind, 'PUMP #P1', 1, on(3)),
    ];
    expect(await serialsTold({ movements: [...gone('scrap'), atDock, stow] })).toEqual([
      ['movements.csv 5 serial SERIAL_IN_USE'],
    ]);
    expect(await serialsTold({ movements: [atDock, stow] }, { movements: gone('scrap') })).toEqual([
      [],
      ['movements.csv 3 serial SERIAL_IN_USE'],
    ]);
    const unused = row('production-return', 'PUMP', 1, on(4), { to: 'DOCK' });
    expect(await serialsTold({ movements: [...gone('consumption'), unused, stow] })).toEqual([[]]);
    const made = row('output', 'PUMP #P1', 1, on(4));
    expect(await serialsTold({ movements: [...gone('consumption'), made] })).toEqual([[]]);
  });
});
