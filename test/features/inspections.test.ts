import { describe, expect, it } from 'vitest';
import { refusalOf } from '../support/app.ts';
import { buildInspected, type Inspected, weighed } from '../support/inspected.ts';
import { signature, signIn } from '../support/people.ts';

const ok = (count: number): string[] => Array.from({ length: count }, () => 'ok');
const mass = (count: number, value = '110'): string[] => Array.from({ length: count }, () => value);
const numbersOf = async (office: Inspected, reinspection: number | null = null) => {
  const { accepted, rejected, pending, gone, state } = await office.get('IN-1', reinspection);
  return { accepted, rejected, pending, gone, state };
};

describe('goods that come in', () => {
  it('into quarantine are inspected by the plan that is used for them, which says why; into a normal status they are not', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    // S76 (ERPNext test_quality_quarantine.py).
    await office.receive('CAKE K7', 7);
    expect(await office.list()).toMatchObject([
      {
        inspection: 'IN-1',
        state: 'open',
        unit: { product: 'CAKE', lot: 'K7' },
        quantity: { amount: '7', unit: 'EA' },
        pending: { amount: '7' },
        ...{ plan: 'PL-1', planVersion: 1, point: 'receipt', supplier: 'S1', done: '0/14', proposal: 'open' },
      },
    ]);
    const shown = await office.get();
    expect(shown.why).toEqual({ pattern: 'Plan for {0}', values: [{ pattern: 'product {0}', values: ['CAKE'] }] });
    expect(shown.rows.map(({ pieces, limits }) => [pieces, limits.lower, limits.upper])).toEqual([
      [7, '100', '120'],
      [7, '', ''],
    ]);
    // No supplier's plan, no other product's.
    await office.receive('OIL O9', 7);
    expect(await office.list()).toHaveLength(1);
    expect(office.plant.verify().ok).toBe(true);
  });

  it('in two deliveries of one lot are two inspections, and the later one decides its own goods alone', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.receive('CAKE K7', 3);
    await office.receive('CAKE K7', 2);
    await office.readRow(0, mass(3));
    await office.readRow(1, ok(3));
    await office.decide('3', '0');
    await office.readRow(0, mass(2, '99'), 0, { inspection: 'IN-2' });
    await office.readRow(1, ok(2), 0, { inspection: 'IN-2' });
    await office.decide('0', '2', { inspection: 'IN-2' });
    expect(await office.stock('CAKE', 'K7')).toBe('A 3, R 2');
    expect((await office.list()).map(({ inspection, state }) => [inspection, state])).toEqual([
      ['IN-2', 'decided'],
      ['IN-1', 'decided'],
    ]);
  });

  it('and leave again before they are decided are pending no more: undone, or scrapped', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    const movement = await office.receive('CAKE K7', 3);
    await office.receive('CAKE K8', 3);
    await office.plant.ask('movements.reverse', { movements: [movement], reason: 'counted twice' });
    expect(await numbersOf(office)).toEqual({
      ...{ accepted: '0', rejected: '0', pending: '0', gone: '3', state: 'withdrawn' },
    });
    await office.plant.post('scrap', 'CAKE K8', 1, '2026-06-01T09:00:00Z', { status_from: 'Q' });
    expect(await office.get('IN-2')).toMatchObject({ pending: '2', gone: '1', quantity: '3', state: 'open' });
  });

  it('are drawn one in so many, or a share of them that anybody can draw again; what was not drawn is on record', async () => {
    await using office = await buildInspected();
    await office.plan(weighed, { product: 'CAKE', frequency: { kind: 'nth', n: 3 } });
    for (let lot = 1; lot <= 4; lot += 1) await office.receive(`CAKE N${lot}`, 1);
    expect((await office.list()).map(({ lot, state }) => [lot, state])).toEqual([
      ['N4', 'notDrawn'],
      ['N3', 'open'],
      ['N2', 'notDrawn'],
      ['N1', 'notDrawn'],
    ]);
    expect(office.plant.verify().ok).toBe(true);
  });

  it('come by a supplier’s own plan before the product’s, and that before the category’s', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.plan({ ...weighed, plan: 'PL-2' }, { product: 'CAKE', supplier: 'S2' });
    await office.receive('CAKE K1', 1);
    await office.receive('CAKE K2', 1, { partner: 'S2' });
    expect((await office.list()).map(({ lot, plan }) => [lot, plan])).toEqual([
      ['K2', 'PL-2'],
      ['K1', 'PL-1'],
    ]);
  });
});

describe('goods with a plan before they are shipped', () => {
  it('go to no customer before that inspection: none, an open one and a failed one refuse, a passed one lets them go', async () => {
    // S70 (ERPNext test_quality_inspection.py), S69 (Tryton scenario_quality_control_shipment.rst).
    await using office = await buildInspected();
    await office.plan(weighed, { product: 'CAKE', operation: 'shipping' });
    const ship = (): Promise<unknown> => office.plant.post('shipment', 'CAKE K1', 1, '2026-06-01T09:00:00Z');
    const refused = async () => {
      const { code, message } = await refusalOf(ship());
      return [code, message];
    };
    expect(await refused()).toEqual([
      'STATUS_FORBIDS',
      'CAKE lot K1 is inspected by plan PL-1 before it is shipped, and was not yet. Open that inspection on the page of the lot.',
    ]);
    const open = {
      product: 'CAKE',
      lot: 'K1',
      status: 'A',
      quantity: '10',
      point: 'shipping',
      reason: 'before shipping',
    };
    await office.plant.ask('inspections.open', open, { as: office.plant.quality });
    const twice = await refusalOf(office.plant.ask('inspections.open', open, { as: office.plant.quality }));
    expect([twice.code, twice.details['inspection']]).toEqual(['CONFLICT', 'IN-1']);
    expect((await refused())[1]).toBe(
      'CAKE lot K1 is being inspected in IN-1 by plan PL-1. Decide there first, or give the inspection up.',
    );
    await office.readRow(0, mass(10, '99'));
    await office.decide('0', '10');
    expect((await refused())[1]).toContain('did not pass inspection IN-1 by plan PL-1');
    await office.plant.ask('inspections.open', { ...open, quantity: '5' }, { as: office.plant.quality });
    await office.readRow(0, mass(5), 0, { inspection: 'IN-2' });
    await office.readRow(1, ok(5), 0, { inspection: 'IN-2' });
    await office.decide('5', '0', { inspection: 'IN-2' });
    await ship();
    expect(await office.stock('CAKE', 'K1')).toBe('A 39, R 10');
  });
});

describe('a decision', () => {
  it('accepts nothing that is not read, and what failed only by saying that this is against the readings', async () => {
    // S68, S74 (Tryton scenario_quality_inspection.rst, OCA quality_control_oca).
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.receive('CAKE K7', 2);
    await office.readRow(0, ['110']);
    expect((await refusalOf(office.decide('2', '0'))).message).toBe(
      '1 of 4 readings are done, so that 0 can be accepted by now. Do the rest first, or reject.',
    );
    await office.readRow(0, ['130'], 1);
    await office.readRow(1, ok(2));
    const failed = await refusalOf(office.decide('2', '0'));
    expect([failed.message, failed.details['field']]).toEqual([
      'By its readings 1 of it can be accepted. To accept 2 all the same, say that this is against the readings, and why.',
      'isOverride',
    ]);
    await office.decide('2', '0', { isOverride: true });
    expect(await office.get()).toMatchObject({ state: 'decided', decisions: [{ isOverride: true, accepted: '2' }] });
    expect((await refusalOf(office.decide('1', '0'))).code).toBe('ILLEGAL_TRANSITION');
  });

  it('by a sample speaks for the lot: at the acceptance number all but the bad pieces, from the rejection number on nothing', async () => {
    // S81: level II, AQL 1.0, lot 500: letter H, 50 pieces, Ac 1, Re 2.
    await using office = await buildInspected();
    const sample = { samplings: { critical: 'II 1.0', major: 'II 1.0', minor: 'II 1.0' } };
    await office.plan({ ...weighed, ...sample, rows: weighed.rows?.slice(0, 1) ?? [] });
    await office.receive('CAKE K7', 500);
    const shown = await office.get();
    expect(shown.groups).toMatchObject([{ letter: 'H', sample: 50, accept: 1, reject: 2 }]);
    expect(shown.drawn).toHaveLength(50);
    expect(new Set(shown.drawn).size).toBe(50);
    expect(shown.drawn.every((one) => one >= 1 && one <= 500)).toBe(true);
    await office.readRow(0, [...mass(49), '99']);
    expect(await office.get()).toMatchObject({ proposal: 'accept', mayAccept: '499', mustReject: '1' });
    await office.read([{ row: 0, piece: 0, typed: '121', before: '110', reason: 'read the wrong scale' }]);
    expect(await office.get()).toMatchObject({ proposal: 'reject', mayAccept: '0', mustReject: '500' });
    await office.decide('0', '500');
    expect(await office.stock('CAKE', 'K7')).toBe('R 500');
  });

  it('is the only way out of quarantine for what is pending, and names the inspection', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.receive('CAKE K7', 2);
    const released = { product: 'CAKE', lot: 'K7', statusFrom: 'Q', statusTo: 'A', quantity: '2' };
    const refusal = await refusalOf(office.sign('lots.changeStatus', released, 'released'));
    expect([refusal.code, refusal.message]).toEqual([
      'STATUS_FORBIDS',
      'CAKE lot K7 is being inspected: 2 EA of it is pending in IN-1 by plan PL-1. Decide there, or give the inspection up.',
    ]);
    await office.sign('inspections.withdraw', { inspection: 'IN-1', reinspection: 0 }, 'approved');
    await office.sign('lots.changeStatus', released, 'released');
    expect(await office.stock('CAKE', 'K7')).toBe('A 2');
  });

  it('is not taken by readings of one’s own where the plan forbids it', async () => {
    await using office = await buildInspected();
    await office.plan({ ...weighed, isDecidedByAnother: true });
    await office.receive('CAKE K7', 1);
    await office.read(
      [
        { row: 0, piece: 0, typed: '110' },
        { row: 1, piece: 0, typed: '+' },
      ],
      {},
      office.plant.quality,
    );
    expect((await refusalOf(office.decide('1', '0'))).code).toBe('SEPARATION_OF_DUTIES');
    expect(await office.sign('inspections.decide', decided, 'released', 'second')).toMatchObject({ isOver: true });
  });

  it('can leave the goods where they are, and they are moved by a later act: accepted, not yet moved', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.receive('CAKE K7', 2);
    await office.readRow(0, mass(2));
    await office.readRow(1, ok(2));
    expect(await office.decide('2', '0', { movesLater: true })).toMatchObject({ document: '', isOver: true });
    expect(await office.stock('CAKE', 'K7')).toBe('Q 2');
    const named = { inspection: 'IN-1', reinspection: 0, tranche: 1 };
    await office.sign('inspections.moveDecided', named, 'released');
    expect(await office.stock('CAKE', 'K7')).toBe('A 2');
    expect((await refusalOf(office.sign('inspections.moveDecided', named, 'released'))).code).toBe('CONFLICT');
    expect(office.plant.verify().ok).toBe(true);
  });

  it('that rejects can be followed by another inspection, which stands beside the first and needs a witness to release', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.receive('CAKE K7', 2);
    await office.readRow(0, ['130', '130']);
    await office.decide('0', '2');
    const again = { inspection: 'IN-1', reinspection: 0 };
    expect(await office.sign('inspections.reinspect', again, 'performed')).toEqual({
      inspection: 'IN-1',
      reinspection: 1,
    });
    expect(await office.stock('CAKE', 'K7')).toBe('Q 2');
    expect((await office.list()).map(({ inspection, state }) => [inspection, state])).toEqual([
      ['IN-1/1', 'open'],
      ['IN-1', 'decided'],
    ]);
    await office.readRow(0, mass(2), 0, { reinspection: 1 });
    await office.readRow(1, ok(2), 0, { reinspection: 1 });
    const alone = await refusalOf(office.decide('2', '0', { reinspection: 1 }));
    expect(alone.code).toBe('SEPARATION_OF_DUTIES');
    const { user, password } = signature('second', 'released');
    await office.sign(
      'inspections.decide',
      { ...decided, reinspection: 1, accepted: '2' },
      'released',
      'qualityManager',
      {
        witness: { user, password },
      },
    );
    expect(await office.stock('CAKE', 'K7')).toBe('A 2');
    expect(await numbersOf(office, 0)).toMatchObject({ rejected: '2', state: 'decided' });
    expect(office.plant.verify().ok).toBe(true);
  });
});

const decided = { inspection: 'IN-1', reinspection: 0, accepted: '1', rejected: '0' };

describe('pieces with serials', () => {
  it('that come in together are one inspection: the rejected are named, the others released, and other pieces not its business', async () => {
    await using office = await buildInspected();
    await office.plan(weighed, { product: 'PUMP' });
    await office.receive('PUMP #P-20..P-22', 3);
    await office.receive('PUMP #P-30', 1);
    const shown = await office.get('IN-1');
    expect([shown.quantity, shown.serials]).toEqual(['3', ['P-20', 'P-21', 'P-22']]);
    expect(await office.get('IN-2')).toMatchObject({ serial: 'P-30', quantity: '1' });
    await office.readRow(0, ['110', '99', '110']);
    await office.readRow(1, ok(3));
    expect((await refusalOf(office.decide('2', '1'))).details['field']).toBe('rejectedSerials');
    await office.decide('2', '1', { rejectedSerials: ['P-21'] });
    const status = async (serial: string) =>
      (await office.plant.stock('PUMP')).find((line) => line.includes(`#${serial} `))?.split(' ')[4];
    expect([await status('P-20'), await status('P-21'), await status('P-22'), await status('P-30')]).toEqual([
      ...['A', 'R', 'A', 'Q'],
    ]);
    await office.sign('inspections.withdraw', { inspection: 'IN-2', reinspection: 0 }, 'approved');
    const released = { product: 'PUMP', serial: 'P-30', statusFrom: 'Q', statusTo: 'A', quantity: '1' };
    await office.sign('lots.changeStatus', released, 'released');
    expect(await office.sign('inspections.reinspect', { inspection: 'IN-1', reinspection: 0 }, 'performed')).toEqual({
      ...{ inspection: 'IN-1', reinspection: 1 },
    });
    expect(await status('P-21')).toBe('Q');
    expect(office.plant.verify().ok).toBe(true);
  });
});

describe('readings', () => {
  it('keep what was typed, and a first one that is replaced stays with who read it and why it was', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.receive('CAKE K7', 1);
    await office.read([{ row: 0, piece: 0, typed: '121,0 g' }], { mark: ',' });
    const silent = await refusalOf(office.read([{ row: 0, piece: 0, typed: '119', before: '121.0' }]));
    expect(silent.message).toBe('Say why 121.0 is replaced: the first reading stays on record.');
    const stale = await refusalOf(office.read([{ row: 0, piece: 0, typed: '119' }]));
    expect([stale.code, stale.message]).toEqual([
      'RECORD_CHANGED',
      'Row 1, piece 1, was read meanwhile: 121.0. Look at it again.',
    ]);
    await office.read([{ row: 0, piece: 0, typed: '119', before: '121.0', reason: 'scale was not level' }]);
    const [row] = (await office.get()).rows;
    expect(row?.readings).toMatchObject([
      {
        ...{ value: '119', typed: '119', verdict: 'pass', side: '' },
        former: [{ value: '121.0', readBy: 'inspector', reason: 'scale was not level' }],
      },
    ]);
  });

  it('are refused together where one of them is none, and nothing of them is kept', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.receive('CAKE K7', 3);
    const refusal = await refusalOf(office.readRow(0, ['110', '1,15', 'NaN']));
    expect(refusal.details['faults']).toMatchObject([{ reading: 1 }, { reading: 2 }]);
    expect((await office.get()).done).toBe(0);
    for (const [row, piece] of [
      [0, 3],
      [2, 0],
    ] as const)
      expect((await refusalOf(office.read([{ row, piece, typed: '110' }]))).code).toBe('VALIDATION');
  });

  it('of a row that two read hide the first from the second, who is another person, and must lie close', async () => {
    await using office = await buildInspected();
    const rows = [{ balloon: '1', name: 'Mass', specification: '100–120', unit: 'g', isDual: true, difference: '1' }];
    await office.plan({ ...weighed, rows });
    await office.receive('CAKE K7', 1);
    await office.read([{ row: 0, piece: 0, typed: '110' }]);
    const readingsSeen = async (user: 'inspector' | 'qualityManager') =>
      (
        await office.plant.ask(
          'inspections.get',
          { inspection: 'IN-1' },
          { as: user === 'inspector' ? await signIn(office.plant, user) : office.plant.quality },
        )
      ).rows[0]?.readings.length;
    expect([await readingsSeen('inspector'), await readingsSeen('qualityManager')]).toEqual([1, 0]);
    expect((await refusalOf(office.read([{ row: 0, piece: 0, typed: '110' }], { isSecond: true }))).code).toBe(
      'SEPARATION_OF_DUTIES',
    );
    await office.read([{ row: 0, piece: 0, typed: '112' }], { isSecond: true }, office.plant.quality);
    expect(await office.get()).toMatchObject({ done: 2, wanted: 2, proposal: 'open' });
    await office.read(
      [{ row: 0, piece: 0, typed: '110.5', before: '112', reason: 'read anew' }],
      { isSecond: true },
      office.plant.quality,
    );
    expect(await office.get()).toMatchObject({ proposal: 'accept', mayAccept: '1' });
    expect(await readingsSeen('qualityManager')).toBe(2);
  });
});
