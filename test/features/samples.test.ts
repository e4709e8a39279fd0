import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { refusalOf } from '../support/app.ts';
import { buildInspected, type Inspected } from '../support/inspected.ts';
import { password, signIn } from '../support/people.ts';

type Draw = Partial<Inputs['inspections']['drawSample']>;

/** An office with 20 cakes in quarantine, of which 5 are looked at. */
async function buildSampled(): Promise<Inspected> {
  const office = await buildInspected();
  const samplings = { critical: '5', major: '5', minor: '5' };
  await office.plan({ samplings, rows: [{ balloon: '1', name: 'Look', kind: 'attribute' }] });
  await office.receive('CAKE K7', 20);
  return office;
}

async function draw({ plant }: Inspected, said: Draw = {}) {
  const input = { inspection: 'IN-1', reinspection: 0, kind: 'used' as const, quantity: '1', ...said };
  return await plant.ask('inspections.drawSample', input, { as: await signIn(plant, 'inspector') });
}

const counted = async (office: Inspected) => {
  const { accepted, rejected, pending, gone, quantity, mayAccept, mustReject } = await office.get();
  const whole = [accepted, rejected, pending, gone].reduce((sum, one) => sum + Number(one), 0);
  expect(whole).toBe(Number(quantity));
  return [accepted, rejected, pending, gone, mayAccept, mustReject].join(' ');
};

const retain: Draw = { kind: 'retained', quantity: '2', keptAt: 'STORE2', destroyOn: '2027-06-01' };

describe('a sample', () => {
  it('leaves the stock and what is pending, and the bad pieces among it are not sought in the goods', async () => {
    await using office = await buildSampled();
    await office.receive('CAKE K7', 4);
    const drawn = await draw(office, { inspection: 'IN-2', note: 'cut open' });
    expect(await office.get('IN-2')).toMatchObject({ pending: '3', gone: '1' });
    expect(await counted(office)).toBe('0 0 20 0 0 0');
    await office.plant.ask('movements.reverse', { movements: [drawn.movement], reason: 'the wrong lot' });
    expect(await office.get('IN-2')).toMatchObject({ pending: '4', gone: '0', samples: [{ sampleState: 'returned' }] });

    await draw(office, { quantity: '5', note: 'baked again' });
    expect(await office.stock('CAKE', 'K7')).toBe('Q 19');
    await office.readRow(0, ['ok', 'ok', 'ok', 'ok', 'ok']);
    expect(await counted(office)).toBe('0 0 15 5 15 0');
    await office.decide('15', '0');
    expect(await counted(office)).toBe('15 0 0 5 0 0');
    expect(office.plant.verify().ok).toBe(true);
  });

  it('that is only looked at comes back to the inspection it was drawn for', async () => {
    await using office = await buildSampled();
    const { movement } = await draw(office, { kind: 'lent', quantity: '3' });
    expect([await counted(office), await office.stock('CAKE', 'K7')]).toEqual(['0 0 17 3 0 0', 'Q 17']);
    await office.plant.ask('movements.reverse', { movements: [movement], reason: 'looked at' });
    expect([await counted(office), await office.stock('CAKE', 'K7')]).toEqual(['0 0 20 0 0 0', 'Q 20']);
    expect((await office.get()).samples).toMatchObject([{ sampleKind: 'lent', sampleState: 'returned' }]);
  });

  it('that is kept has a place and a day, stands in the register, and is destroyed before a witness', async () => {
    await using office = await buildSampled();
    for (const [said, field] of [
      [{ ...retain, keptAt: '' }, 'keptAt'],
      [{ ...retain, keptAt: 'NOWHERE' }, 'keptAt'],
      [{ ...retain, destroyOn: '' }, 'destroyOn'],
      [{ ...retain, destroyOn: '2026-06-01' }, 'destroyOn'],
      [{ destroyOn: '2027-06-01' }, 'destroyOn'],
      [{ quantity: '21' }, 'quantity'],
    ] as const)
      expect((await refusalOf(draw(office, said))).details['field']).toBe(field);
    const { document } = await draw(office, retain);
    const { rows } = await office.plant.ask('inspections.samples', { sampleState: ['kept'] });
    expect(rows).toMatchObject([
      {
        ...{ sample: document, inspection: 'IN-1', sampleKind: 'retained', keptAt: 'STORE2', destroyOn: '2027-06-01' },
        quantity: { amount: '2', unit: 'EA' },
      },
    ]);
    const input = { inspection: 'IN-1', reinspection: 0, sampleNumber: 1 };
    const witness = { witness: { user: 'second', password } };
    const destroy = (proof: object) =>
      office.sign('inspections.destroySample', input, 'performed', 'qualityManager', proof);
    expect((await refusalOf(destroy({}))).code).toBe('SEPARATION_OF_DUTIES');
    await destroy(witness);
    expect((await office.get()).samples).toMatchObject([{ sampleState: 'destroyed' }]);
    expect((await refusalOf(destroy(witness))).code).toBe('CONFLICT');
    expect(await counted(office)).toBe('0 0 18 2 0 0');
    expect(office.plant.verify().ok).toBe(true);
  });
});
