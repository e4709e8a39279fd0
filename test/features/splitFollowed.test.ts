import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../support/app.ts';
import { buildHeldPlant } from '../support/heldPlant.ts';
import { signature } from '../support/people.ts';
import { on } from '../support/plantTables.ts';
import { lying, merge, now, O1, reached, split, sumOf } from '../support/splitting.ts';

describe('what was split off or merged', () => {
  it('is on hold with the lot it is from, whenever that is held, and free when that is lifted', async () => {
    await using plant = await buildHeldPlant();
    await split(plant, O1, { lot: 'N1', quantity: '10' });
    await split(plant, { ...O1, lot: 'N1' }, { lot: 'N2', quantity: '4', to: 'STORE2' });
    const { set } = await plant.hold([{ product: 'OIL', lot: 'O1' }]);
    const shipped = await refusalOf(plant.post('shipment', 'OIL N2', 1, now, { from: 'STORE2' }));
    expect(shipped.code).toBe('STATUS_FORBIDS');
    const { holds } = await plant.ask('holds.onGoods', { product: 'OIL', lot: 'N2', sublot: '', serial: '' });
    expect(holds.map(({ number, isPart }) => [number, isPart])).toEqual([[set[0], false]]);
    const { rows } = await plant.ask('movements.listBalances', { product: 'OIL', limit: 50 });
    expect(rows.filter(({ held }) => held === 'whole').map(({ lot }) => lot)).toEqual(['N1', 'N2', 'O1']);
    const preview = await plant.ask(
      'holds.preview',
      { targets: [{ product: 'OIL', lot: 'O1' }] },
      { as: plant.quality },
    );
    expect(preview.targets[0]?.quantity).toBe('48');
    await plant.lift(set);
    await plant.post('shipment', 'OIL N2', 1, now, { from: 'STORE2' });
    const onGoods = (lot: string) => plant.ask('holds.onGoods', { product: 'OIL', lot, sublot: '', serial: '' });
    for (const lot of ['O1', 'N2'])
      expect(await onGoods(lot)).toMatchObject({
        holds: [],
        lifted: [{ number: set[0], reason: 'glass found', liftReason: 'nothing was found' }],
      });
    expect((await onGoods('O2')).lifted).toEqual([]);
  });

  it('is held with a delivery and with what a work order made', async () => {
    await using plant = await buildHeldPlant();
    await split(plant, { product: 'CAKE', lot: 'K1', location: 'STORE', status: 'A' }, { lot: 'K9', quantity: '5' });
    await split(plant, { ...O1, lot: 'O2' }, { lot: 'N2', quantity: '5' });
    await plant.hold([{ workOrder: 'WO-1' }, { supplier: 'S2' }]);
    for (const goods of ['CAKE K9', 'OIL N2'])
      expect((await refusalOf(plant.post('shipment', goods, 1, now))).code).toBe('STATUS_FORBIDS');
    await plant.post('shipment', 'CAKE K2', 1, on(20));
    const { rows } = await plant.ask('movements.listBalances', { product: 'CAKE', limit: 50 });
    expect(rows.map(({ lot, held }) => [lot, held])).toEqual([
      ['K1', 'whole'],
      ['K2', ''],
      ['K9', 'whole'],
    ]);
    // What a split is undone by is nothing of that delivery any more.
    const [preview] = (await plant.ask('holds.preview', { targets: [{ workOrder: 'WO-1' }] }, { as: plant.quality }))
      .targets;
    expect(preview?.units.map(({ lot, quantity }) => [lot, quantity])).toEqual([
      ['K1', '45'],
      ['K9', '5'],
    ]);
  });

  it('that was rejected comes back into use only with a witness, under whatever lot', async () => {
    await using plant = await buildHeldPlant();
    const rejected = { product: 'OIL', lot: 'Q1', quantity: '50', statusFrom: 'Q', statusTo: 'R', reason: 'smells' };
    await plant.ask(
      'lots.changeStatus',
      { ...rejected, signature: signature('qualityManager', 'rejected') },
      { as: plant.quality },
    );
    const aside = { ...rejected, statusFrom: 'R', statusTo: 'Q', reason: 'looked at again' };
    await plant.ask(
      'lots.changeStatus',
      { ...aside, signature: signature('qualityManager', 'performed') },
      { as: plant.quality },
    );
    plant.clock.set('2026-06-01T12:01:00Z');
    await split(plant, { ...O1, lot: 'Q1', status: 'Q' }, { lot: 'N1', quantity: '5' });
    const asked = { product: 'OIL', lot: 'N1', sublot: '', serial: '', statusFrom: 'Q', statusTo: 'A' };
    expect((await plant.ask('lots.previewStatus', asked, { as: plant.quality })).needsWitness).toBe(true);
    // Nor is it counted in as released.
    const counted = await refusalOf(plant.post('adjustment', 'OIL N1', 1, on(20)));
    expect(counted.message).toContain('whatever comes of it has status Q');
  });

  it('is found by a trace both ways, also round, and its recall reaches every customer', async () => {
    await using plant = await buildHeldPlant();
    await split(plant, O1, { lot: 'N1', quantity: '10' }, { lot: 'N2', quantity: '10' });
    await merge(plant, 'N3', { lot: 'N1', status: 'A' }, { lot: 'N2', status: 'A', quantity: '5' });
    await merge(plant, 'O1', { lot: 'N3', status: 'A', quantity: '2' });
    await plant.post('shipment', 'OIL N3', 3, now, { partner: 'C2' });
    expect(await reached(plant, 'O1', 'downstream')).toEqual(['K1', 'K2', 'N1', 'N2', 'N3', 'O1']);
    expect(await reached(plant, 'N3', 'upstream')).toEqual(['N1', 'N2', 'N3', 'O1']);
    const recall = await plant.ask(
      'recalls.simulate',
      { suspects: [{ product: 'OIL', lot: 'O1' }] },
      { as: plant.quality },
    );
    expect(recall.customers.map(({ customer }) => customer)).toEqual(['C2']);
    const onHand = recall.onHand.filter(({ product }) => product === 'OIL');
    expect(onHand.map(({ lot, quantity }) => `${lot} ${quantity}`).toSorted()).toEqual(['N2 5', 'N3 10', 'O1 30']);
    // What came in of it is counted once, under the lots it has now.
    const received = recall.affected.filter(({ product }) => product === 'OIL').map((one) => Number(one.received));
    expect(received.reduce((sum, one) => sum + one, 0)).toBe(50);
    const { report } = await plant.ask('reports.preview', {
      ...{ report: 'lotSplits', parameters: { product: 'OIL', lot: 'O1' }, rows: 50 },
    });
    expect(report.sections[0]?.rows.length).toBe(5);
    expect(plant.verify().problems).toEqual([]);
  });
});

it('random splits and merges conserve what lies there, and verify', async () => {
  const parts = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 3, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(parts, async (acts) => {
      await using plant = await buildHeldPlant();
      const before = sumOf(await lying(plant));
      for (const [index, [which, much, how]] of acts.entries()) {
        const lines = (await lying(plant))
          .map((line) => line.split(' '))
          .filter(([, at, status]) => at === 'STORE' && status === 'A');
        const [lot = '', , , quantity = '0'] = lines[which % lines.length] ?? [];
        const [other = ''] = lines[how % lines.length] ?? [];
        const part = ((Number(quantity) * ((much % 99) + 1)) / 100).toFixed(6);
        if (Number(part) === 0) continue;
        if (how % 3 === 0 || other === lot) await split(plant, { ...O1, lot }, { lot: `P${index}`, quantity: part });
        else await merge(plant, other, { lot, status: 'A', quantity: part });
      }
      expect(sumOf(await lying(plant))).toBeCloseTo(before, 6);
      for (const lot of (await reached(plant, 'O1', 'downstream')).filter((one) => !one.startsWith('K')))
        expect(await reached(plant, lot, 'upstream')).toContain('O1');
      expect(plant.verify().problems).toEqual([]);
    }),
    { numRuns: 4 },
  );
}, 60_000);
