import { describe, expect, it } from 'vitest';
import { buildInspected, weighed } from '../support/inspected.ts';
import { said, sectionsOf } from '../support/reportRows.ts';

const ok = ['ok', 'ok'];

describe('reports of inspections', () => {
  it('say how many lots passed at first, by product and supplier, and what failed most', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    for (const [index, [supplier, masses]] of [
      ['S1', ['110', '110']] as const,
      ['S1', ['99', '121']] as const,
      ['S2', ['110', '99']] as const,
    ].entries()) {
      await office.receive(`CAKE R${index}`, 2, { partner: supplier });
      const inspection = `IN-${index + 1}`;
      await office.readRow(0, masses, 0, { inspection });
      await office.readRow(1, ok, 0, { inspection });
      const bad = masses.filter((one) => one !== '110').length;
      await office.decide(String(2 - bad), String(bad), { inspection });
    }
    const asked = { from: '2026-05-01', until: '2026-06-30' };
    const [byGoods, , causes] = await sectionsOf(office.plant, 'inspectionResults', asked);
    expect(said(byGoods, 'supplier', 'lots', 'passed', 'yield', 'rejected')).toEqual([
      'S2 1 0 0% 1 EA',
      'S1 2 1 50% 2 EA',
    ]);
    expect(said(causes, 'name', 'pieces', 'lots')).toEqual(['1 Mass 3 2']);
    const [none] = await sectionsOf(office.plant, 'inspectionResults', { ...asked, until: '2026-05-02' });
    expect(none?.rows ?? []).toEqual([]);
  });

  it('hold what is pending against what lies in quarantine: the same, whatever was decided, moved or not, or left', async () => {
    await using office = await buildInspected();
    await office.plan(weighed);
    await office.receive('CAKE K7', 2);
    await office.receive('CAKE K8', 5);
    await office.receive('CAKE K8', 4);
    await office.readRow(0, ['110', '110']);
    await office.readRow(1, ok);
    await office.decide('2', '0', { movesLater: true });
    await office.plant.post('scrap', 'CAKE K8', 1, '2026-06-01T09:00:00Z', { status_from: 'Q' });
    const compared = async () => {
      const [section] = await sectionsOf(office.plant, 'pendingStock', {});
      return said(section, 'goods', 'pending', 'unmoved', 'lying', 'difference').toSorted();
    };
    expect(await compared()).toEqual(['CAKE lot K7 0 EA 2 EA 2 EA 0 EA', 'CAKE lot K8 8 EA 0 EA 8 EA 0 EA']);
    // What comes into quarantine by no receipt is nobody's to decide, and shows.
    await office.plant.post('adjustment', 'CAKE K8', 1, '2026-06-01T09:30:00Z', { to: 'STORE', status: 'Q' });
    expect((await compared())[1]).toBe('CAKE lot K8 8 EA 0 EA 9 EA 1 EA');
  });
});
