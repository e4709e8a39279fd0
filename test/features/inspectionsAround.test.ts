import { describe, expect, it } from 'vitest';
import { refusalOf } from '../support/app.ts';
import { buildInspected, type Inspected, weighed } from '../support/inspected.ts';

const ok = (count: number): string[] => Array.from({ length: count }, () => 'ok');
const mass = (count: number): string[] => Array.from({ length: count }, () => '110');
const numbersOf = async (office: Inspected) => {
  const { accepted, rejected, pending, gone, state } = await office.get('IN-1');
  return { accepted, rejected, pending, gone, state };
};

describe('what would get round an inspection', () => {
  it('is refused: another one of the same goods, other goods of the lot, a sublot or second character, and a plain release of what is decided', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.receive('CAKE K7', 3);
    const byHand = { product: 'CAKE', lot: 'K7', status: 'Q', plan: 'PL-1', reason: 'once more' };
    const second = await refusalOf(office.plant.ask('inspections.open', byHand, { as: office.plant.quality }));
    expect([second.code, second.message]).toEqual([
      'INSUFFICIENT_QTY',
      'Only 0 EA of CAKE lot K7 is free: the rest is pending in IN-1. Inspect no more than that.',
    ]);
    const aside = { product: 'CAKE', lot: 'K7', statusFrom: 'Q', statusTo: 'Q2', quantity: '3' };
    expect((await refusalOf(office.sign('lots.changeStatus', aside, 'performed'))).code).toBe('STATUS_FORBIDS');
    await office.readRow(0, ['99', '99', '99']);
    await office.decide('0', '3', { movesLater: true });
    const released = { product: 'CAKE', lot: 'K7', statusFrom: 'Q', statusTo: 'A', quantity: '3' };
    expect((await refusalOf(office.sign('lots.changeStatus', released, 'released'))).message).toBe(
      'CAKE lot K7 was decided in IN-1 and is not moved yet. Move it there.',
    );
    const renamed = {
      product: 'CAKE',
      lot: 'K7',
      location: 'STORE',
      status: 'Q',
      rows: [{ lot: 'K7B', quantity: '3' }],
    };
    expect((await refusalOf(office.plant.ask('lots.split', renamed))).code).toBe('STATUS_FORBIDS');
    // What was decided of one delivery is not moved with the goods of another.
    await office.plant.post('scrap', 'CAKE K7', 3, '2026-06-01T09:00:00Z', { status_from: 'Q' });
    await office.receive('CAKE K7', 3);
    const move = { inspection: 'IN-1', reinspection: 0, tranche: 1 };
    expect((await refusalOf(office.sign('inspections.moveDecided', move, 'rejected'))).code).toBe('INSUFFICIENT_QTY');
  });

  it('comes to nothing: what left and comes back is pending again, in the inspection it left', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.receive('CAKE K7', 3);
    const scrapped = await office.plant.post('scrap', 'CAKE K7', 3, '2026-06-01T09:00:00Z', { status_from: 'Q' });
    expect(await numbersOf(office)).toMatchObject({ gone: '3', state: 'withdrawn' });
    await office.plant.ask('movements.reverse', { movements: [scrapped], reason: 'wrong pallet' });
    expect(await numbersOf(office)).toMatchObject({ gone: '0', pending: '3', state: 'open' });
  });

  it('stays given up, though what left before comes back', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.receive('CAKE K7', 3);
    const scrapped = await office.plant.post('scrap', 'CAKE K7', 1, '2026-06-01T09:00:00Z', { status_from: 'Q' });
    await office.sign('inspections.withdraw', { inspection: 'IN-1', reinspection: 0 }, 'approved');
    await office.plant.ask('movements.reverse', { movements: [scrapped], reason: 'wrong pallet' });
    expect(await numbersOf(office)).toMatchObject({ gone: '1', pending: '0', state: 'withdrawn' });
  });

  it('needs two people once goods were rejected, whichever inspection says that they are good', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.receive('CAKE K7', 2);
    await office.readRow(0, ['99', '99']);
    await office.decide('0', '2');
    const byHand = { product: 'CAKE', lot: 'K7', status: 'R', plan: 'PL-1', reason: 'once more' };
    await office.plant.ask('inspections.open', byHand, { as: office.plant.quality });
    await office.readRow(0, mass(2), 0, { inspection: 'IN-2' });
    await office.readRow(1, ok(2), 0, { inspection: 'IN-2' });
    expect((await refusalOf(office.decide('2', '0', { inspection: 'IN-2' }))).code).toBe('SEPARATION_OF_DUTIES');
  });

  it('that were released already lie in quarantine while they are inspected again', async () => {
    await using office = await buildInspected();
    await office.plan(weighed, null);
    const byHand = { product: 'CAKE', lot: 'K1', status: 'A', quantity: '2', plan: 'PL-1', reason: 'a complaint' };
    await office.plant.ask('inspections.open', byHand, { as: office.plant.quality });
    await office.readRow(0, ['99', '99']);
    await office.decide('0', '2');
    await office.sign('inspections.reinspect', { inspection: 'IN-1', reinspection: 0 }, 'performed');
    expect(await office.stock('CAKE', 'K1')).toBe('A 48, Q 2');
  });

  it('is no reading twice in one go, none of both persons, and no acceptance over what nobody read', async () => {
    await using office = await buildInspected();
    const rows = [{ balloon: '1', name: 'Mass', specification: '100–120', unit: 'g', isDual: true, difference: '1' }];
    await office.plan({ ...weighed, rows, isCurtailed: true });
    await office.receive('CAKE K7', 2);
    const twice = [
      { row: 0, piece: 0, typed: '130' },
      { row: 0, piece: 0, typed: '110' },
    ];
    expect((await refusalOf(office.read(twice))).message).toBe(
      'Row 1, piece 1, stands there twice. Say each reading once.',
    );
    await office.read([{ row: 0, piece: 0, typed: '110' }], { isSecond: true });
    expect((await refusalOf(office.read([{ row: 0, piece: 0, typed: '110' }]))).code).toBe('SEPARATION_OF_DUTIES');
    expect((await refusalOf(office.decide('2', '0', { isOverride: true }))).message).toContain('readings are done');
  });
});

describe('the one box', () => {
  it('finds an inspection by its number, however it is written, each time it was done, and a plan by code or name', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.receive('CAKE K7', 2);
    await office.readRow(0, ['130', '130']);
    await office.decide('0', '2');
    await office.sign('inspections.reinspect', { inspection: 'IN-1', reinspection: 0 }, 'performed');
    const found = async (text: string) =>
      (await office.plant.ask('dossier.find', { text })).hits.map(({ kind, label }) => `${kind} ${label}`);
    expect(await found('in 1')).toEqual(['inspection IN-1', 'inspection IN-1/1']);
    expect(await found('IN-1/1')).toEqual(['inspection IN-1/1']);
    expect(await found('PL-1')).toEqual(['plan PL-1']);
    expect(await found('cake at')).toEqual(['plan PL-1']);
    expect(await found('IN-2')).toEqual([]);
  });
});
