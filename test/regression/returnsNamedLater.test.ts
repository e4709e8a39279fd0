import { describe, expect, it } from 'vitest';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { on, postedRow, row } from '../support/plantTables.ts';

type Cells = ReturnType<typeof row>;

/** What an import tells, as "row column code: message". */
async function told(plant: TestApp, ...movements: Cells[]): Promise<string[]> {
  const { findings } = await plant.take({ movements });
  return findings.map(({ row: at, column, code, message }) => `${at} ${column} ${code}: ${message}`);
}

/** What each import in turn tells. */
async function tell(...imports: Cells[][]): Promise<string[][]> {
  await using plant = await buildPlantApp();
  const all: string[][] = [];
  for (const movements of imports) all.push(await told(plant, ...movements));
  expect(plant.verify().ok).toBe(true);
  return all;
}

const atDock = { to: 'DOCK' };
const receive = (goods: string, quantity: number, day = 2, more = {}) => row('receipt', goods, quantity, on(day), more);
const ship = (goods: string, quantity: number, day = 4, more = {}) => row('shipment', goods, quantity, on(day), more);
const back = (goods: string, quantity: number, day = 6, more = {}) =>
  row('customer-return', goods, quantity, on(day), { ...atDock, ...more });
const stow = (goods: string, quantity: number, day = 8, more = {}) =>
  row('put-away', goods, quantity, on(day), { document: 'PA-8', ...more });
const assign = (goods: string, quantity: number, day = 8, more = {}) =>
  row('assign', goods, quantity, on(day), { document: 'LA-8', from: 'DOCK', ...atDock, ...more });

/** Two lots lie here, of one of which the customer got 40. */
const start = [receive('MILK M1', 100), receive('MILK M2', 100), ship('MILK M1', 40)];

const isTold = (at: number, what: string) =>
  expect.stringMatching(new RegExp(`^${at} quantity INSUFFICIENT_QTY: .*${what}`));

describe('goods that came back without a lot', () => {
  it('and are put away under one that the customer never got are told at the put-away', async () => {
    expect(await tell([...start, back('MILK', 10), stow('MILK M2', 10)])).toEqual([
      [isTold(6, 'PA-8 names 10 of the goods that came back from C1 MILK lot M2, but at most 0')],
    ]);
    expect(await tell([...start, back('MILK', 10), stow('MILK M1', 10)])).toEqual([[]]);
  });

  it('are told the same where the lot is assigned, in a later import, and where it is new', async () => {
    expect(await tell([...start, back('MILK', 10)], [assign('MILK M2', 10)])).toEqual([[], [isTold(2, 'LA-8 .*M2')]]);
    expect(await tell([...start, back('MILK', 10)], [assign('MILK M1', 10)])).toEqual([[], []]);
    expect(await tell([...start], [back('MILK', 10)], [stow('MILK M9', 10)])).toEqual([[], [], [isTold(2, 'M9')]]);
  });

  it('are told for what is more than the customer got of the lot, in one step or in several', async () => {
    const many = [...start, ship('MILK M2', 3), back('MILK', 43)];
    expect(await tell([...many, stow('MILK M2', 5)])).toEqual([[isTold(7, 'names 5 .* at most 3')]]);
    expect(await tell([...many, stow('MILK M2', 2), stow('MILK M2', 2, 9), stow('MILK M1', 39, 9)])).toEqual([
      [isTold(8, 'names 2 .* at most 1')],
    ]);
    expect(await tell([...many, stow('MILK M2', 3), stow('MILK M1', 40, 9)])).toEqual([[]]);
  });

  it('count with what came back under the name outright, before and after', async () => {
    const more = [...start, ship('MILK M2', 5)];
    expect(await tell([...more, back('MILK M2', 4, 5, { to: 'STORE' }), back('MILK', 2), stow('MILK M2', 2)])).toEqual([
      [isTold(8, 'names 2 .* at most 1')],
    ]);
    expect(await tell([...more, back('MILK', 5), stow('MILK M2', 5), back('MILK M2', 5, 9, { to: 'STORE' })])).toEqual([
      [isTold(8, '5 of MILK lot M2 came back from C1, but at most 0 can be that')],
    ]);
  });

  it('cannot be what went to the customer after they came back', async () => {
    expect(await tell([...start, back('MILK', 10), ship('MILK M2', 10, 7), stow('MILK M2', 10)])).toEqual([
      [isTold(6, 'at most 0')].map(() => isTold(7, 'at most 0')),
    ]);
  });

  it('may be what went without a lot, or what another movement of the same moment shows', async () => {
    const oil = [receive('OIL', 20), ship('OIL', 10), back('OIL', 10, 6, { to: 'QUAR' })];
    const give = (lot: string, quantity: number) =>
      assign(`OIL ${lot}`, quantity, 8, { from: 'QUAR', to: 'QUAR', document: lot });
    expect(await tell([...oil, give('O1', 4), give('O2', 6)])).toEqual([[]]);
    const moment = [
      stow('MILK M2', 10, 6),
      back('MILK', 10, 6),
      ship('MILK M2', 10, 6),
      receive('MILK M2', 50),
      receive('MILK M1', 50),
    ];
    expect(await tell(moment)).toEqual([[]]);
    expect(await tell(moment.with(2, ship('MILK M1', 10, 6)))).toEqual([[isTold(2, 'M2')]]);
  });

  it('are told by the sublot, named at once or in two steps', async () => {
    const cheese = [receive('CHEESE C1/S1', 9), receive('CHEESE C1/S2', 9), ship('CHEESE C1/S1', 5)];
    expect(await tell([...cheese, back('CHEESE', 5), stow('CHEESE C1/S2', 5)])).toEqual([[isTold(6, 'sublot S2')]]);
    expect(await tell([...cheese, back('CHEESE C1', 5), stow('CHEESE C1/S2', 5)])).toEqual([[isTold(6, 'sublot S2')]]);
    const first = [...cheese, back('CHEESE', 5), assign('CHEESE C1', 5, 7)];
    expect(await tell([...first, stow('CHEESE C1/S1', 5)])).toEqual([[]]);
    expect(await tell([...first, stow('CHEESE C1/S2', 5)])).toEqual([[isTold(7, 'sublot S2')]]);
    expect(await tell([...cheese, back('CHEESE', 5), assign('CHEESE C9', 5, 7), stow('CHEESE C9/S2', 5)])).toEqual([
      [isTold(6, 'lot C9'), isTold(7, 'sublot S2')],
    ]);
  });

  it('are told by the serial where the put-away names it, once for a range', async () => {
    const range = (serial: string, day: number, more = {}) => stow('PUMP', 3, day, { serial, ...more });
    const pumps = [
      receive('PUMP', 6, 2, atDock),
      range('P01..P03', 3),
      range('P04..P06', 3),
      ship('PUMP #P01', 1),
      ship('PUMP', 2, 4, { serial: 'P02..P03' }),
      back('PUMP', 3),
    ];
    const [tale] = await tell([...pumps, range('P07..P09', 8)]);
    expect(tale).toEqual([isTold(8, 'PUMP serial P07, but at most 0.* The same holds for 2 more')]);
    const motors = [receive('MOTOR #7', 1), ship('MOTOR #7', 1), back('MOTOR', 1)];
    expect(await tell([...motors, stow('MOTOR #8', 1)])).toEqual([[isTold(5, 'serial 8')]]);
  });

  it('from a work order are told where it never used the lot', async () => {
    const used = [receive('MILK M1', 9), receive('MILK M2', 9), row('consumption', 'MILK M1', 5, on(4))];
    const unused = row('production-return', 'MILK', 2, on(6), atDock);
    expect(await tell([...used, unused, stow('MILK M1', 2)])).toEqual([[]]);
    expect(await tell([...used, unused, stow('MILK M2', 2)])).toEqual([
      [isTold(6, 'from work order WO-1 MILK lot M2')],
    ]);
    // What was used is often booked later.
    const late = row('consumption', 'MILK M2', 2, on(7));
    expect(await tell([...used, unused, stow('MILK M2', 2), late])).toEqual([[]]);
  });
});

describe('goods without a lot that came back from several, or lie with others', () => {
  const both = [...start, ship('MILK M2', 6, 4, { partner: 'C2' }), back('MILK', 10)];
  const other = back('MILK', 10, 6, { partner: 'C2' });

  it('are told where none of those who sent them could have sent as much', async () => {
    expect(await tell([...both, other, stow('MILK M2', 6), stow('MILK M1', 10, 9)])).toEqual([
      // The other customer got 6 in all and sent 10: that was told of the return itself.
      [isTold(7, 'C2 sent back 10')],
    ]);
    expect(await tell([...both, back('MILK', 6, 6, { partner: 'C2' }), stow('MILK M2', 8)])).toEqual([
      [isTold(8, 'came back from C1, C2 MILK lot M2, but at most 6')],
    ]);
  });

  it('are told in several steps only where no way of telling whose they were explains all', async () => {
    const pool = [
      ...start,
      ship('MILK M2', 5),
      ship('MILK M1', 5, 4, { partner: 'C2' }),
      back('MILK', 5),
      back('MILK', 5, 6, { partner: 'C2' }),
    ];
    // The first named are the second customer's, though the first had got that lot too.
    expect(await tell([...pool, stow('MILK M1', 5), stow('MILK M2', 5, 9)])).toEqual([[]]);
    expect(await tell([...pool, stow('MILK M1', 6), stow('MILK M2', 4, 9)])).toEqual([[]]);
    expect(await tell([...pool, stow('MILK M2', 6)])).toEqual([[isTold(9, 'at most 5')]]);
  });

  it('are told where goods that were received without a lot do not explain them', async () => {
    const dock = receive('MILK', 8, 5, atDock);
    expect(await tell([...start, dock, back('MILK', 10), stow('MILK M9', 8)])).toEqual([[]]);
    expect(await tell([...start, dock, back('MILK', 10), stow('MILK M9', 9)])).toEqual([[isTold(7, 'at most 8')]]);
    // What is received later was not there.
    const later = receive('MILK', 8, 9, atDock);
    expect(await tell([...start, back('MILK', 10), stow('MILK M9', 4), later])).toEqual([[isTold(6, 'at most 0')]]);
    // Nor was what lies elsewhere.
    const elsewhere = receive('OIL', 50, 5);
    const oil = [receive('OIL O1', 9), ship('OIL O1', 5), elsewhere, back('OIL', 5, 6, { to: 'QUAR' })];
    const there = { from: 'QUAR', to: 'QUAR' };
    expect(await tell([...oil, assign('OIL O2', 5, 8, there)])).toEqual([[isTold(6, 'OIL lot O2')]]);
    const mixed = row('transfer', 'OIL', 5, on(7), { to: 'QUAR' });
    expect(await tell([...oil, mixed, assign('OIL O2', 5, 8, there)])).toEqual([[]]);
    expect(await tell([...oil, mixed, assign('OIL O2', 6, 8, there)])).toEqual([[isTold(7, 'at most 5')]]);
  });

  it('are followed when they are moved before they get their lot', async () => {
    const oil = [receive('OIL O1', 9), ship('OIL O1', 5), back('OIL', 5, 6, { to: 'QUAR' })];
    const moved = row('transfer', 'OIL', 5, on(7), { from: 'QUAR' });
    const give = (lot: string) => assign(`OIL ${lot}`, 5, 8, { from: 'STORE2', to: 'STORE2' });
    expect(await tell([...oil, moved, give('O1')])).toEqual([[]]);
    expect(await tell([...oil, moved, give('O2')])).toEqual([[isTold(6, 'OIL lot O2')]]);
  });
});

describe('a wrong name of goods that came back', () => {
  const wrong = stow('MILK M2', 10, 8, { id: 'WRONG' });
  const undo = row('put-away', 'MILK M2', 10, on(9), {
    from: 'STORE',
    to: 'DOCK',
    id: 'UNDO',
    reverses: 'WRONG',
  });

  it('counts no more once it is undone, and the right one is then fine', async () => {
    const all = [...start, back('MILK', 10), wrong];
    expect(await tell(all, [undo, stow('MILK M1', 10, 10)])).toEqual([[isTold(6, 'M2')], []]);
    expect(await tell([...all, undo, stow('MILK M1', 10, 10)])).toEqual([[]]);
  });

  it('is told once, and not again by what is imported later', async () => {
    const tales = await tell(
      [...start, back('MILK', 20), stow('MILK M2', 10, 8, { id: 'W1' })],
      [...start, back('MILK', 20), stow('MILK M2', 10, 8, { id: 'W1' })],
      [stow('MILK M1', 5, 9)],
      [stow('MILK M2', 5, 10)],
    );
    expect(tales.map(({ length }) => length)).toEqual([1, 0, 0, 1]);
  });

  it('is told when what had gone out is undone later, at the row that undoes it', async () => {
    const out = ship('MILK M2', 10, 4, { id: 'OUT' });
    const undone = row('shipment', 'MILK M2', 10, on(9), {
      from: '',
      status_from: '',
      to: 'STORE',
      status: 'A',
      id: 'BACK',
      reverses: 'OUT',
    });
    const tales = await tell([...start, out, back('MILK', 10), stow('MILK M2', 10)], [undone]);
    expect(tales).toEqual([[], [isTold(2, 'PA-8 names 10')]]);
  });

  it('is told of movements on the screen too, which are posted', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [...start, back('MILK', 10)] });
    const reply = await plant.ask('movements.post', { movements: [stow('MILK M2', 10)].map(postedRow) });
    expect(reply.findings).toEqual([
      { movement: 0, column: 'quantity', code: 'INSUFFICIENT_QTY', message: expect.stringContaining('at most 0') },
    ]);
    expect(await plant.stock('MILK')).toContain('MILK M2 @ STORE A = 110');
  });
});

describe('goods that came without a lot and go back to a supplier', () => {
  const from = (partner: string, quantity: number, day = 2, more = {}) =>
    receive('MILK', quantity, day, { partner, ...atDock, ...more });
  const give = (goods: string, quantity: number, partner = 'S1', day = 10, more = {}) =>
    row('supplier-return', goods, quantity, on(day), { partner, ...more });
  /** Of the first supplier, put away before the second one's came. */
  const apart = [from('S1', 10), stow('MILK M1', 10, 3), from('S2', 10, 4), stow('MILK M2', 10, 5)];

  it('are told where what that supplier brought was named otherwise', async () => {
    expect(await tell([...apart, give('MILK M1', 10), give('MILK M2', 10, 'S2')])).toEqual([[]]);
    expect(await tell([...apart, give('MILK M2', 4)])).toEqual([
      [isTold(6, '4 of MILK lot M2 went back to S1, but at most 0 had come from there')],
    ]);
    expect(await tell(apart, [give('MILK M2', 4)])).toEqual([[], [isTold(2, 'M2 went back to S1')]]);
    expect(await tell([...apart, give('MILK M1', 4), give('MILK M1', 2, 'S2', 11)])).toEqual([
      [isTold(7, 'M1 went back to S2')],
    ]);
  });

  it('may be any that lay together, but no more than came', async () => {
    const mixed = [from('S1', 6), from('S2', 10), stow('MILK M1', 8, 5), stow('MILK M2', 8, 5)];
    expect(await tell([...mixed, give('MILK M2', 6)])).toEqual([[]]);
    expect(await tell([...mixed, give('MILK M1', 3), give('MILK M2', 3)])).toEqual([[]]);
    expect(await tell([...mixed, give('MILK M2', 7)])).toEqual([[isTold(6, 'M2 went back to S1')]]);
    expect(await tell([...mixed, give('MILK M1', 4), give('MILK M2', 4, 'S1', 11)])).toEqual([
      [isTold(7, 'M2 went back to S1')],
    ]);
  });

  it('go back without a lot only from where that supplier’s may lie', async () => {
    const plain = give('MILK', 4, 'S1', 6, { from: 'DOCK' });
    const named = [from('S1', 10), stow('MILK M1', 10, 3), from('S2', 10, 4), stow('MILK M2', 1, 8)];
    expect(await tell([...named, plain])).toEqual([[isTold(6, 'MILK went back to S1, but at most 0')]]);
    expect(await tell([...named, { ...plain, partner: 'S2' }])).toEqual([[]]);
    expect(await tell([from('S1', 10), from('S2', 10, 4), stow('MILK M2', 1, 8), plain])).toEqual([[]]);
  });

  it('may have been received under their name too, or taken over without one', async () => {
    const also = [...apart, receive('MILK M2', 3, 6)];
    // Two suppliers' goods under one lot are told of by themselves.
    const tales = await tell([...also, give('MILK M2', 3)]);
    expect(tales[0]?.filter((tale) => tale.includes('went back'))).toEqual([]);
    const opened = [row('opening', 'MILK', 5, on(1), atDock), stow('MILK M3', 5, 2, { at: on(1, '09:00') }), ...apart];
    expect(await tell([...opened, give('MILK M3', 5)])).toEqual([[]]);
  });
});
