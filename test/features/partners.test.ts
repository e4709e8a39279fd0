import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, refusalOf } from '../support/app.ts';
import { masters, on, posted } from '../support/plantTables.ts';

describe('the list of partners', () => {
  it('gives exactly those that are named by code, whatever else begins like them', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      partners: ['C-9', 'C-90', 'c-9'].map((code) => ({ code, name: `Partner ${code}`, kind: 'customer' })),
    });
    const codes = async (input: object) => (await plant.ask('partners.list', input)).rows.map(({ code }) => code);
    expect(await codes({ codes: ['C-9'] })).toEqual(['C-9']);
    expect(await codes({ codes: ['C-90', 'c-9', 'NOBODY'] })).toEqual(['c-9', 'C-90']);
    expect(await codes({ codes: ['C-9', 'C-90'], search: '90' })).toEqual(['C-90']);
    expect(await codes({ search: 'C-9' })).toHaveLength(3);
  });
});

describe('what was agreed with a partner', () => {
  const blank = { contactName: '', contactPhone: '', contactEmail: '', leastLifeDays: null };
  const agreed = {
    contactName: 'Ada Berg',
    contactPhone: '+43 1 99',
    contactEmail: 'recall@shop.example',
    leastLifeDays: 7,
  };
  const why = { reason: 'as agreed' };

  it('stands with the partner, in its history, and stays when an export is taken over again', async () => {
    await using plant = await buildPlantApp();
    const partner = async () => (await plant.ask('partners.list', { codes: ['C1'] })).rows[0];
    expect(await partner()).toMatchObject(blank);
    expect(await plant.ask('partners.saveTerms', { partner: 'C1', ...agreed, ...why })).toEqual({ saved: 'new' });
    expect(await plant.ask('partners.saveTerms', { partner: 'C1', ...agreed, ...why })).toEqual({ saved: 'same' });
    expect(await partner()).toMatchObject(agreed);
    await plant.take({ ...masters, partners: [{ code: 'C1', name: 'Corner Shop Ltd', kind: 'customer' }] });
    expect(await partner()).toMatchObject({ ...agreed, name: 'Corner Shop Ltd' });
    expect(await plant.ask('partners.saveTerms', { partner: 'C1', ...blank, ...why })).toEqual({ saved: 'changed' });
    expect(plant.verify().problems).toEqual([]);
  });

  it('is refused of a partner there is none of, without a reason, and as a life of goods for a supplier', async () => {
    await using plant = await buildPlantApp();
    const save = (partner: string, terms: object) => plant.send('partners.saveTerms', { partner, ...terms });
    expect(await codeOf(save('C9', { ...agreed, ...why }))).toBe('NOT_FOUND');
    expect(await codeOf(save('C1', agreed))).toBe('VALIDATION');
    for (const leastLifeDays of [0, -1, 3651, 1.5])
      expect(await codeOf(save('C1', { ...agreed, leastLifeDays, ...why }))).toBe('VALIDATION');
    expect(await refusalOf(save('S1', { ...agreed, ...why }))).toMatchObject({
      code: 'VALIDATION',
      details: { field: 'leastLifeDays' },
    });
    await save('S1', { ...agreed, leastLifeDays: null, ...why });
  });

  it('keeps goods here that would not last long enough at the customer, with what to do', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'MILK L1', 10, on(2)],
      ['receipt', 'OIL O1', 10, on(2)],
    ]);
    await plant.ask('partners.saveTerms', { partner: 'C1', ...agreed, ...why });
    // Milk of the 2nd lasts until the 12th.
    await plant.post('shipment', 'MILK L1', 1, on(5));
    await plant.post('shipment', 'OIL O1', 1, on(30));
    const late = await refusalOf(
      plant.send('movements.post', { movements: [posted('shipment', 'MILK L1', 1, on(6))] }),
    );
    expect(late).toMatchObject({ code: 'STATUS_FORBIDS' });
    expect(late.message).toContain('C1 asks for goods that last 7 days more, and these last until 2026-01-12');
    await plant.post('shipment', 'MILK L1', 1, on(6), { partner: 'C2' });
  });

  it('is whom a recall names', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'OIL O1', 10, on(2)],
      ['shipment', 'OIL O1', 1, on(3)],
    ]);
    const gap = async () => {
      const { report } = await plant.ask('reports.preview', { report: 'setUpGaps', parameters: {}, rows: 200 });
      return report.sections.map(({ rows }) => rows.length)[1];
    };
    expect(await gap()).toBe(1);
    await plant.ask('partners.saveTerms', { partner: 'C1', ...agreed, ...why });
    expect(await gap()).toBe(0);
    const asked = {
      report: 'recall',
      parameters: { question: { suspects: [{ product: 'OIL', lot: 'O1' }] } },
      rows: 200,
    };
    const { report } = await plant.ask('reports.preview', asked);
    const told = report.sections.flatMap(({ rows }) => rows).find((row) => row.includes('Ada Berg'));
    expect(told).toEqual(expect.arrayContaining(['C1', 'recall@shop.example', '+43 1 99']));
  });
});
