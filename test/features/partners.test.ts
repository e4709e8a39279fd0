import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { blankPartner, changePartner } from '../support/partners.ts';
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

describe('a partner made by hand', () => {
  const works = {
    ...blankPartner,
    code: 'WORKS',
    name: 'Coating works',
    reason: 'they coat for us from now on',
  } as const;
  type Given = Partial<Inputs['partners']['save']>;
  const save = (plant: TestApp, more: Given) =>
    plant.ask('partners.save', { ...works, roles: ['subcontractor'], ...more });

  it('is several things at once, and what is changed of it is a version with its reason', async () => {
    await using plant = await buildPlantApp();
    const roles = ['supplier', 'manufacturer', 'subcontractor'] as const;
    expect(await save(plant, { code: ' WORKS ', roles: [...roles] })).toEqual({ saved: 'new', findings: [] });
    await plant.post('receipt', 'OIL O1', 5, on(5), { partner: 'WORKS' });
    expect(await plant.ask('partners.get', { code: 'WORKS' })).toMatchObject({ kind: 'supplier', roles, version: 1 });
    const phone = '+43 1 55';
    expect(await changePartner(plant, 'WORKS', { phone })).toMatchObject({ saved: 'changed' });
    expect(await changePartner(plant, 'WORKS', { phone })).toMatchObject({ saved: 'same' });
    expect(await changePartner(plant, 'WORKS', { roles: ['manufacturer'] })).toMatchObject({ saved: 'changed' });
    const { rows } = await plant.ask('partners.list', { codes: ['WORKS'] });
    expect(rows).toMatchObject([{ kind: 'neither', roles: ['manufacturer'], phone }]);
    const listed = async (question: object) =>
      (await plant.ask('partners.listWithDeliveries', question)).rows.map(({ code }) => code);
    expect(await listed({ kind: ['manufacturer'] })).toEqual(['WORKS']);
    expect(await listed({ kind: ['subcontractor'] })).toEqual([]);
    expect((await plant.ask('audit.versions', { record: 'partner', key: ['WORKS'] })).total).toBe(3);
    expect(plant.verify().problems).toEqual([]);
  });

  it('says nothing twice: where it is no more than an export says there is no record of terms', async () => {
    await using plant = await buildPlantApp();
    await save(plant, { roles: ['customer'] });
    expect(await plant.ask('partners.get', { code: 'WORKS' })).toMatchObject({ version: 1, termsVersion: 0 });
    expect(await changePartner(plant, 'C1', { name: 'Shop at the corner' })).toMatchObject({ saved: 'changed' });
    expect(await plant.ask('partners.get', { code: 'C1' })).toMatchObject({ version: 2, termsVersion: 0 });
  });

  it('is refused, and nothing changes, where there is one, none, another version, or it cannot be', async () => {
    await using plant = await buildPlantApp();
    await save(plant, {});
    const before = plant.contentDigest();
    const refusals: [Given, string][] = [
      [{}, 'DUPLICATE'],
      [{ code: 'C1' }, 'DUPLICATE'],
      [{ code: 'NOBODY', version: 1 }, 'NOT_FOUND'],
      [{ version: 2, termsVersion: 1 }, 'RECORD_CHANGED'],
      [{ version: 1 }, 'RECORD_CHANGED'],
      [{ version: 1, termsVersion: 2 }, 'RECORD_CHANGED'],
      [{ code: 'WORKS\u00ad2' }, 'VALIDATION'],
      [{ code: 'X', name: ' ' }, 'VALIDATION'],
      [{ code: 'X', roles: [] }, 'VALIDATION'],
      [{ code: 'X', gln: '4012345000001' }, 'VALIDATION'],
      [{ code: 'X', inactiveFrom: '2026-02-30' }, 'VALIDATION'],
      [{ code: 'X', reason: '.' }, 'REASON_REQUIRED'],
    ];
    for (const [more, code] of refusals) expect(await codeOf(save(plant, more)), JSON.stringify(more)).toBe(code);
    expect(plant.contentDigest()).toBe(before);
  });

  it('that looks like another is made, and what it looks like is said', async () => {
    await using plant = await buildPlantApp();
    await save(plant, {});
    const { findings } = await save(plant, { code: 'W0RKS' });
    expect(findings.map((one) => one.values)).toEqual([['W0RKS', 'WORKS']]);
    expect((await save(plant, { code: 'WORKS-2' })).findings).toEqual([]);
  });

  it('that is inactive gets and brings nothing from that day on, while goods still come back', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'OIL O1', 10, on(2)],
      ['shipment', 'OIL O1', 4, on(3)],
    ]);
    await changePartner(plant, 'C1', { inactiveFrom: '2026-01-10' });
    await plant.post('shipment', 'OIL O1', 1, on(9, '23:59'));
    const refused = await refusalOf(
      plant.send('movements.post', { movements: [posted('shipment', 'OIL O1', 1, on(10, '00:00'))] }),
    );
    expect(refused).toMatchObject({ code: 'STATUS_FORBIDS', details: { column: 'partner' } });
    expect(refused.message).toContain('C1 is inactive from 2026-01-10 on');
    await plant.post('customer-return', 'OIL O1', 1, on(11));
    const state = async () =>
      (await plant.ask('partners.listWithDeliveries', { state: ['inactive'] })).rows.map(({ code }) => code);
    expect(await state()).toEqual(['C1']);
    await changePartner(plant, 'C1', { inactiveFrom: '' });
    await plant.post('shipment', 'OIL O1', 1, on(12));
    expect(await state()).toEqual([]);
  });
});

describe('what was agreed with a partner', () => {
  const blank = { contactName: '', contactPhone: '', contactEmail: '', contactHours: '', leastLifeDays: null };
  const agreed = {
    contactName: 'Ada Berg',
    contactPhone: '+43 1 99',
    contactEmail: 'recall@shop.example',
    contactHours: 'Mon–Fri 8–17',
    leastLifeDays: 7,
  };

  it('stands with the partner, in its history, and stays when an export is taken over again', async () => {
    await using plant = await buildPlantApp();
    const partner = async () => (await plant.ask('partners.list', { codes: ['C1'] })).rows[0];
    expect(await partner()).toMatchObject(blank);
    expect(await changePartner(plant, 'C1', agreed)).toMatchObject({ saved: 'changed' });
    expect(await changePartner(plant, 'C1', agreed)).toMatchObject({ saved: 'same' });
    expect(await partner()).toMatchObject(agreed);
    await plant.take({ ...masters, partners: [{ code: 'C1', name: 'Corner Shop Ltd', kind: 'customer' }] });
    expect(await partner()).toMatchObject({ ...agreed, name: 'Corner Shop Ltd' });
    expect(await changePartner(plant, 'C1', blank)).toMatchObject({ saved: 'changed' });
    expect(plant.verify().problems).toEqual([]);
  });

  it('is refused as a life of goods for who gets none, or one that cannot be', async () => {
    await using plant = await buildPlantApp();
    for (const leastLifeDays of [0, -1, 3651, 1.5])
      expect(await codeOf(changePartner(plant, 'C1', { leastLifeDays }))).toBe('VALIDATION');
    expect(await refusalOf(changePartner(plant, 'S1', agreed))).toMatchObject({
      code: 'VALIDATION',
      details: { field: 'leastLifeDays' },
    });
    await changePartner(plant, 'S1', { ...agreed, leastLifeDays: null });
  });

  it('keeps goods here that would not last long enough at the customer, with what to do', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'MILK L1', 10, on(2)],
      ['receipt', 'OIL O1', 10, on(2)],
    ]);
    await changePartner(plant, 'C1', agreed);
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
    await changePartner(plant, 'C1', agreed);
    expect(await gap()).toBe(0);
    const asked = {
      report: 'recall',
      parameters: { question: { suspects: [{ product: 'OIL', lot: 'O1' }] } },
      rows: 200,
    };
    const { report } = await plant.ask('reports.preview', asked);
    const told = report.sections.flatMap(({ rows }) => rows).find((row) => row.includes('Ada Berg (Mon–Fri 8–17)'));
    expect(told).toEqual(expect.arrayContaining(['C1', 'recall@shop.example', '+43 1 99']));
  });
});
