import { describe, expect, it } from 'vitest';
import type { Cells } from '../support/exportFiles.ts';
import { tellInTurn as tell } from '../support/foundInTurn.ts';
import { on, row } from '../support/plantTables.ts';

const receive = (goods: string, quantity: number, day = 2, more: Cells = {}) =>
  row('receipt', goods, quantity, on(day), more);
const ship = (goods: string, quantity: number, more: Cells) => row('shipment', goods, quantity, '', more);
const back = (goods: string, quantity: number, more: Cells) => row('customer-return', goods, quantity, '', more);
const giveBack = (goods: string, quantity: number, more: Cells) => row('supplier-return', goods, quantity, '', more);
const oil = receive('OIL O1', 100);

describe('a return of which only the day is known', () => {
  const midnight = (day: number) => ({ at: `2026-01-0${day}T00:00:00+01:00` });
  const noon = (day: number) => ({ at: `2026-01-0${day}T12:00:00+01:00` });

  it('may be of goods that went on that day, to a customer, to a supplier or inside others', async () => {
    const inside = [
      receive('MOTOR #B7', 1),
      row('consumption', 'MOTOR #B7', 1, on(3, '09:00')),
      row('output', 'PUMP #P7', 1, on(3, '10:00')),
      ship('PUMP #P7', 1, noon(4)),
      back('MOTOR #B7', 1, midnight(4)),
    ];
    const unnamed = [ship('OIL O1', 5, noon(4)), back('OIL', 5, midnight(4)), row('assign', 'OIL O1', 5, on(5))];
    expect(await tell([oil, ship('OIL O1', 5, noon(4)), back('OIL O1', 5, midnight(4))])).toEqual([[]]);
    expect(
      await tell([
        receive('OIL O9', 20, 2),
        oil,
        receive('OIL O9', 8, 4, { ...noon(4), partner: 'S2' }),
        giveBack('OIL O9', 8, { ...midnight(4), partner: 'S2' }),
      ]),
    ).toEqual([[expect.stringContaining('OIL lot O9 came from S2, but also from S1')]]);
    expect(await tell(inside)).toEqual([[]]);
    expect(await tell([oil, ...unnamed])).toEqual([[]]);
  });

  it('is told where the goods went a day later, or it has a time', async () => {
    const tooEarly = [expect.stringContaining('sent back 5 of OIL lot O1, but had got 0 by then')];
    for (const at of [midnight(3), { at: '2026-01-04T00:01:00+01:00' }])
      expect(await tell([oil, ship('OIL O1', 5, noon(4)), back('OIL O1', 5, at)])).toEqual([tooEarly]);
  });
});
