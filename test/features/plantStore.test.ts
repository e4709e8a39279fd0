import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';
import { indexOf } from '../support/askPlant.ts';
import { PlantStore } from '../support/plantStore.ts';
import type { LotTracking, SerialTracking } from '#shared/products/vocabulary.ts';
import { locations, on, partners, products, row } from '../support/plantTables.ts';

/** What a store holds of goods and movements. */
const heldIn = (db: Database): unknown => ({
  units: db
    .prepare(
      'select u.id, p.code, u.lot, u.sublot, u.serial, u.leaf from unit u join product p on p.id = u.product_id order by u.id',
    )
    .raw()
    .all(),
  runs: db.prepare('select id, work_order, run from run order by id').raw().all(),
  movements: db
    .prepare(
      `select m.id, m.at, m.kind, m.from_unit_id, m.to_unit_id, m.quantity, f.code, t.code, m.status_from, m.status_to, m.run_id, p.code, m.reverses_id
       from movement m left join place f on f.id = m.from_place_id left join place t on t.id = m.to_place_id
         left join partner p on p.id = m.partner_id order by m.id`,
    )
    .raw()
    .all(),
  balances: db
    .prepare(
      'select b.unit_id, p.code, b.status, b.quantity from balance b join place p on p.id = b.place_id order by b.unit_id, p.code, b.status',
    )
    .raw()
    .all(),
});

describe('a plant that tests make row by row, without the rules of the ledger', () => {
  it('is what the ledger makes of the same movements, to the trace index too', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      movements: [
        row('receipt', 'MILK L1', 100, on(2, '12:00')),
        row('receipt', 'SALT', 9, on(3, '12:00')),
        row('receipt', 'CHIP K1', 5, on(4, '12:00')),
        row('consumption', 'MILK L1', 40, on(5, '12:00')),
        row('consumption', 'CHIP K1 #7', 1, on(6, '12:00')),
        row('output', 'CAKE C1', 12, on(7, '12:00')),
        row('shipment', 'CAKE C1', 10, on(8, '12:00'), { id: 'OUT' }),
        row('customer-return', 'CAKE C1', 2, on(9, '12:00')),
        row('production-return', 'CHIP K1 #7', 1, on(10, '12:00')),
        row('shipment', 'CAKE C1', 10, on(11, '12:00'), {
          from: '',
          status_from: '',
          to: 'STORE',
          status: 'A',
          reverses: 'OUT',
        }),
      ],
    });
    const made = new PlantStore();
    // Every record of the other, in its order, so that their ids are the same.
    for (const { code = '', lot_tracking: lots, serial_tracking: serials } of products)
      made.product(code, {
        // The tables are written in the words of the format.
        lotTracking: (lots ?? 'none') as LotTracking,
        serialTracking: (serials ?? 'none') as SerialTracking,
      });
    for (const { code = '' } of partners) made.partner(code);
    for (const { code = '' } of locations) made.place(code);
    const [inside, used] = [{ to: 'STORE' }, { from: 'STORE', workOrder: 'WO-1' }];
    made.move({ kind: 'receipt', product: 'MILK', lot: 'L1', quantity: 100, at: 2, partner: 'S1', ...inside });
    made.move({ kind: 'receipt', product: 'SALT', quantity: 9, at: 3, partner: 'S1', ...inside });
    made.move({ kind: 'receipt', product: 'CHIP', lot: 'K1', quantity: 5, at: 4, partner: 'S1', ...inside });
    made.move({ kind: 'consumption', product: 'MILK', lot: 'L1', quantity: 40, at: 5, ...used });
    const chip = { product: 'CHIP', lot: 'K1', serial: '7', under: { lot: 'K1' }, quantity: 1 };
    made.move({ kind: 'consumption', ...chip, at: 6, ...used });
    made.move({ kind: 'output', product: 'CAKE', lot: 'C1', quantity: 12, at: 7, workOrder: 'WO-1', ...inside });
    const cake = { product: 'CAKE', lot: 'C1', partner: 'C1' };
    const out = made.move({ kind: 'shipment', ...cake, quantity: 10, at: 8, from: 'STORE' });
    made.move({ kind: 'customer-return', ...cake, quantity: 2, at: 9, ...inside });
    made.move({ kind: 'production-return', ...chip, at: 10, workOrder: 'WO-1', ...inside });
    made.reverse(out, 11);

    const { db } = plant.app.store.reader();
    expect(heldIn(made.db)).toEqual(heldIn(db));
    const [ours, theirs] = [indexOf(made), indexOf({ db })];
    for (const { id } of made.db.prepare<[], { id: number }>('select id from unit').all())
      for (const direction of ['upstream', 'downstream'] as const)
        expect(ours.walk({ roots: [id], direction })).toEqual(theirs.walk({ roots: [id], direction }));
    expect(plant.verify()).toMatchObject({ ok: true });
  });
});
