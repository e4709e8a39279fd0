import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';
import { tellInTurn as tell, toldOf as told } from '../support/foundInTurn.ts';
import { on, row } from '../support/plantTables.ts';

const receive = (goods: string, quantity: number, day = 2) => row('receipt', goods, quantity, on(day));
const ship = (goods: string, quantity: number, day = 4, more = {}) => row('shipment', goods, quantity, on(day), more);
const back = (goods: string, quantity: number, day = 6) => row('customer-return', goods, quantity, on(day));
const oil = receive('OIL O1', 100);

describe('goods of a product that was taken over as opening stock', () => {
  const opened = [
    row('opening', 'OIL O1', 10, on(2)),
    row('opening', 'MOTOR #1', 1, on(2)),
    row('opening', 'CHIP L1', 9, on(2)),
  ];
  const [made, motor] = [receive('OIL O7', 20, 3), receive('MOTOR #7', 1, 3)];

  it('may come back from a customer who got them before: of what was taken over, or that was never here', async () => {
    const old = [back('OIL O1', 4), back('OIL O0', 4), back('OIL', 4), back('MOTOR #0', 1), back('CHIP L1 #9', 1)];
    expect(await tell([...opened, made, motor, ...old])).toEqual([[]]);
    expect(
      await tell(opened, [ship('OIL O1', 3), back('OIL O1', 5), back('OIL O0', 4)], [back('OIL O1', 1, 7)]),
    ).toEqual([[], [], []]);
    // Goods that got their lot after they had been taken over without one.
    const named = [row('opening', 'OIL', 5, on(2)), row('assign', 'OIL O3', 5, on(3))];
    expect(await tell([...named, back('OIL O3', 2)])).toEqual([[]]);
  });

  it('are told where their lot or serial came in since, or somebody else got it', async () => {
    expect(await tell([...opened, made, ship('OIL O7', 5), back('OIL O7', 6)])).toEqual([
      [expect.stringContaining('C1 sent back 6 of OIL lot O7, but had got 5')],
    ]);
    const away = ship('MOTOR #1', 1, 4, { partner: 'C2' });
    expect(await tell([...opened, away, back('MOTOR #1', 1)])).toEqual([
      [expect.stringContaining('had got 0 by then. It went to C2.')],
    ]);
    const issued = ship('CHIP L1 #9', 1, 4, { partner: 'C2' });
    expect((await tell([...opened, issued, back('CHIP L1 #9', 1)]))[0]).toHaveLength(1);
    expect(
      (await tell([...opened, motor, ship('MOTOR #7', 1, 4, { partner: 'C2' }), back('MOTOR #7', 1)]))[0],
    ).toHaveLength(1);
  });

  it('are told where they came back before, or were made after, or where another product was taken over', async () => {
    expect((await tell([row('opening', 'OIL O1', 10, on(8)), back('OIL O0', 1)]))[0]).toHaveLength(1);
    expect((await tell([row('opening', 'SALT', 10, on(2)), oil, back('OIL O0', 1)]))[0]).toHaveLength(1);
    await using plant = await buildPlantApp();
    const lots = [{ product: 'OIL', lot: 'O5', manufactured_on: '2026-01-05' }];
    expect(told(await plant.take({ lots, movements: [...opened, back('OIL O5', 1)] }))).toEqual([
      expect.stringContaining('C1 sent back 1 of OIL lot O5, but had got 0'),
    ]);
  });
});
