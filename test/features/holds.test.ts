import { describe, expect, it } from 'vitest';
import { isLotlineError } from '#shared/kernel/errors.ts';
import type { Inputs } from '#shared/contract.ts';
import { codeOf, refusalOf } from '../support/app.ts';
import { buildFolder, csvFiles } from '../support/exportFiles.ts';
import { buildHeldPlant, heldPlaces, type HeldPlant, type HoldTarget } from '../support/heldPlant.ts';
import { signature, signIn } from '../support/people.ts';
import { on, plantWith, type posted, row } from '../support/plantTables.ts';
import { signAs } from '../support/signAs.ts';

type Movement = Parameters<typeof posted>;

/** The code a movement is refused with; "" where it is posted. */
const codeFor = async (plant: HeldPlant, movement: Movement): Promise<string> => {
  try {
    await plant.postAll([movement]);
    return '';
  } catch (error) {
    if (!isLotlineError(error)) throw error;
    return error.code;
  }
};

const no = 'STATUS_FORBIDS';

describe('goods on hold', () => {
  const moved = (goods: string, from = 'STORE'): Record<string, Movement> => ({
    shipped: ['shipment', goods, 1, on(20), { from }],
    consumed: ['consumption', goods, 1, on(20), { from }],
    'moved to another store': ['transfer', goods, 1, on(20), { from, to: from === 'STORE' ? 'STORE2' : 'STORE' }],
    'staged for production': ['transfer', goods, 1, on(20), { from, to: 'LINE' }],
    'brought to the loading place': ['transfer', goods, 1, on(20), { from, to: 'OUT' }],
    'put into quarantine': ['transfer', goods, 1, on(20), { from, to: 'QUAR' }],
    'brought to the rejected goods': ['transfer', goods, 1, on(20), { from, to: 'REJ' }],
    scrapped: ['scrap', goods, 1, on(20), { from }],
    'sent back': ['supplier-return', goods, 1, on(20), { from }],
    sampled: ['sample', goods, 1, on(20), { from }],
    'counted down': ['adjustment', goods, 1, on(20), { from, status_from: 'A', to: '', status: '' }],
  });
  const forbidden = [
    'shipped',
    'consumed',
    'moved to another store',
    'staged for production',
    'brought to the loading place',
  ];
  const away = ['put into quarantine', 'brought to the rejected goods'];

  const kinds: [what: string, target: HoldTarget, held: string, from: string, free: [goods: string, from: string][]][] =
    [
      ['a lot', { product: 'OIL', lot: 'O1' }, 'OIL O1', 'STORE', [['OIL O2', 'STORE']]],
      [
        'a sublot',
        { product: 'CHEESE', lot: 'L1', sublot: 'S1' },
        'CHEESE L1/S1',
        'STORE',
        [['CHEESE L1/S2', 'STORE']],
      ],
      ['a whole lot with sublots', { product: 'CHEESE', lot: 'L1' }, 'CHEESE L1/S2', 'STORE', [['OIL O1', 'STORE']]],
      ["a supplier's deliveries", { supplier: 'S2' }, 'OIL O2', 'STORE', [['OIL O1', 'STORE']]],
      [
        "a supplier's deliveries of one product",
        { supplier: 'S1', product: 'OIL' },
        'OIL O1',
        'STORE',
        [['CHEESE L1/S1', 'STORE']],
      ],
      ['the output of an order', { workOrder: 'WO-1' }, 'CAKE K1', 'STORE', [['CAKE K2', 'STORE']]],
      ['a location', { location: 'STORE2' }, 'OIL O3', 'STORE2', [['OIL O1', 'STORE']]],
      [
        'the first and last day of a window',
        { supplier: 'S1', product: 'CHEESE', receivedFrom: '2026-01-03', receivedTo: '2026-01-03' },
        'CHEESE L1/S1',
        'STORE',
        [['CHEESE L1/S2', 'STORE']],
      ],
      [
        'the days before the last of a window',
        { location: 'STORE', product: 'CHEESE', receivedFrom: '2026-01-04', receivedTo: '2026-01-05' },
        'CHEESE L1/S2',
        'STORE',
        [['CHEESE L1/S1', 'STORE']],
      ],
    ];

  it.each(kinds)('stay where they are, by a hold on %s', async (_what, target, held, from, free) => {
    await using plant = await buildHeldPlant();
    await plant.hold([target]);
    const isPlace = target.location !== undefined;
    for (const [act, movement] of Object.entries(moved(held, from))) {
      const isForbidden = forbidden.includes(act) || (isPlace && away.includes(act));
      expect([act, await codeFor(plant, movement)]).toEqual([act, isForbidden ? no : '']);
    }
    for (const [goods, at] of free)
      for (const [act, movement] of Object.entries(moved(goods, at)))
        expect([goods, act, await codeFor(plant, movement)]).toEqual([goods, act, '']);
    // It changed nothing that has to be given back: once lifted, all of it is as it was.
    await plant.lift(['H-1']);
    for (const [act, movement] of Object.entries(moved(held, from)))
      expect([act, await codeFor(plant, movement)]).toEqual([act, '']);
    expect(plant.verify().ok).toBe(true);
  });

  it.each([
    ['P-09', ''],
    ['P-10', no],
    ['P-12', no],
    ['P-13', ''],
    ['PX-11', ''],
  ])('stay where they are by a range of serials, %s as it lies in it', async (serial, code) => {
    await using plant = await buildHeldPlant();
    await plant.hold([{ product: 'PUMP', serialFrom: 'P-10', serialTo: 'P-12' }]);
    expect(await codeFor(plant, ['shipment', `PUMP #${serial}`, 1, on(20)])).toBe(code);
  });

  it('come in and are held then, and what is undone was never done', async () => {
    await using plant = await buildHeldPlant();
    await plant.postAll([['shipment', 'OIL O1', 5, on(10)]]);
    const [back] = await plant.postAll([['customer-return', 'OIL O1', 2, on(11), { to: 'STORE2' }]]);
    const [moved] = await plant.postAll([['transfer', 'OIL O1', 3, on(12)]]);
    await plant.hold([{ product: 'OIL', lot: 'O1' }]);
    expect(await codeFor(plant, ['receipt', 'OIL O1', 5, on(20), { to: 'QUAR' }])).toBe('');
    expect(await codeFor(plant, ['customer-return', 'OIL O1', 1, on(20)])).toBe('');
    expect(await codeFor(plant, ['shipment', 'OIL O1', 5, on(21), { from: 'QUAR' }])).toBe(no);
    const undo = (id: number | undefined) => plant.ask('movements.reverse', { movements: [id ?? 0], reason: 'wrong' });
    await undo(moved);
    // Goods that a customer gave back would be there again.
    expect(await codeOf(undo(back))).toBe(no);
  });

  it('are received and shipped in one posting, and held by what came in with it', async () => {
    await using plant = await buildHeldPlant();
    await plant.hold([{ supplier: 'S2' }]);
    const both = plant.postAll([
      ['receipt', 'OIL N1', 5, on(20), { partner: 'S2' }],
      ['shipment', 'OIL N1', 5, on(20, '09:00')],
    ]);
    expect(await codeOf(both)).toBe(no);
  });

  it('are not released, but put aside and rejected; the refusal says why and what to do', async () => {
    await using plant = await buildHeldPlant();
    await plant.hold([{ product: 'OIL', lot: 'Q1' }], 'metal in the sieve');
    const decide = (statusTo: string) =>
      signAs(
        plant,
        'lots.changeStatus',
        { product: 'OIL', lot: 'Q1', statusFrom: 'Q', statusTo, quantity: '50', reason: 'tested' },
        { as: plant.quality, signature: signature('qualityManager', statusTo === 'A' ? 'released' : 'rejected') },
      );
    const { code, message, details } = await refusalOf(decide('A'));
    expect([code, details['hold']]).toEqual([no, 'H-1']);
    expect(message).toBe(
      'OIL lot Q1 is on hold (H-1, “metal in the sieve”) and must not be released. Have the hold lifted first, or return or scrap it.',
    );
    await decide('R');
    await plant.lift(['H-1']);
    // Lifted is not released: the status is what it was.
    expect(await plant.stock('OIL')).toContain('OIL Q1 @ STORE R = 50');
  });

  it('are a finding of an import where they moved after it was set, and none where they did before', async () => {
    await using plant = await buildHeldPlant();
    await plant.hold([{ product: 'OIL', lot: 'O1' }]);
    const held = plant.rows<{ at: number }>('select set_at as at from hold')[0]?.at ?? 0;
    const after = new Date(held / 1000 + 1000).toISOString();
    const before = new Date(held / 1000 - 1000).toISOString();
    plant.clock.set('2026-06-03T12:00:00Z');
    await using folder = await buildFolder(
      csvFiles(
        plantWith(
          [row('shipment', 'OIL O1', 1, before, { id: 'a' }), row('shipment', 'OIL O1', 2, after, { id: 'b' })],
          {
            locations: heldPlaces,
          },
        ),
      ),
    );
    const { findings } = await plant.ask(
      'exchange.import',
      { source: { kind: 'path', path: folder.path } },
      { as: await signIn(plant, 'qualityManager') },
    );
    expect(findings.filter(({ code }) => code === no).map(({ row: at, message }) => [at, message])).toEqual([
      [3, 'DN-1: OIL lot O1 was on hold (H-1, “glass found”) when it was shipped. See where it is, and hold it there.'],
    ]);
  });

  it('of a serial that leaves its lot out are held by a hold on the lot', async () => {
    await using plant = await buildHeldPlant();
    await plant.postAll([
      ['receipt', 'CHIP C1', 5, on(4)],
      ['receipt', 'CHIP C2', 5, on(4)],
    ]);
    await plant.postAll([['shipment', 'CHIP C1 #7', 1, on(5)]]);
    await plant.postAll([['customer-return', 'CHIP #7', 1, on(6)]]);
    await plant.hold([{ product: 'CHIP', lot: 'C1' }]);
    expect(await codeFor(plant, ['shipment', 'CHIP #7', 1, on(8)])).toBe(no);
    expect(await codeFor(plant, ['shipment', 'CHIP C2 #8', 1, on(8)])).toBe('');
  });
});

describe('setting and lifting', () => {
  it('numbers holds through, sets what is held already only once, and says who set which', async () => {
    await using plant = await buildHeldPlant();
    const first = await plant.hold([
      { product: 'OIL', lot: 'O1' },
      { product: 'OIL', lot: 'O1' },
      { location: 'STORE2' },
    ]);
    expect(first).toEqual({ act: 'H-1', set: ['H-1', 'H-2'], already: [] });
    const more = await plant.hold([
      { product: 'OIL', lot: 'O1' },
      { product: 'OIL', lot: 'O1', location: 'STORE' },
      { product: 'OIL', lot: 'O2' },
    ]);
    expect(more).toEqual({ act: 'H-3', set: ['H-3'], already: ['H-1'] });
    expect(await codeOf(plant.hold([{ product: 'OIL', lot: 'O2' }]))).toBe('CONFLICT');
    expect(await plant.lift(['H-1', 'H-3'])).toEqual({ lifted: ['H-1', 'H-3'], already: [] });
    expect(await codeOf(plant.lift(['H-1']))).toBe('CONFLICT');
    expect(await plant.hold([{ product: 'OIL', lot: 'O1' }])).toMatchObject({ set: ['H-4'] });
    const { rows } = await plant.ask('holds.list', {});
    expect(rows.map(({ number, state, what, act }) => [number, state, what, act])).toEqual([
      ['H-4', 'holds', 'lot', 'H-4'],
      ['H-3', 'lifted', 'lot', 'H-3'],
      ['H-2', 'holds', 'location', 'H-1'],
      ['H-1', 'lifted', 'lot', 'H-1'],
    ]);
    expect(plant.verify().ok).toBe(true);
  });

  it.each([
    ['nothing', {}, 'VALIDATION', 'lot'],
    ['a product alone', { product: 'OIL' }, 'VALIDATION', 'lot'],
    ['a window alone', { receivedFrom: '2026-01-01' }, 'VALIDATION', 'lot'],
    ['a lot of any product', { lot: 'O1' }, 'VALIDATION', 'product'],
    ['a range that falls', { product: 'PUMP', serialFrom: 'P-12', serialTo: 'P-10' }, 'VALIDATION', 'serialTo'],
    ['a lot there is not', { product: 'OIL', lot: 'X' }, 'NOT_FOUND', 'lot'],
    ['a serial there is not', { product: 'PUMP', serialFrom: 'X' }, 'NOT_FOUND', 'serialFrom'],
    ['a supplier there is not', { supplier: 'X' }, 'NOT_FOUND', 'supplier'],
    ['an order there is not', { workOrder: 'X' }, 'NOT_FOUND', 'workOrder'],
    ['a location there is not', { location: 'X' }, 'NOT_FOUND', 'location'],
  ])('refuses %s', async (_what, target, code, field) => {
    await using plant = await buildHeldPlant();
    expect(await refusalOf(plant.hold([target]))).toMatchObject({ code, details: { field } });
  });

  it('tells before how much lies where, what is about to leave first', async () => {
    await using plant = await buildHeldPlant();
    await plant.postAll([['transfer', 'OIL O1', 8, on(10), { to: 'OUT' }]]);
    await plant.hold([{ product: 'OIL', lot: 'O3' }]);
    const { targets } = await plant.ask(
      'holds.preview',
      {
        targets: [
          { product: 'OIL', lot: 'O1' },
          { product: 'OIL', lot: 'O3' },
        ],
      },
      { as: plant.quality },
    );
    expect(targets).toEqual([
      {
        held: '',
        unitOfMeasure: 'kg',
        quantity: '48',
        total: 1,
        units: [{ product: 'OIL', lot: 'O1', sublot: '', serial: '', quantity: '48', unitOfMeasure: 'kg' }],
        lines: [
          { location: 'OUT', isLeaving: true, status: 'A', quantity: '8' },
          { location: 'STORE', isLeaving: false, status: 'A', quantity: '40' },
        ],
      },
      {
        held: 'H-1',
        unitOfMeasure: 'kg',
        quantity: '50',
        total: 1,
        units: [{ product: 'OIL', lot: 'O3', sublot: '', serial: '', quantity: '50', unitOfMeasure: 'kg' }],
        lines: [{ location: 'STORE2', isLeaving: false, status: 'A', quantity: '50' }],
      },
    ]);
  });

  it('is told on the pages of the goods, and whether all of them are held', async () => {
    await using plant = await buildHeldPlant();
    await plant.postAll([['transfer', 'OIL O1', 8, on(10)]]);
    await plant.hold([
      { location: 'STORE2' },
      { product: 'CHEESE', lot: 'L1', sublot: 'S1' },
      { workOrder: 'WO-1' },
      { product: 'PUMP', serialFrom: 'P-10', serialTo: 'P-12' },
    ]);
    const on_ = async (goods: Inputs['holds']['onGoods']) =>
      (await plant.ask('holds.onGoods', goods)).holds.map(({ number, isPart }) => [number, isPart]);
    expect(await on_({ product: 'OIL', lot: 'O1' })).toEqual([['H-1', true]]);
    expect(await on_({ product: 'OIL', lot: 'O3' })).toEqual([['H-1', false]]);
    expect(await on_({ product: 'OIL', lot: 'O2' })).toEqual([]);
    expect(await on_({ product: 'CHEESE', lot: 'L1' })).toEqual([['H-2', true]]);
    expect(await on_({ product: 'CHEESE', lot: 'L1', sublot: 'S1' })).toEqual([['H-2', false]]);
    expect(await on_({ product: 'CHEESE', lot: 'L1', sublot: 'S2' })).toEqual([]);
    expect(await on_({ product: 'CAKE', lot: 'K1' })).toEqual([['H-3', false]]);
    expect(await on_({ product: 'PUMP', serial: 'P-11' })).toEqual([['H-4', false]]);
    expect(await on_({ product: 'PUMP', serial: 'P-13' })).toEqual([]);
  });
});

describe('a hold that was changed in the file', () => {
  const changes = [
    ['lifted', "update hold set lifted_at = 1 where number = 'H-1'"],
    ['moved to another lot', "update hold set lot = 'O2' where number = 'H-1'"],
    ['taken away', "drop trigger hold_no_delete; delete from hold where number = 'H-1'"],
  ] as const;
  const changed = async (plant: HeldPlant, statement: string) =>
    plant.app.store.work(async ({ db }) => void db.exec(statement));
  const ship = (plant: HeldPlant) => codeFor(plant, ['shipment', 'OIL O1', 1, on(20)]);

  it.each(changes)('%s, stops everything as soon as it is read', async (_how, statement) => {
    await using plant = await buildHeldPlant();
    await plant.hold([{ product: 'OIL', lot: 'O1' }]);
    await changed(plant, statement);
    expect(await ship(plant)).toBe('STORE_DAMAGED');
  });

  it.each(changes)('%s, frees nothing while what was read before is known', async (_how, statement) => {
    await using plant = await buildHeldPlant();
    await plant.hold([{ product: 'OIL', lot: 'O1' }]);
    expect(await ship(plant)).toBe(no);
    await changed(plant, statement);
    expect(await ship(plant)).toBe(no);
    expect(plant.verify().ok).toBe(false);
  });

  it('added beside the journal, holds nothing', async () => {
    await using plant = await buildHeldPlant();
    await plant.hold([{ product: 'OIL', lot: 'O1' }]);
    await changed(
      plant,
      "insert into hold select 99, 'H-99', act, product, 'O2', sublot, serial_from, serial_to, supplier, work_order, location, received_from, received_to, reason, set_at, lifted_at, lift_reason, 1 from hold",
    );
    expect(await codeFor(plant, ['shipment', 'OIL O2', 1, on(20)])).toBe('');
    expect(plant.verify().ok).toBe(false);
  });
});
