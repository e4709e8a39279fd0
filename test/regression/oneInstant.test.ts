import { describe, expect, it } from 'vitest';
import { buildApp, codeOf } from '../support/app.ts';
import type { Cells } from '../support/exportFiles.ts';
import { on, plantWith, posted, row } from '../support/plantTables.ts';

/** Rows of one instant are judged after the last of them: the order in which a file happens to have them says nothing. */
const orders = (rows: Cells[]): [string, Cells[]][] => [
  ['as written', rows],
  ['the other way round', rows.toReversed()],
];

const more = { to: 'QUAR', status: 'Q' };

describe('a serial that comes back and goes out again at one time', () => {
  const again = [row('customer-return', 'MOTOR #7', 1, on(6)), row('shipment', 'MOTOR #7', 1, on(6))];

  it.each(orders(again))('is with its customer afterwards (%s)', async (_how, rows) => {
    await using plant = await buildApp();
    const before = [row('receipt', 'MOTOR #7', 1, on(4)), row('shipment', 'MOTOR #7', 1, on(5))];
    await plant.take(plantWith([...before, ...rows]));
    expect(await plant.stock('MOTOR')).toEqual([]);
    expect(await codeOf(plant.post('receipt', 'MOTOR #7', 1, on(7)))).toBe('SERIAL_IN_USE');
  });

  it.each(orders(again))('is in the plant when it lay there before (%s)', async (_how, rows) => {
    await using plant = await buildApp();
    await plant.take(plantWith([row('receipt', 'MOTOR #7', 1, on(4)), ...rows]));
    expect(await plant.stock('MOTOR')).toEqual(['MOTOR #7 @ STORE A = 1']);
    await plant.post('shipment', 'MOTOR #7', 1, on(7));
  });

  it.each(orders(again))('was not here before, and is with its customer (%s)', async (_how, rows) => {
    await using plant = await buildApp();
    await plant.take(plantWith(rows));
    expect(await codeOf(plant.post('receipt', 'MOTOR #7', 1, on(7)))).toBe('SERIAL_IN_USE');
  });

  it.each(orders(again))('may do so late (%s)', async (_how, rows) => {
    await using plant = await buildApp();
    await plant.take(plantWith([row('receipt', 'MOTOR #7', 1, on(4)), row('receipt', 'SALT', 1, on(20))]));
    await plant.take({ movements: rows });
    expect(await plant.stock('MOTOR')).toEqual(['MOTOR #7 @ STORE A = 1']);
    expect(await codeOf(plant.post('receipt', 'MOTOR #7', 1, on(10)))).toBe('SERIAL_IN_USE');
  });

  it.each(orders([row('production-return', 'CHIP L1 #7', 1, on(6)), row('consumption', 'CHIP L1 #7', 1, on(6))]))(
    'when it is named on issue (%s)',
    async (_how, rows) => {
      await using plant = await buildApp();
      await plant.take(plantWith([row('receipt', 'CHIP L1', 3, on(4)), row('consumption', 'CHIP L1 #7', 1, on(5))]));
      await plant.take({ movements: rows });
      expect(await codeOf(plant.post('consumption', 'CHIP L1 #7', 1, on(7)))).toBe('SERIAL_IN_USE');
    },
  );

  it.each(orders([row('customer-return', 'CHIP #7', 1, on(6)), row('shipment', 'CHIP L1 #7', 1, on(6))]))(
    'finds the lot it is issued from in that very instant (%s)',
    async (_how, rows) => {
      await using plant = await buildApp();
      await plant.take(plantWith([row('receipt', 'CHIP L1', 3, on(4)), ...rows]));
      expect(await plant.stock('CHIP')).toEqual(['CHIP L1 @ STORE A = 3']);
    },
  );

  it('is outside again once its return is undone', async () => {
    await using plant = await buildApp();
    const returned = row('customer-return', 'MOTOR #7', 1, on(6), { id: 'R1', ...more });
    await plant.take(
      plantWith([row('receipt', 'MOTOR #7', 1, on(4)), row('shipment', 'MOTOR #7', 1, on(5)), returned]),
    );
    const { to, status, ...rest } = returned;
    const undo = { ...rest, id: 'R2', reverses: 'R1', to: '', status: '', from: to ?? '', status_from: status ?? '' };
    await plant.take({ movements: [{ ...undo, at: on(7) }] });
    expect(await codeOf(plant.post('receipt', 'MOTOR #7', 1, on(8)))).toBe('SERIAL_IN_USE');
  });

  it('may be renamed by a row that undoes the first name at that very time', async () => {
    await using plant = await buildApp();
    const goods = [
      row('receipt', 'CHIP L1', 2, on(4)),
      row('receipt', 'CHIP L2', 2, on(4)),
      row('shipment', 'CHIP L2 #7', 1, on(6)),
      row('shipment', 'CHIP L1 #7', 1, on(6), { id: 'A' }),
      row('shipment', 'CHIP L1 #7', 1, on(6), {
        id: 'B',
        reverses: 'A',
        from: '',
        status_from: '',
        to: 'STORE',
        status: 'A',
      }),
    ];
    await plant.take(plantWith(goods));
    expect(await plant.stock('CHIP')).toEqual(['CHIP L1 @ STORE A = 2', 'CHIP L2 @ STORE A = 1']);
  });
});

describe('put-aways that follow one another at one time', () => {
  const dock2 = { code: 'DOCK2', site: 'MAIN', kind: 'dock' };
  const chain = [
    row('put-away', 'MILK', 5, on(5), { to: 'DOCK2' }),
    row('put-away', 'MILK L1', 5, on(5), { from: 'DOCK2' }),
    row('put-away', 'MILK L1', 5, on(5), { from: 'STORE', to: 'STORE2' }),
  ];

  it.each(orders(chain))('may stand in any order (%s)', async (_how, rows) => {
    await using plant = await buildApp();
    const tables = plantWith([row('receipt', 'MILK', 5, on(5), { to: 'DOCK' }), ...rows]);
    await plant.take({ ...tables, locations: [...(tables.locations ?? []), dock2] });
    expect(await plant.stock('MILK')).toEqual(['MILK L1 @ STORE2 A = 5']);
  });

  it.each(orders(chain.slice(0, 2)))('also late (%s)', async (_how, rows) => {
    await using plant = await buildApp();
    const tables = plantWith([row('receipt', 'MILK', 5, on(4), { to: 'DOCK' }), row('receipt', 'SALT', 1, on(20))]);
    await plant.take({ ...tables, locations: [...(tables.locations ?? []), dock2] });
    await plant.take({ movements: rows });
    expect(await plant.stock('MILK')).toEqual(['MILK L1 @ STORE A = 5']);
  });

  const lotThenSublot = [
    row('assign', 'CHEESE L1', 5, on(5), { from: 'DOCK', to: 'DOCK' }),
    row('put-away', 'CHEESE L1/S1', 5, on(5)),
  ];
  it.each(orders(lotThenSublot))('a lot and then a sublot of it (%s)', async (_how, rows) => {
    await using plant = await buildApp();
    await plant.take(plantWith([row('receipt', 'CHEESE', 5, on(5), { to: 'DOCK' }), ...rows]));
    expect(await plant.stock('CHEESE')).toEqual(['CHEESE L1/S1 @ STORE A = 5']);
  });

  it('are refused where no order of them is possible', async () => {
    await using plant = await buildApp();
    const rows = chain.slice(0, 2).map((one, index) => ({ ...one, quantity: index === 0 ? '4' : '5' }));
    const tables = plantWith([row('receipt', 'MILK', 5, on(5), { to: 'DOCK' }), ...rows]);
    const faults = await plant.faults({ ...tables, locations: [...(tables.locations ?? []), dock2] });
    expect(faults.map(({ code }) => code)).toContain('INSUFFICIENT_QTY');
  });
});

describe('goods moved to where they lie', () => {
  it('are told when imported, and refused when a person posts them', async () => {
    await using plant = await buildApp();
    const still = row('transfer', 'SALT', 5, on(6), { to: 'STORE' });
    const { findings } = await plant.take(plantWith([row('receipt', 'SALT', 5, on(5)), still]));
    expect(findings).toEqual([
      {
        file: 'movements.csv',
        row: 3,
        column: 'to',
        code: 'VALIDATION',
        message: expect.stringMatching(/moves nothing/),
      },
    ]);
    for (const kind of ['transfer', 'status', 'put-away'] as const) {
      const move = posted(kind, 'SALT', 1, on(7), { from: 'STORE', to: 'STORE', status_from: 'A', status: 'A' });
      expect(await codeOf(plant.send('movements.post', { movements: [move] })), kind).toBe('VALIDATION');
    }
  });

  it('must lie there', async () => {
    await using plant = await buildApp();
    const still = row('transfer', 'SALT', 6, on(6), { to: 'STORE' });
    const faults = await plant.faults(plantWith([row('receipt', 'SALT', 5, on(5)), still]));
    expect(faults.map(({ row: at, code }) => `${at} ${code}`)).toEqual(['3 INSUFFICIENT_QTY']);
    await plant.take(plantWith([row('receipt', 'SALT', 6, on(5)), still, row('shipment', 'SALT', 6, on(6))]));
  });
});
