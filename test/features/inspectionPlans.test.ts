import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { refusalOf } from '../support/app.ts';
import { buildHeldPlant, type HeldPlant } from '../support/heldPlant.ts';
import { addPerson, confirm, signature, signIn } from '../support/people.ts';
import { planWritten } from '../support/planRows.ts';
import { signAs } from '../support/signAs.ts';

type WrittenPlan = Inputs['inspections']['writePlan'];

const reason = 'held against the specification';
const write = (plant: HeldPlant, said: Partial<WrittenPlan> = {}, as = plant.quality) =>
  plant.ask('inspections.writePlan', planWritten({ validFrom: today, ...said }), { as });
/** The day of the plant's clock. */
const today = '2026-06-01';

/** A plant with a second quality manager, who writes no plans. */
async function buildOffice(): Promise<HeldPlant> {
  const plant = await buildHeldPlant();
  await addPerson(plant, await signIn(plant, 'administrator'), {
    ...{ user: 'second', name: 'Sergei Oda', roles: ['qualityManager'] },
  });
  await confirm(plant, 'second');
  return plant;
}

/** Signed by the second quality manager. */
async function sign(
  plant: HeldPlant,
  operation: 'inspections.approvePlan' | 'inspections.withdrawPlan' | 'inspections.usePlan',
  input: object,
  user: 'second' | 'qualityManager' = 'second',
): Promise<unknown> {
  const as = await signIn(plant, user);
  return signAs(plant, operation, { reason, ...input }, { as, signature: signature(user, 'approved') });
}
const approve = (plant: HeldPlant, planVersion = 1) =>
  sign(plant, 'inspections.approvePlan', { plan: 'PL-1', planVersion });
const use = (plant: HeldPlant, of: object) => sign(plant, 'inspections.usePlan', { plan: 'PL-1', ...of });

describe('an inspection plan', () => {
  it('is a draft until somebody else than who wrote it approves it, and then is in force from its day on', async () => {
    await using plant = await buildOffice();
    expect(await write(plant)).toEqual({ plan: 'PL-1', planVersion: 1, version: 1 });
    const shown = await plant.ask('inspections.plan', { plan: 'PL-1' });
    expect(shown).toMatchObject({ name: 'Oil at receipt', shown: { planVersion: 1, standing: 'draft', approver: '' } });
    expect(shown.rows.map(({ specification, unit, kind }) => [specification, unit, kind])).toEqual([
      ['max 0.8', '%', 'number'],
      ['', '', 'attribute'],
    ]);
    const refusal = await refusalOf(
      sign(plant, 'inspections.approvePlan', { plan: 'PL-1', planVersion: 1 }, 'qualityManager'),
    );
    expect([refusal.code, refusal.message]).toEqual([
      'SEPARATION_OF_DUTIES',
      'Nobody approves a plan they wrote in. Ask another person who may do this.',
    ]);
    expect(await approve(plant)).toEqual({ standing: 'inForce' });
    expect(await plant.ask('inspections.plan', { plan: 'PL-1' })).toMatchObject({
      shown: { standing: 'inForce', author: 'qualityManager', approver: 'second' },
    });
    expect((await refusalOf(approve(plant))).code).toBe('CONFLICT');
    expect(plant.verify().ok).toBe(true);
  });

  it('has a next version, which supersedes it from its day on; the draft of it is one, and each writer is remembered', async () => {
    await using plant = await buildOffice();
    await write(plant);
    await approve(plant);
    expect(await write(plant, { planVersion: 2, validFrom: '2026-06-10', note: 'stricter' })).toMatchObject({
      planVersion: 2,
    });
    const twice = await refusalOf(write(plant, { planVersion: 3 }));
    expect([twice.code, twice.message]).toEqual([
      'DUPLICATE',
      'Version 2 of plan PL-1 is still a draft. Open it and change that one.',
    ]);
    const other = await signIn(plant, 'second');
    await write(plant, { planVersion: 2, version: 1, validFrom: '2026-06-10', name: 'Oil, stricter' }, other);
    // Both wrote in it.
    for (const user of ['second', 'qualityManager'] as const)
      expect(
        (await refusalOf(sign(plant, 'inspections.approvePlan', { plan: 'PL-1', planVersion: 2 }, user))).code,
      ).toBe('SEPARATION_OF_DUTIES');
    const standings = (await plant.ask('inspections.plan', { plan: 'PL-1' })).versions;
    expect(standings.map(({ planVersion, standing }) => [planVersion, standing])).toEqual([
      [2, 'draft'],
      [1, 'inForce'],
    ]);
  });

  it('that somebody else changed meanwhile is not written over', async () => {
    await using plant = await buildOffice();
    await write(plant);
    await write(plant, { version: 1, name: 'Oil' });
    const refusal = await refusalOf(write(plant, { version: 1, name: 'Olive oil' }));
    expect([refusal.code, refusal.details['version']]).toEqual(['RECORD_CHANGED', 2]);
    expect(await plant.ask('inspections.plan', { plan: 'PL-1' })).toMatchObject({ name: 'Oil' });
  });

  it.each([
    // Somebody gives a new plan the code of one that is there.
    [{ planVersion: 1, version: 0 }, 'DUPLICATE'],
    [{ planVersion: 1, version: 2 }, 'ILLEGAL_TRANSITION'],
    [{ planVersion: 3, version: 0 }, 'RECORD_CHANGED'],
    [{ planVersion: 2, version: 1 }, 'RECORD_CHANGED'],
    [{ plan: 'PL-9', planVersion: 2, version: 0 }, 'NOT_FOUND'],
  ])('once approved is not written at %j', async (at, code) => {
    await using plant = await buildOffice();
    await write(plant);
    await approve(plant);
    expect((await refusalOf(write(plant, at))).code).toBe(code);
    expect((await plant.ask('inspections.plan', { plan: 'PL-1' })).versions).toHaveLength(1);
  });

  it('is refused at each row and field that cannot be inspected by, and nothing of it is kept', async () => {
    await using plant = await buildOffice();
    const rows: WrittenPlan['rows'] = [
      { balloon: '1', name: 'Acidity', specification: 'max 0.8', unit: '%' },
      { balloon: '2', name: 'Length', specification: 'about 12', unit: 'mm' },
      { balloon: '3', name: 'Width', specification: '13–12', unit: 'mm' },
      { balloon: '1', name: 'Height', specification: '12 ± 1', unit: 'mm' },
      { balloon: '5', name: 'Smell', kind: 'choice', specification: '| Bad, Good' },
      { balloon: '6', name: 'Density', kind: 'calculated', formula: 'mass / volume' },
    ];
    const refusal = await refusalOf(write(plant, { rows }));
    expect(refusal.code).toBe('VALIDATION');
    expect(refusal.message).toBe(
      '5 of the rows cannot be inspected by; so nothing is saved. Correct or remove these rows.',
    );
    // Checked by the command.
    const faults = refusal.details['faults'] as unknown as { row: number; field: string }[];
    expect(faults.map(({ row, field }) => [row, field])).toEqual([
      [1, 'specification'],
      [2, 'specification'],
      [3, 'balloon'],
      [4, 'specification'],
      [5, 'formula'],
    ]);
    expect((await refusalOf(plant.ask('inspections.plan', { plan: 'PL-1' }))).code).toBe('NOT_FOUND');
  });

  it.each([
    [{ samplings: { critical: '100 %', major: 'some', minor: '5' } }, 'samplings'],
    [{ samplings: { critical: '100 %', major: '5 Ac 5', minor: '5' } }, 'samplings'],
    [{ validUntil: '2026-05-31' }, 'validUntil'],
  ])('with %j is refused at its %s', async (said, field) => {
    await using plant = await buildOffice();
    const refusal = await refusalOf(write(plant, said));
    expect([refusal.code, refusal.details['field']]).toEqual(['VALIDATION', field]);
  });

  it('is not approved for a day that is past', async () => {
    await using plant = await buildOffice();
    await write(plant, { validFrom: '2026-05-31' });
    const refusal = await refusalOf(approve(plant));
    expect([refusal.code, refusal.details['field']]).toEqual(['VALIDATION', 'validFrom']);
  });

  it('that is withdrawn is in force no more, and the version before it is', async () => {
    await using plant = await buildOffice();
    await write(plant);
    await approve(plant);
    await write(plant, { planVersion: 2, name: 'Oil, stricter' });
    await approve(plant, 2);
    expect(await plant.ask('inspections.plan', { plan: 'PL-1' })).toMatchObject({ shown: { planVersion: 2 } });
    await sign(plant, 'inspections.withdrawPlan', { plan: 'PL-1', planVersion: 2 });
    expect(await plant.ask('inspections.plan', { plan: 'PL-1' })).toMatchObject({ shown: { planVersion: 1 } });
    expect((await refusalOf(sign(plant, 'inspections.withdrawPlan', { plan: 'PL-1', planVersion: 2 }))).code).toBe(
      'CONFLICT',
    );
    expect((await refusalOf(sign(plant, 'inspections.approvePlan', { plan: 'PL-1', planVersion: 9 }))).code).toBe(
      'NOT_FOUND',
    );
  });

  it('is found for goods by its most specific use, which says why', async () => {
    await using plant = await buildOffice();
    await write(plant);
    await write(plant, { plan: 'PL-2', name: 'Oil of S1' });
    await approve(plant);
    const planFor = (of: { product: string; supplier?: string }) => plant.ask('inspections.planFor', of);
    expect(await planFor({ product: 'OIL' })).toEqual({ found: null, others: [] });
    await use(plant, {});
    await use(plant, { product: 'OIL' });
    await use(plant, { plan: 'PL-2', product: 'OIL', supplier: 'S1' });
    expect(await planFor({ product: 'MILK' })).toMatchObject({ found: { plan: 'PL-1', planVersion: 1 }, others: [] });
    expect(await planFor({ product: 'OIL', supplier: 'S2' })).toMatchObject({ found: { plan: 'PL-1' } });
    // It is for them, though none of its versions is in force.
    expect(await planFor({ product: 'OIL', supplier: 'S1' })).toMatchObject({
      found: { plan: 'PL-2', planVersion: null, name: 'Oil of S1' },
      others: [{ plan: 'PL-1' }, { plan: 'PL-1' }],
    });
    const { rows } = await plant.ask('inspections.plans', {});
    expect(rows.map(({ plan, standing, usedFor, draft }) => [plan, standing, usedFor, draft])).toEqual([
      ['PL-1', 'inForce', '*, OIL', null],
      ['PL-2', 'draft', 'OIL · S1', 1],
    ]);
    await use(plant, { plan: '', product: 'OIL', supplier: 'S1' });
    expect(await planFor({ product: 'OIL', supplier: 'S1' })).toMatchObject({ found: { plan: 'PL-1' } });
    expect(plant.verify().ok).toBe(true);
  });

  it('says of a use that others say the same, and which', async () => {
    await using plant = await buildOffice();
    await write(plant);
    await use(plant, {});
    await use(plant, { product: 'OIL' });
    const said = async () =>
      (await plant.ask('inspections.plan', { plan: 'PL-1' })).uses.map((one) => [one.product, one.instead]);
    const forAll = { pattern: 'Plan for {0}', values: [{ pattern: 'all goods', values: [] }] };
    expect(await said()).toEqual([
      ['', null],
      ['OIL', forAll],
    ]);
    // Goods of S1 have another plan: there it is needed.
    await write(plant, { plan: 'PL-2' });
    await use(plant, { plan: 'PL-2', supplier: 'S1' });
    await use(plant, { product: 'OIL', supplier: 'S1' });
    expect((await said()).at(-1)).toEqual(['OIL', expect.objectContaining({ pattern: 'Plan for {0}' })]);
  });

  it.each([
    [{ product: 'NONE' }, 'NOT_FOUND', 'product'],
    [{ category: 'NONE' }, 'NOT_FOUND', 'category'],
    [{ supplier: 'NONE' }, 'NOT_FOUND', 'supplier'],
    [{ plan: 'NONE', product: 'OIL' }, 'NOT_FOUND', 'plan'],
    [{ product: 'OIL', category: 'FOOD' }, 'VALIDATION', 'category'],
    [{ plan: '', product: 'OIL' }, 'CONFLICT', 'plan'],
  ])('is not used for %j', async (of, code, field) => {
    await using plant = await buildOffice();
    await write(plant);
    const refusal = await refusalOf(use(plant, of));
    expect([refusal.code, refusal.details['field']]).toEqual([code, field]);
  });
});
