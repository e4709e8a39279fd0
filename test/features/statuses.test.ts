import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { refusalOf } from '../support/app.ts';
import { buildHeldPlant, heldPlaces, type HeldPlant } from '../support/heldPlant.ts';
import { signature } from '../support/people.ts';
import { masters, on, plantWith, row } from '../support/plantTables.ts';
import { signAs } from '../support/signAs.ts';

type Rule = Omit<Inputs['statuses']['saveRule'], 'reason' | 'signature' | 'token' | 'witness'>;

const save = (plant: HeldPlant, rule: Rule): Promise<unknown> =>
  signAs(
    plant,
    'statuses.saveRule',
    { ...rule, reason: 'the customer asks for it' },
    { as: plant.quality, signature: signature('qualityManager', 'approved') },
  );
const sampled = { status_from: 'Q' } as const;
const noSamples: Rule = { level: 'product', code: 'OIL', act: 'sample', taken: ['A*'] };

describe('a rule on what goods of a status may do', () => {
  it('is refused in words that name the lot, its status, the rule and its level, and what to do', async () => {
    await using plant = await buildHeldPlant();
    await save(plant, noSamples);
    const refusal = await refusalOf(plant.post('sample', 'OIL Q1', 1, on(20), sampled));
    expect([refusal.code, refusal.details['level']]).toEqual(['STATUS_FORBIDS', 'product']);
    expect(refusal.message).toBe(
      'OIL lot Q1 is in status Q. The rule of product OIL lets only A through for “sample”. Release it first, or return or scrap it.',
    );
    await plant.post('sample', 'OIL O1', 1, on(20));
    expect(plant.verify().ok).toBe(true);
  });

  it('of a category holds for its products alone', async () => {
    await using plant = await buildHeldPlant();
    const products = masters.products?.map((one) => (one['code'] === 'OIL' ? { ...one, category: 'FOOD' } : one)) ?? [];
    await plant.take({ ...plantWith([], { locations: heldPlaces }), products }, { as: plant.quality });
    await save(plant, { level: 'category', code: 'FOOD', act: 'transfer', taken: ['A*'] });
    const move = { status_from: 'Q', status: 'Q' };
    expect((await refusalOf(plant.post('transfer', 'OIL Q1', 1, on(20), move))).details['level']).toBe('category');
    await plant.post('receipt', 'MILK LQ', 5, on(20), { status: 'Q' });
    await plant.post('transfer', 'MILK LQ', 1, on(20), move);
    await plant.post('transfer', 'OIL Q1', 1, on(20), { ...move, to: 'QUAR' });
  });

  it('of a supplier holds for all that came from it, also for what comes just now', async () => {
    await using plant = await buildHeldPlant();
    await save(plant, { level: 'supplier', code: 'S2', act: 'transfer', taken: ['Q*'] });
    await save(plant, { level: 'supplier', code: 'S2', act: 'receipt', taken: ['Q*'] });
    expect((await refusalOf(plant.post('transfer', 'OIL O2', 1, on(20)))).details['level']).toBe('supplier');
    await plant.post('transfer', 'OIL O1', 1, on(20));
    const received = await refusalOf(plant.post('receipt', 'OIL N2', 1, on(20), { partner: 'S2' }));
    expect(received.message).toContain('Bring it in with another status');
    await plant.post('receipt', 'OIL N2', 1, on(20), { partner: 'S2', status: 'Q' });
    await plant.post('receipt', 'OIL N1', 1, on(20));
    // A lot that another supplier brings some of is held to the rules of both.
    const both = [
      ['receipt', 'OIL N3', 1, on(21), { partner: 'S2', status: 'Q' }],
      ['receipt', 'OIL N3', 1, on(21), { status: 'A' }],
    ] satisfies Parameters<typeof plant.postAll>[0];
    expect((await refusalOf(plant.postAll(both))).details['level']).toBe('supplier');
  });

  it('lets no level through more than those above it, and says which one keeps it back', async () => {
    await using plant = await buildHeldPlant();
    await save(plant, { level: 'site', code: '', act: 'sample', taken: ['A*', 'Q1'] });
    const wider = await refusalOf(save(plant, { level: 'product', code: 'OIL', act: 'sample', taken: ['A1', 'Q*'] }));
    expect([wider.code, wider.details['field']]).toEqual(['VALIDATION', 'taken']);
    expect(wider.message).toBe(
      'The rule of the site lets only A, Q1 through, and no level below it lets more. Leave out Q, or have that rule changed.',
    );
    await save(plant, { level: 'product', code: 'OIL', act: 'sample', taken: ['A1', 'Q1'] });
    const standard = await refusalOf(save(plant, { level: 'site', code: '', act: 'shipment', taken: ['Q*'] }));
    expect(standard.message).toContain('The standard rule lets only A through');
    // What a level above takes away later is gone below as well.
    await save(plant, { level: 'site', code: '', act: 'sample', taken: ['A*'] });
    const { statuses, acts } = await plant.ask('statuses.ofProduct', { product: 'OIL' });
    expect(statuses).toEqual(['A', 'A1', 'Q', 'Q1', 'R']);
    expect(acts.find(({ act }) => act === 'sample')?.refused.map((one) => one?.level)).toEqual([
      'product',
      undefined,
      'site',
      'site',
      'site',
    ]);
  });

  it('is taken back by letting none through, and the list has it no more', async () => {
    await using plant = await buildHeldPlant();
    await save(plant, { ...noSamples, taken: ['A*', 'A1'] });
    expect((await plant.ask('statuses.list', {})).rules).toEqual([noSamples]);
    await save(plant, { ...noSamples, taken: [] });
    expect((await plant.ask('statuses.list', {})).rules).toEqual([]);
    await plant.post('sample', 'OIL Q1', 1, on(20), sampled);
  });

  it.each<[Rule, string, string]>([
    [{ ...noSamples, level: 'site' }, 'VALIDATION', 'code'],
    [{ ...noSamples, level: 'category', code: '' }, 'VALIDATION', 'code'],
    [{ ...noSamples, code: 'NONE' }, 'NOT_FOUND', 'code'],
    [{ ...noSamples, level: 'supplier', code: 'NONE' }, 'NOT_FOUND', 'code'],
    [{ ...noSamples, taken: [] }, 'CONFLICT', 'taken'],
  ])('%j is refused as %s at %s', async (rule, code, field) => {
    await using plant = await buildHeldPlant();
    const before = plant.contentDigest();
    const refusal = await refusalOf(save(plant, rule));
    expect([refusal.code, refusal.details['field']]).toEqual([code, field]);
    expect(plant.contentDigest()).toBe(before);
  });

  it('that somebody changes in the file frees no goods', async () => {
    await using plant = await buildHeldPlant();
    await save(plant, noSamples);
    await plant.app.store.work(async ({ db }) => void db.exec("update status_rule set taken = 'A* Q*'"));
    expect((await refusalOf(plant.post('sample', 'OIL Q1', 1, on(20), sampled))).code).toBe('STORE_DAMAGED');
  });
});

describe('rejected and expired goods', () => {
  it('are brought to quarantine and the rejects, returned and scrapped, and nothing else', async () => {
    await using plant = await buildHeldPlant();
    const inR = { status_from: 'R', status: 'R' };
    await plant.post('receipt', 'OIL R1', 20, on(20), { status: 'R' });
    for (const to of ['STORE2', 'OUT', 'LINE', 'DOCK'])
      expect((await refusalOf(plant.post('transfer', 'OIL R1', 1, on(20), { ...inR, to }))).code, to).toBe(
        'STATUS_FORBIDS',
      );
    for (const to of ['QUAR', 'REJ']) await plant.post('transfer', 'OIL R1', 1, on(20), { ...inR, to });
    await plant.post('supplier-return', 'OIL R1', 1, on(20), { status_from: 'R' });
    await plant.post('scrap', 'OIL R1', 1, on(20), { status_from: 'R' });
    await plant.post('receipt', 'MILK M1', 5, on(2));
    expect((await refusalOf(plant.post('transfer', 'MILK M1', 1, on(13)))).code).toBe('EXPIRED_LOT');
    await plant.post('transfer', 'MILK M1', 1, on(12));
    await plant.post('transfer', 'MILK M1', 1, on(13), { to: 'REJ' });
    await plant.post('scrap', 'MILK M1', 1, on(13));
  });

  it('are staged for nobody, and neither is what waits in quarantine; an import tells of that', async () => {
    await using plant = await buildHeldPlant();
    const staged = { status_from: 'Q', status: 'Q', to: 'OUT' };
    const refusal = await refusalOf(plant.post('transfer', 'OIL Q1', 1, on(20), staged));
    expect(refusal.message).toContain('The standard rule lets only A through for “staging”');
    const { findings } = await plant.take(
      plantWith([row('transfer', 'OIL Q1', 1, on(20), staged)], { locations: heldPlaces }),
      { as: plant.quality },
    );
    expect(findings.map(({ column, message }) => `${column} ${message}`)).toEqual([
      expect.stringMatching(
        /^status_from .*OIL lot Q1 was in status Q when it was brought to a location for shipping\.$/,
      ),
    ]);
  });
});

describe('the name of a status', () => {
  it('is the plant’s own, changed with a reason, and none again when it is blank', async () => {
    await using plant = await buildHeldPlant();
    const name = (text: string) =>
      plant.ask(
        'statuses.saveStatus',
        { status: 'Q1', name: text, look: 'hold', reason: 'so the laboratory calls it' },
        { as: plant.quality },
      );
    expect(await name('Waits for the laboratory')).toEqual({ saved: 'new' });
    expect((await plant.ask('statuses.list', {})).statuses).toEqual([
      { status: 'Q1', name: 'Waits for the laboratory', look: 'hold' },
    ]);
    await name('');
    expect((await plant.ask('statuses.list', {})).statuses).toEqual([]);
    expect(plant.verify().ok).toBe(true);
  });
});
