import { describe, expect, it } from 'vitest';
import { refusalOf } from '../support/app.ts';
import { buildHeldPlant } from '../support/heldPlant.ts';
import { on, row, postedRow } from '../support/plantTables.ts';
import {
  decide,
  lying,
  type Merge,
  merge,
  now,
  O1,
  type Split,
  split,
  sumOf,
  takeAsOwner,
} from '../support/splitting.ts';

describe('a split', () => {
  it('S17: takes 22 off a lot of 100, which keeps 78', async () => {
    await using plant = await buildHeldPlant();
    await plant.post('receipt', 'OIL B100', 100, on(7));
    const done = await split(plant, { ...O1, lot: 'B100' }, { lot: 'B22', quantity: '22' });
    expect(done.lots).toEqual([
      { product: 'OIL', lot: 'B22', sublot: '', location: 'STORE', status: 'A', quantity: '22' },
    ]);
    expect((await lying(plant)).filter((line) => line.startsWith('B'))).toEqual(['B100 STORE A 78', 'B22 STORE A 22']);
    expect(plant.verify().problems).toEqual([]);
  });

  it('makes several lots at once, in decimals and at other locations, and loses nothing', async () => {
    await using plant = await buildHeldPlant();
    const before = sumOf(await lying(plant));
    await split(
      plant,
      O1,
      { lot: 'O1-A', quantity: '0.000001' },
      { lot: 'O1-B', quantity: '12.345678', to: 'STORE2' },
      { lot: 'O1-C', quantity: '35.654321' },
    );
    const now = await lying(plant);
    expect(now.filter((line) => line.startsWith('O1'))).toEqual([
      'O1-A STORE A 0.000001',
      'O1-B STORE2 A 12.345678',
      'O1-C STORE A 35.654321',
    ]);
    expect(sumOf(now)).toBeCloseTo(before, 6);
  });

  it('keeps supplier, dates, status, cost and attributes', async () => {
    await using plant = await buildHeldPlant();
    await takeAsOwner(plant, {
      lots: [
        {
          ...{ product: 'MILK', lot: 'M1', supplier: 'S2', supplier_lot: 'SL9', manufacturer: 'Farm', reference: 'R7' },
          ...{ manufactured_on: '2026-01-01', expires_on: '2027-02-20', use_by_on: '2027-03-01' },
        },
      ],
      movements: [row('receipt', 'MILK M1', 10, on(7), { partner: 'S2', status: 'Q1', unit_cost: '3.75' })],
    });
    await split(plant, { product: 'MILK', lot: 'M1', location: 'STORE', status: 'Q1' }, { lot: 'M2', quantity: '4' });
    const { rows } = await plant.ask('lots.list', { sort: 'lot', limit: 50 });
    const said = rows
      .filter(({ product }) => product === 'MILK')
      .map((one) => JSON.stringify({ ...one, lot: '', onHand: '' }));
    expect(said).toHaveLength(2);
    expect(said[0]).toBe(said[1]);
    const balances = await plant.ask('movements.listBalances', { product: 'MILK', limit: 50 });
    expect(balances.rows.map(({ lot, status, value }) => [lot, status, value])).toEqual([
      ['M1', 'Q1', '22.5'],
      ['M2', 'Q1', '15'],
    ]);
    expect(plant.verify().problems).toEqual([]);
  });

  it('numbers a blank lot by the pattern of its product, or says that there is none', async () => {
    await using plant = await buildHeldPlant();
    const none = await refusalOf(split(plant, O1, { quantity: '1' }));
    expect([none.code, none.message]).toEqual([
      'VALIDATION',
      'OIL has no pattern to number by. Type a first number, or give it a pattern under Numbering.',
    ]);
    expect((await lying(plant)).find((line) => line.startsWith('O1 '))).toBe('O1 STORE A 48');
  });

  it('makes sublots where the product has them, which count on from the last', async () => {
    await using plant = await buildHeldPlant();
    const cheese = { product: 'CHEESE', lot: 'L1', sublot: 'S2', location: 'STORE', status: 'A' };
    const done = await split(plant, cheese, { quantity: '5' }, { quantity: '6' }, { sublot: 'X1', quantity: '7' });
    expect(done.lots.map(({ lot, sublot, quantity }) => [lot, sublot, quantity])).toEqual([
      ['L1', 'X2', '5'],
      ['L1', 'X3', '6'],
      ['L1', 'X1', '7'],
    ]);
    expect((await refusalOf(split(plant, O1, { lot: 'O9', sublot: '1', quantity: '1' }))).message).toBe(
      'OIL has no sublots. Leave the sublot blank.',
    );
  });

  it.each<[string, Partial<Split>, Split['rows'][number], string, string]>([
    ['more than lies there', {}, { lot: 'N1', quantity: '48.000001' }, 'INSUFFICIENT_QTY', 'quantity'],
    ['goods that lie elsewhere', { location: 'STORE2' }, { lot: 'N1', quantity: '1' }, 'INSUFFICIENT_QTY', 'location'],
    ['goods of another status', { status: 'Q' }, { lot: 'N1', quantity: '1' }, 'INSUFFICIENT_QTY', 'location'],
    ['a lot that is there', {}, { lot: 'O2', quantity: '1' }, 'DUPLICATE', 'lot'],
    ['the lot itself', {}, { lot: 'O1', quantity: '1' }, 'DUPLICATE', 'lot'],
    ['a location that is not', {}, { lot: 'N1', quantity: '1', to: 'MOON' }, 'NOT_FOUND', 'location'],
    ['goods without lots', { product: 'SALT' }, { lot: 'N1', quantity: '1' }, 'VALIDATION', 'product'],
    ['pieces with serials', { product: 'PUMP' }, { lot: 'N1', quantity: '1' }, 'VALIDATION', 'product'],
  ])('refuses %s', async (_, from, one, code, field) => {
    await using plant = await buildHeldPlant();
    const before = await lying(plant);
    const refusal = await refusalOf(split(plant, { ...O1, ...from }, one));
    expect([refusal.code, refusal.details['field']]).toEqual([code, field]);
    expect(await lying(plant)).toEqual(before);
  });

  it('takes all of it, to the last piece, and no more from two rows together', async () => {
    await using plant = await buildHeldPlant();
    const two = await refusalOf(split(plant, O1, { lot: 'N1', quantity: '48' }, { lot: 'N2', quantity: '0.000001' }));
    expect(two.details['faults']).toMatchObject([{ row: 1, field: 'quantity' }]);
    await split(plant, O1, { lot: 'N1', quantity: '48' });
    expect((await lying(plant)).filter((line) => /^(O1|N1)/.test(line))).toEqual(['N1 STORE A 48']);
  });

  it('is refused on hold, also by a hold on the lot it would go to, and of expired goods', async () => {
    await using plant = await buildHeldPlant();
    await plant.hold([{ product: 'OIL', lot: 'O1' }]);
    const held = await refusalOf(split(plant, O1, { lot: 'N1', quantity: '1' }));
    expect([held.code, held.message.includes('must not be split or merged')]).toEqual(['STATUS_FORBIDS', true]);
    const target = await refusalOf(merge(plant, 'O1', { lot: 'O2', status: 'A', quantity: '1' }));
    expect([target.code, target.message.includes('O1')]).toEqual(['STATUS_FORBIDS', true]);
    plant.clock.set('2026-01-10T12:00:00Z');
    await plant.post('receipt', 'MILK M1', 5, on(8));
    plant.clock.set('2026-02-10T12:00:00Z');
    const milk = { product: 'MILK', lot: 'M1', location: 'STORE', status: 'A' };
    expect((await refusalOf(split(plant, milk, { lot: 'M2', quantity: '1' }))).code).toBe('EXPIRED_LOT');
  });

  it('is undone as any movement, and all lies in its lot again', async () => {
    await using plant = await buildHeldPlant();
    const before = await lying(plant);
    const { movements } = await split(plant, O1, { lot: 'N1', quantity: '3' }, { lot: 'N2', quantity: '4' });
    await plant.ask('movements.reverse', { movements, reason: 'wrong lot' });
    expect(await lying(plant)).toEqual(before);
    expect(plant.verify().problems).toEqual([]);
    const { movements: again } = await split(plant, O1, { lot: 'N3', quantity: '3' });
    await plant.post('shipment', 'OIL N3', 1, now);
    const shipped = await refusalOf(plant.ask('movements.reverse', { movements: again, reason: 'too late' }));
    expect(shipped.code).toBe('INSUFFICIENT_QTY');
  });
});

describe('a merge', () => {
  it('makes goods that are alike one lot: a new one, or one of them', async () => {
    await using plant = await buildHeldPlant();
    await merge(plant, 'N1', { lot: 'O1', status: 'A', quantity: '8' }, { lot: 'O2', status: 'A', quantity: '10' });
    await merge(plant, 'N1', { lot: 'O2', status: 'A' });
    expect((await lying(plant)).filter((line) => line.includes('STORE A'))).toEqual(['N1 STORE A 58', 'O1 STORE A 40']);
    expect(plant.verify().problems).toEqual([]);
  });

  it('of unlike goods is decided and signed: the worst status and the earliest dates', async () => {
    await using plant = await buildHeldPlant();
    const input: Merge = {
      ...{ product: 'OIL', location: 'STORE', lot: 'O1' },
      rows: [{ lot: 'Q1', status: 'Q', quantity: '5' }],
    };
    expect((await refusalOf(plant.ask('lots.merge', input))).code).toBe('FORBIDDEN');
    const preview = await plant.ask('lots.previewMerge', input);
    expect(preview).toMatchObject({
      ...{ quantity: '53', status: 'Q', areAlike: false },
      lowered: [{ lot: 'O1', sublot: '', statusFrom: 'A', quantity: '48' }],
    });
    await decide(plant, input);
    expect((await lying(plant)).filter((line) => /^(O1|Q1)/.test(line))).toEqual(['O1 STORE Q 53', 'Q1 STORE Q 45']);
    const { rows } = await plant.ask('audit.list', { limit: 1 }, { as: plant.quality });
    expect(JSON.stringify(rows[0])).toContain(
      'Merge at STORE into lot O1 of OIL: 5 kg of lot Q1, 48 kg of lot O1 (status A becomes Q)',
    );
    expect(plant.verify().problems).toEqual([]);
  });

  it('keeps the second character of a status only where all that are as bad have it', async () => {
    await using plant = await buildHeldPlant();
    await plant.postAll([
      ['receipt', 'OIL T1', 1, on(7), { status: 'Q1' }],
      ['receipt', 'OIL T2', 1, on(7), { status: 'Q1' }],
      ['receipt', 'OIL T3', 1, on(7), { status: 'Q2' }],
      ['receipt', 'OIL T4', 1, on(7)],
    ]);
    const rows = (...some: [string, string][]) => some.map(([lot, status]) => ({ lot, status }));
    const input = { product: 'OIL', location: 'STORE', lot: 'N1' };
    await decide(plant, { ...input, rows: rows(['T1', 'Q1'], ['T4', 'A']) });
    expect((await lying(plant)).find((line) => line.startsWith('N1'))).toBe('N1 STORE Q1 2');
    await decide(plant, { ...input, rows: rows(['T2', 'Q1'], ['T3', 'Q2']) });
    expect((await lying(plant)).find((line) => line.startsWith('N1'))).toBe('N1 STORE Q 4');
  });

  it('gives all of it the earliest of each date', async () => {
    await using plant = await buildHeldPlant();
    await takeAsOwner(plant, {
      lots: [
        { product: 'MILK', lot: 'M1', expires_on: '2027-03-20', use_by_on: '2027-04-01', retest_on: '2027-02-25' },
        { product: 'MILK', lot: 'M2', expires_on: '2027-03-10', use_by_on: '2027-04-01', retest_on: '2027-02-28' },
      ],
      movements: [
        row('receipt', 'MILK M1', 1, on(7), { unit_cost: '2' }),
        row('receipt', 'MILK M2', 3, on(7), { unit_cost: '4' }),
      ],
    });
    const input: Merge = {
      ...{ product: 'MILK', location: 'STORE', lot: 'M1' },
      rows: [{ lot: 'M2', status: 'A' }],
    };
    expect(await plant.ask('lots.previewMerge', input)).toMatchObject({
      ...{ expiresOn: '2027-03-10', retestOn: '2027-02-25', areAlike: false, lowered: [] },
    });
    await decide(plant, input);
    const { expiresOn, retestOn } = await plant.ask('lots.getDates', { product: 'MILK', lot: 'M1' });
    expect([expiresOn, retestOn]).toEqual(['2027-03-10', '2027-02-25']);
    // What it costs is weighted: 1 at 2 and 3 at 4.
    const { rows } = await plant.ask('movements.listBalances', { product: 'MILK', limit: 5 });
    expect(rows.map(({ lot, value }) => [lot, value])).toEqual([['M1', '14']]);
  });

  it.each<[string, Partial<Merge>, string]>([
    ['goods of one lot alone', { rows: [{ lot: 'O1', status: 'A' }] }, 'VALIDATION'],
    [
      'more than lies there',
      { lot: 'O2', rows: [{ lot: 'O1', status: 'A', quantity: '48.000001' }] },
      'INSUFFICIENT_QTY',
    ],
    ['what lies elsewhere', { lot: 'O2', rows: [{ lot: 'O3', status: 'A' }] }, 'INSUFFICIENT_QTY'],
    ['another product', { product: 'CAKE', rows: [{ lot: 'O1', status: 'A' }] }, 'INSUFFICIENT_QTY'],
    [
      'the same goods twice',
      {
        lot: 'O2',
        rows: [
          { lot: 'O1', status: 'A' },
          { lot: 'O1', status: 'A', quantity: '1' },
        ],
      },
      'DUPLICATE',
    ],
    ['a lot into itself', { lot: 'O1', rows: [{ lot: 'O1', status: 'A' }] }, 'VALIDATION'],
  ])('refuses %s', async (_, more, code) => {
    await using plant = await buildHeldPlant();
    const input: Merge = { product: 'OIL', location: 'STORE', lot: 'N1', rows: [], ...more };
    expect((await refusalOf(plant.ask('lots.merge', input))).code).toBe(code);
  });
});

it('S20: a whole lot that lies as two lines is scrapped as both, with a note; of a lot with no stock nothing is', async () => {
  await using plant = await buildHeldPlant();
  await plant.postAll([
    ['receipt', 'OIL Z1', 5000, on(7)],
    ['receipt', 'OIL Z1', 325, on(7), { to: 'STORE2' }],
  ]);
  const scrap = (quantity: number, from: string) =>
    postedRow(row('scrap', 'OIL Z1', quantity, on(8), { from, reason: 'the drum leaked' }));
  const { movements } = await plant.ask('movements.post', { movements: [scrap(5000, 'STORE'), scrap(325, 'STORE2')] });
  const { rows } = await plant.ask('movements.list', {
    unit: { product: 'OIL', lot: 'Z1' },
    kinds: ['scrap'],
    limit: 9,
  });
  expect([movements.length, rows.reduce((sum, { quantity }) => sum + Number(quantity), 0)]).toEqual([2, 5325]);
  expect(rows.map(({ reason }) => reason)).toEqual(['the drum leaked', 'the drum leaked']);
  expect((await refusalOf(plant.ask('movements.post', { movements: [scrap(1, 'STORE')] }))).code).toBe(
    'INSUFFICIENT_QTY',
  );
});

it('S10: boxes become units of another product by a work order: no more boxes than their lot has, and both lots named', async () => {
  await using plant = await buildHeldPlant();
  await plant.postAll([
    ['receipt', 'OIL BOX1', 2, on(7)],
    ['receipt', 'OIL', 1, on(7)],
  ]);
  const convert = (boxes: number) =>
    plant.postAll([
      ['consumption', 'OIL BOX1', boxes, on(8), { work_order: 'RP-1' }],
      ['output', 'CAKE U1', boxes * 6, on(8), { work_order: 'RP-1' }],
    ]);
  expect((await refusalOf(convert(3))).code).toBe('INSUFFICIENT_QTY');
  await convert(2);
  expect(await lying(plant, 'CAKE')).toContain('U1 STORE A 12');
  const { rows } = await plant.ask('movements.list', { workOrder: 'RP-1', limit: 9 });
  expect(rows.map(({ product, lot }) => `${product} ${lot}`).toSorted()).toEqual(['CAKE U1', 'OIL BOX1']);
});
