import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { refusalOf } from '../support/app.ts';
import { buildHeldPlant, heldPlaces, type HeldPlant } from '../support/heldPlant.ts';
import { signature } from '../support/people.ts';
import { masters, on, plantWith } from '../support/plantTables.ts';
import { signAs } from '../support/signAs.ts';

type Approval = Partial<Omit<Inputs['suppliers']['saveApproval'], 'reason' | 'signature' | 'token'>>;
type Rule = Omit<Inputs['suppliers']['saveRule'], 'reason' | 'signature' | 'token'>;

const reason = 'audited in spring';
const signed = (plant: HeldPlant) => ({ as: plant.quality, signature: signature('qualityManager', 'approved') });
const approve = (plant: HeldPlant, more: Approval = {}): Promise<unknown> =>
  signAs(
    plant,
    'suppliers.saveApproval',
    { partner: 'S1', level: 'product', code: 'OIL', status: 'approved', validFrom: '2026-01-01', reason, ...more },
    signed(plant),
  );
const rule = (plant: HeldPlant, given: Rule): Promise<unknown> =>
  signAs(plant, 'suppliers.saveRule', { ...given, reason }, signed(plant));

describe('a supplier', () => {
  it('is approved for a product or a category, and what is said of the product goes first', async () => {
    await using plant = await buildHeldPlant();
    const products = masters.products?.map((one) => (one['code'] === 'OIL' ? { ...one, category: 'FOOD' } : one)) ?? [];
    await plant.take({ ...plantWith([], { locations: heldPlaces }), products }, { as: plant.quality });
    await rule(plant, { level: 'category', code: 'FOOD', act: 'refuse' });
    const refusal = await refusalOf(plant.post('receipt', 'OIL N1', 1, on(20)));
    expect([refusal.code, refusal.message]).toEqual([
      'STATUS_FORBIDS',
      'S1 is not approved as supplier of OIL lot N1 on 2026-01-20. Choose another supplier, or have this one approved.',
    ]);
    // Another category is let through as the site says.
    await plant.post('receipt', 'MILK N1', 1, on(20));
    await approve(plant, { level: 'category', code: 'FOOD' });
    await plant.post('receipt', 'OIL N1', 1, on(20));
    await approve(plant, { status: 'blocked' });
    expect((await refusalOf(plant.post('receipt', 'OIL N2', 1, on(20)))).message).toContain('S1 is blocked');
    expect(plant.verify().ok).toBe(true);
  });

  it('whose approval ended is told with its last day, which is one of its days', async () => {
    await using plant = await buildHeldPlant();
    await rule(plant, { level: 'site', act: 'quarantine' });
    await approve(plant, { validUntil: '2026-01-20' });
    await plant.post('receipt', 'OIL N1', 1, on(20, '23:59'));
    const refusal = await refusalOf(plant.post('receipt', 'OIL N2', 1, on(21, '00:00')));
    expect(refusal.message).toBe(
      'The approval of S1 as supplier of OIL lot N2 ended on 2026-01-20. Receive it in quarantine (status Q), or have the supplier approved.',
    );
    await plant.post('receipt', 'OIL N2', 1, on(21), { status: 'Q' });
  });

  it('is no customer, is there, and its last day is not before its first', async () => {
    await using plant = await buildHeldPlant();
    const cases: [Approval, string, string][] = [
      [{ partner: 'C1' }, 'VALIDATION', 'partner'],
      [{ partner: 'S9' }, 'NOT_FOUND', 'partner'],
      [{ code: 'NONE' }, 'NOT_FOUND', 'code'],
      [{ level: 'category', code: 'NONE' }, 'NOT_FOUND', 'code'],
      [{ validUntil: '2025-12-31' }, 'VALIDATION', 'validUntil'],
    ];
    for (const [more, code, field] of cases) {
      const refusal = await refusalOf(approve(plant, more));
      expect([refusal.code, refusal.details['field']]).toEqual([code, field]);
    }
    await approve(plant);
    expect((await refusalOf(approve(plant))).code).toBe('CONFLICT');
    expect((await refusalOf(rule(plant, { level: 'site', act: 'let' }))).code).toBe('CONFLICT');
  });

  it('stands in the list with how its approval stands, what ends first before the others', async () => {
    await using plant = await buildHeldPlant();
    // Today is the first of June.
    await approve(plant, { code: 'MILK' });
    await approve(plant, { code: 'OIL', validUntil: '2026-07-31' });
    await approve(plant, { code: 'CHEESE', validUntil: '2026-08-01' });
    await approve(plant, { code: 'CAKE', validUntil: '2026-05-31' });
    const { rows } = await plant.ask('suppliers.list', {});
    expect(rows.map(({ code, standing }) => [code, standing])).toEqual([
      ['CAKE', 'ended'],
      ['OIL', 'endsSoon'],
      ['CHEESE', 'holds'],
      ['MILK', 'holds'],
    ]);
  });

  it('that delivered without an approval is named at its page and that of the product, and in a report', async () => {
    await using plant = await buildHeldPlant();
    const before = await plant.ask('suppliers.about', { product: 'OIL' });
    expect(before.without.map(({ partner }) => partner)).toContain('S1');
    await approve(plant);
    const after = await plant.ask('suppliers.about', { product: 'OIL' });
    expect(after.without.map(({ partner }) => partner)).not.toContain('S1');
    expect(after.approvals.map(({ partner, status }) => [partner, status])).toEqual([['S1', 'approved']]);
    const parameters = { product: 'OIL', from: '2026-01-01', until: '2026-06-30' };
    const said = JSON.stringify(await plant.ask('reports.preview', { report: 'notApproved', parameters }));
    expect([said.includes('"S1"'), said.includes('"S2"')]).toEqual([false, true]);
  });
});
