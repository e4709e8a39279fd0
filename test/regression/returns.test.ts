import { describe, expect, it } from 'vitest';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import type { Cells } from '../support/exportFiles.ts';
import { tellInTurn as tell, toldOf as told } from '../support/foundInTurn.ts';
import { on, postedRow, row } from '../support/plantTables.ts';

const receive = (goods: string, quantity: number, day = 2, more = {}) => row('receipt', goods, quantity, on(day), more);
const ship = (goods: string, quantity: number, day = 4, more = {}) => row('shipment', goods, quantity, on(day), more);
const back = (goods: string, quantity: number, day = 6, more = {}) =>
  row('customer-return', goods, quantity, on(day), more);
const giveBack = (goods: string, quantity: number, day = 6, more = {}) =>
  row('supplier-return', goods, quantity, on(day), more);
const oil = receive('OIL O1', 100);
const out = ship('OIL O1', 5, 4, { id: 'OUT' });
const undo = row('shipment', 'OIL O1', 5, on(9), {
  from: '',
  status_from: '',
  to: 'STORE',
  status: 'A',
  id: 'UNDO',
  reverses: 'OUT',
});

describe('goods that come back from a customer', () => {
  it('are told where more comes back than went there', async () => {
    const [tale] = await tell([oil, ship('OIL O1', 40), back('OIL O1', 25), back('OIL O1', 35, 7)]);
    expect(tale).toEqual([
      expect.stringMatching(
        /^5 quantity INSUFFICIENT_QTY: DOC-1: C1 sent back 60 of OIL lot O1, but had got 40 by then/,
      ),
    ]);
    expect(await tell([oil, ship('OIL O1', 40), back('OIL O1', 25), back('OIL O1', 15, 7)])).toEqual([[]]);
  });

  it('are told where the customer never got them: another lot, or another customer did', async () => {
    const [tale] = await tell([
      oil,
      receive('OIL O2', 9),
      ship('OIL O1', 40),
      back('OIL O2', 1),
      back('OIL O1', 2, 6, { partner: 'C2' }),
    ]);
    expect(tale).toEqual([
      expect.stringContaining('C1 sent back 1 of OIL lot O2, but had got 0'),
      expect.stringContaining('C2 sent back 2 of OIL lot O1, but had got 0'),
    ]);
  });

  it('are told by product where it has no lots, and by the sublot where it has', async () => {
    const [tale] = await tell([
      receive('SALT', 9),
      ship('SALT', 5),
      back('SALT', 6),
      receive('CHEESE C1/S1', 9),
      ship('CHEESE C1/S1', 5),
      back('CHEESE C1/S2', 5),
    ]);
    expect(tale).toEqual([
      expect.stringContaining('sent back 6 of SALT, but had got 5'),
      expect.stringContaining('sent back 5 of CHEESE lot C1 sublot S2, but had got 0'),
    ]);
  });

  it('are told by the serial, with who got it instead', async () => {
    const [tale] = await tell([
      receive('MOTOR #7', 1),
      receive('MOTOR #8', 1),
      ship('MOTOR #7', 1, 4, { partner: 'C2' }),
      ship('MOTOR #8', 1),
      back('MOTOR #7', 1),
      back('MOTOR #8', 1),
    ]);
    expect(tale).toEqual([
      expect.stringMatching(/C1 sent back 1 of MOTOR serial 7, but had got 0 by then\. It went to C2\./),
    ]);
  });

  it('are told once for a range of serials', async () => {
    const pumps = { quantity: '3', serial: 'P01..P03' };
    const dock = receive('PUMP', 3, 2, { to: 'DOCK' });
    const stow = row('put-away', 'PUMP', 3, on(3), pumps);
    const [tale] = await tell([
      dock,
      stow,
      ship('PUMP #P01', 1),
      ship('PUMP', 2, 4, { quantity: '2', serial: 'P02..P03', partner: 'C2' }),
      back('PUMP', 3, 6, pumps),
    ]);
    expect(tale).toEqual([
      expect.stringMatching(/^6 quantity .*PUMP serial P02, but had got 0.*The same holds for 1 more/),
    ]);
  });

  it('with a serial that was named on issue are that serial, and without one any of the lot', async () => {
    const chips = receive('CHIP L1', 9);
    const out = [ship('CHIP L1 #1', 1), ship('CHIP L1 #2', 1)];
    expect(await tell([chips, ...out, back('CHIP L1', 1), back('CHIP L1 #1', 1, 7)])).toEqual([[]]);
    const [tale] = await tell([chips, ...out, back('CHIP L1', 2), back('CHIP #2', 1, 7)]);
    expect(tale).toEqual([expect.stringContaining('CHIP lot L1 serial 2')]);
  });

  it('are told where they came before they went, also when they are entered late', async () => {
    expect(await tell([oil, back('OIL O1', 5, 3), ship('OIL O1', 5)])).toEqual([
      [expect.stringMatching(/^3 quantity/)],
    ]);
    const [, late] = await tell([oil, ship('OIL O1', 5)], [back('OIL O1', 5, 3)]);
    expect(late).toEqual([expect.stringContaining('sent back 5 of OIL lot O1, but had got 0')]);
    // Of one moment the goods went first.
    expect(await tell([oil, back('OIL O1', 5, 4), ship('OIL O1', 5)])).toEqual([[]]);
  });

  it('went without a lot, and may be any that come back with one, but only once', async () => {
    const plain = [receive('OIL O1', 1), receive('OIL O2', 1), receive('OIL', 20), ship('OIL', 10)];
    const [tale] = await tell([...plain, back('OIL O1', 10), back('OIL O2', 4, 7)]);
    expect(tale).toEqual([expect.stringContaining('sent back 4 of OIL lot O2, but had got 0')]);
    expect(await tell([oil, ship('OIL O1', 10), back('OIL', 10)])).toEqual([[]]);
    // Also when the first of them came back in an earlier import.
    const [, later] = await tell([...plain, back('OIL O1', 10)], [back('OIL O2', 4, 7)]);
    expect(later).toEqual([expect.stringContaining('OIL lot O2')]);
  });

  it('went without a lot, and are told where nothing of the lot they bear was here by then', async () => {
    const plain = [receive('OIL', 20), ship('OIL', 10)];
    const unknown = [
      expect.stringMatching(
        /sent back 4 of OIL lot O9, but had got 0 by then\. Goods without a lot had gone there, but/,
      ),
    ];
    expect(await tell([...plain, back('OIL O9', 4)])).toEqual([unknown]);
    expect(await tell(plain, [back('OIL O9', 4)])).toEqual([[], unknown]);
    const late = [receive('OIL O9', 50, 5), row('output', 'OIL O9', 50, on(5))];
    for (const arrival of late) {
      expect(await tell([...plain, arrival, back('OIL O9', 4)])).toEqual([unknown]);
      expect(await tell([arrival], [...plain, back('OIL O9', 4)])).toEqual([[], unknown]);
    }
    // It was here, under its name or named here, or its record says that it may have been.
    expect(await tell([...plain, receive('OIL O9', 1, 4), back('OIL O9', 4)])).toEqual([[]]);
    const named = row('assign', 'OIL O9', 5, on(3));
    expect(await tell([...plain, named, back('OIL O9', 4)])).toEqual([[]]);
    await using plant = await buildPlantApp();
    expect(told(await plant.take({ lots: [{ product: 'OIL', lot: 'O9' }], movements: plain }))).toEqual([]);
    expect(told(await plant.take({ movements: [back('OIL O9', 4)] }))).toEqual([]);
    // What went under the name counts with it, and more than that does not come back as it.
    const both = [receive('OIL O9', 3, 5), ship('OIL O9', 3, 5)];
    expect(await tell([...plain, ...both, back('OIL O9', 3)])).toEqual([[]]);
    expect(await tell([...plain, ...both, back('OIL O9', 4)])).toEqual([
      [expect.stringContaining('sent back 4 of OIL lot O9, but had got 3')],
    ]);
  });
});

describe('a piece that went to a customer inside other goods', () => {
  const link = (order: string, parent: string, component: string) => {
    const [[parentProduct = '', parentName = ''], [product = '', serial = '']] = [
      parent.split(' '),
      component.split(' '),
    ];
    const isSerial = parentName.startsWith('#');
    return {
      work_order: order,
      parent_product: parentProduct,
      parent_lot: isSerial ? '' : parentName,
      parent_serial: isSerial ? parentName.slice(1) : '',
      component_product: product,
      component_serial: serial.slice(1),
      quantity: '1',
    };
  };
  const build = (order: string, part: string, whole: string, day = 3) => [
    row('consumption', part, 1, on(day), { work_order: order }),
    row('output', whole, 1, on(day, '09:00'), { work_order: order }),
  ];
  const board = receive('MOTOR #B7', 1);
  const pump = build('WO-1', 'MOTOR #B7', 'PUMP #P1');
  const boardBack = back('MOTOR #B7', 1);
  const none = expect.stringContaining('C1 sent back 1 of MOTOR serial B7, but had got 0 by then');

  it('may come back alone, linked or made in the same run, but only once and from that customer', async () => {
    await using plant = await buildPlantApp();
    const serialLinks = [link('WO-1', 'PUMP #P1', 'MOTOR #B7'), link('WO-1', 'PUMP #P2', 'MOTOR #B8')];
    const two = [receive('MOTOR #B8', 1), ...build('WO-1', 'MOTOR #B8', 'PUMP #P2')];
    const movements = [board, ...two, ...pump, ship('PUMP #P1', 1), boardBack, back('MOTOR #B8', 1)];
    // The other one sits in a pump that nobody got.
    expect(told(await plant.take({ movements, serial_links: serialLinks }))).toEqual([
      expect.stringContaining('C1 sent back 1 of MOTOR serial B8, but had got 0'),
    ]);
    expect(await tell([board, ...pump, ship('PUMP #P1', 1), boardBack])).toEqual([[]]);
    expect(await tell([board, ...pump, ship('PUMP #P1', 1)], [boardBack])).toEqual([[], []]);
    expect(await tell([board, ...pump, ship('PUMP #P1', 1), { ...boardBack, partner: 'C2' }])).toEqual([
      [expect.stringContaining('C2 sent back 1 of MOTOR serial B7, but had got 0')],
    ]);
    expect(await tell([board, ...pump, ship('PUMP #P1', 1), back('PUMP #P1', 1, 5), boardBack])).toEqual([
      // It came back in the pump.
      [expect.stringContaining('C1 sent back 2 of MOTOR serial B7, but had got 1')],
    ]);
    expect(await tell([board, ...pump, boardBack])).toEqual([[none]]);
    expect(await tell([board, ...pump, ship('PUMP #P1', 1, 8), boardBack])).toEqual([[none]]);
    const again = [row('scrap', 'MOTOR #B7', 1, on(7)), back('MOTOR #B7', 1, 8)];
    expect(await tell([board, ...pump, ship('PUMP #P1', 1), boardBack, ...again])).toEqual([
      [expect.stringContaining('C1 sent back 2 of MOTOR serial B7, but had got 1')],
    ]);
  });

  it('may have been built in in several steps, and into pieces that are a lot or are named as they go out', async () => {
    const cake = build('WO-2', 'PUMP #P1', 'CAKE K1', 4);
    const movements = [board, ...pump, ...cake, ship('CAKE K1', 1, 5), boardBack];
    expect(await tell(movements)).toEqual([[]]);
    expect(await tell([...movements.slice(0, -2), boardBack])).toEqual([[none]]);
    const chip = build('WO-2', 'PUMP #P1', 'CHIP L1', 4);
    expect(await tell([board, ...pump, ...chip, ship('CHIP L1 #1', 1, 5), boardBack])).toEqual([[]]);
  });

  it('went with it only while it was inside', async () => {
    const out = row('production-return', 'MOTOR #B7', 1, on(4));
    const used = row('scrap', 'MOTOR #B7', 1, on(4, '10:00'));
    expect(await tell([board, ...pump, out, used, ship('PUMP #P1', 1, 5), boardBack])).toEqual([[none]]);
  });

  it('cannot be given back by its work order once that has left', async () => {
    const out = (day: number) => row('production-return', 'MOTOR #B7', 1, on(day), { work_order: 'WO-1' });
    const links = { serial_links: [link('WO-1', 'PUMP #P1', 'MOTOR #B7')] };
    const contradiction = expect.stringContaining(
      'Work order WO-1 gave back MOTOR serial B7, but PUMP serial P1, which it was built into, had gone to C1 by then',
    );
    const built = [board, ...pump];
    const gone = [...built, ship('PUMP #P1', 1, 5)];
    for (const more of [{}, links]) {
      await using plant = await buildPlantApp();
      expect(told(await plant.take({ movements: gone, ...more }))).toEqual([]);
      expect(told(await plant.take({ movements: [out(6)] }))).toEqual([contradiction]);
    }
    expect(await tell([...gone, out(6)])).toEqual([[contradiction]]);
    // Which of two pumps it is in is known once the link is there.
    await using late = await buildPlantApp();
    const another = row('output', 'PUMP #P2', 1, on(3, '09:30'), { work_order: 'WO-1' });
    expect(told(await late.take({ movements: [...gone, another, out(6)] }))).toEqual([]);
    expect(told(await late.take(links))).toEqual([contradiction]);
    const cake = [...built, ...build('WO-2', 'PUMP #P1', 'PUMP #P9', 4), ship('PUMP #P9', 1, 5)];
    expect(await tell([...cake, out(6)])).toEqual([[expect.stringContaining('PUMP serial P9, which')]]);
    const again = build('WO-3', 'MOTOR #B7', 'PUMP #P3', 8);
    expect(await tell([...gone, out(6), ...again, ship('PUMP #P3', 1, 9)])).toEqual([[contradiction]]);
    // Taken out before the pump left, or after it had come back.
    expect(await tell([...built, out(4), ship('PUMP #P1', 1, 5)])).toEqual([[]]);
    expect(await tell([...gone, back('PUMP #P1', 1, 6), out(7)])).toEqual([[]]);
  });

  it('is a piece: a lot that was used up in what went there does not come back out of it', async () => {
    const mixed = [row('consumption', 'OIL O1', 5, on(3)), row('output', 'CAKE K1', 5, on(3))];
    expect(await tell([oil, ...mixed, ship('CAKE K1', 5), back('OIL O1', 2)])).toEqual([
      [expect.stringContaining('C1 sent back 2 of OIL lot O1, but had got 0')],
    ]);
  });
});

describe('goods that go back to a supplier', () => {
  it('are told where more goes back than came, or none ever came from there', async () => {
    const [tale] = await tell([
      receive('OIL O1', 30),
      receive('OIL O1', 30, 3, { partner: 'S2' }),
      giveBack('OIL O1', 31),
      receive('OIL O3', 5),
      giveBack('OIL O3', 1, 7, { partner: 'S2' }),
    ]);
    expect(tale).toEqual([
      expect.stringContaining('OIL lot O1 came from S2, but also from S1'),
      expect.stringContaining('31 of OIL lot O1 went back to S1, but 30 had come from there'),
      expect.stringContaining('1 of OIL lot O3 went back to S2, but 0 had come from there'),
    ]);
  });

  it('are told where they were used up, and what lay there of their lot had come from elsewhere', async () => {
    const [ours, theirs] = [receive('OIL O1', 30), receive('OIL O1', 30, 5, { partner: 'S2' })];
    const mixed = expect.stringContaining('OIL lot O1 came from S2, but also from S1');
    const others = (most: number) =>
      expect.stringContaining(
        `DOC-1: 10 of OIL lot O1 went back to S1, but of what lay there by then at most ${most} can have come from S1`,
      );
    const use = (quantity: number) => row('consumption', 'OIL O1', quantity, on(3));
    expect(await tell([ours, use(30), theirs, giveBack('OIL O1', 10)])).toEqual([[mixed, others(0)]]);
    expect(await tell([ours, use(26), theirs], [giveBack('OIL O1', 10)])).toEqual([[mixed], [others(4)]]);
    // Some of it lay there, or nobody knows which was used.
    expect(await tell([ours, use(20), theirs, giveBack('OIL O1', 10)])).toEqual([[mixed]]);
    const early = { ...theirs, at: on(2) };
    expect(await tell([ours, early, use(30), giveBack('OIL O1', 10)])).toEqual([[mixed]]);
    const apart = [ours, row('transfer', 'OIL O1', 30, on(3)), theirs];
    expect(await tell([...apart, giveBack('OIL O1', 10)])).toEqual([[mixed, others(0)]]);
    expect(await tell([...apart, giveBack('OIL O1', 10, 6, { from: 'STORE2' })])).toEqual([[mixed]]);
    // Made here, but for what an order made of the lot itself, as one that sorts it does.
    const made = (order: string) => row('output', 'OIL O1', 30, on(4), { work_order: order });
    expect(await tell([ours, use(30), made('WO-2'), giveBack('OIL O1', 10)])).toEqual([[others(0)]]);
    expect(await tell([ours, use(30), made('WO-1'), giveBack('OIL O1', 10)])).toEqual([[]]);
  });

  it('may have come under no name, and got it at the dock', async () => {
    const dock = receive('OIL', 10, 2, { to: 'DOCK' });
    const stow = row('put-away', 'OIL O1', 10, on(3));
    expect(await tell([dock, stow, giveBack('OIL O1', 10)])).toEqual([[]]);
    const made = row('output', 'OIL O1', 5, on(3));
    expect((await tell([dock, stow, made, giveBack('OIL O1', 11)]))[0]).toHaveLength(1);
  });

  it('may have been taken over as opening stock, unless the lot is known to be another supplier’s', async () => {
    const opening = row('opening', 'OIL O1', 10, on(2));
    expect(await tell([opening, giveBack('OIL O1', 10)])).toEqual([[]]);
    await using plant = await buildPlantApp();
    const lots = [
      { product: 'OIL', lot: 'O1', supplier: 'S2' },
      { product: 'OIL', lot: 'O2', supplier: 'S1' },
    ];
    const movements = [opening, row('opening', 'OIL O2', 10, on(2)), giveBack('OIL O1', 1), giveBack('OIL O2', 1)];
    expect(told(await plant.take({ lots, movements }))).toEqual([
      expect.stringContaining('OIL lot O1 went back to S1'),
    ]);
  });
});

describe('what is found of goods that come back', () => {
  it('counts nothing that was undone', async () => {
    expect((await tell([oil, out, undo, back('OIL O1', 5, 10)]))[0]).toHaveLength(1);
    const wrong = back('OIL O1', 6, 6, { id: 'IN' });
    const undone = row('customer-return', 'OIL O1', 6, on(9), {
      to: '',
      status: '',
      from: 'STORE',
      status_from: 'A',
      id: 'UNDO-IN',
      reverses: 'IN',
    });
    expect(await tell([oil, out, wrong, undone, back('OIL O1', 5, 10)])).toEqual([[]]);
  });

  it('is told when what had gone there is undone later, at the row that undoes it', async () => {
    const tales = await tell([oil, out, back('OIL O1', 5)], [undo]);
    expect(tales[0]).toEqual([]);
    expect(tales[1]).toEqual([expect.stringMatching(/^2 quantity .*sent back 5 of OIL lot O1, but had got 0/)]);
  });

  it('is told once, and not again by what is imported later', async () => {
    const tales = await tell(
      [oil, out, back('OIL O1', 9)],
      [oil, out, back('OIL O1', 9), ship('OIL O1', 1, 8)],
      [receive('OIL O2', 5), ship('OIL O2', 5, 8), back('OIL O2', 5, 9)],
      [back('OIL O1', 2, 10)],
    );
    expect(tales.map(({ length }) => length)).toEqual([1, 0, 0, 1]);
  });

  it('is what a return entered late makes of those after it', async () => {
    const [, late] = await tell([oil, out, back('OIL O1', 5, 10)], [back('OIL O1', 3, 6)]);
    expect(late).toEqual([expect.stringMatching(/^2 quantity .*sent back 8 of OIL lot O1, but had got 5/)]);
  });

  it('makes no difference to what is imported: stock, and the whole of the record holds', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [oil, out, back('OIL O1', 9)] });
    expect(await plant.stock('OIL')).toEqual(['OIL O1 @ STORE A = 104']);
    expect(plant.verify().ok).toBe(true);
  });
});

describe('goods that are booked back by hand', () => {
  const book = async (plant: TestApp, ...rows: Cells[]) =>
    await plant.ask('movements.post', { movements: rows.map(postedRow) });

  it('are taken, since they lie here, and the reply says what cannot be', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [oil, out] });
    expect(await book(plant, back('OIL O1', 4))).not.toHaveProperty('findings');
    const reply = await book(plant, receive('SALT', 1), back('OIL O1', 2, 7));
    expect(reply.movements).toHaveLength(2);
    expect(reply.findings).toEqual([
      {
        movement: 1,
        column: 'quantity',
        code: 'INSUFFICIENT_QTY',
        message: expect.stringContaining('C1 sent back 6 of OIL lot O1, but had got 5'),
      },
    ]);
    expect(await plant.stock('OIL')).toEqual(['OIL O1 @ STORE A = 101']);
    const more = await book(plant, row('production-return', 'SALT', 1, on(8)), giveBack('SALT', 2, 9));
    expect(more.findings?.map(({ movement }) => movement)).toEqual([0, 1]);
  });

  it('are told of when what had gone there is undone', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [oil] });
    const id = await plant.post('shipment', 'OIL O1', 5, on(4));
    await plant.post('customer-return', 'OIL O1', 5, on(5));
    const reply = await plant.ask('movements.reverse', { movements: [id], reason: 'booked twice' });
    expect(reply.findings).toEqual([expect.objectContaining({ movement: 0, code: 'INSUFFICIENT_QTY' })]);
  });
});
