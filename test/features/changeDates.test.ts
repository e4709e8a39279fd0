import { describe, expect, it } from 'vitest';
import type { Inputs } from '#shared/contract.ts';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { type People, setUpPeople, signature } from '../support/people.ts';

const at = '2026-06-01T08:00:00Z';
type Plant = { plant: TestApp; people: People } & AsyncDisposable;
type Asked = Inputs['lots']['changeDates'];

/** Milk of the first of June: good for 10 days, to be used within 12 and tested again after 5. */
async function buildMilk(): Promise<Plant> {
  const plant = await buildPlantApp();
  await plant.post('receipt', 'MILK L1', 8, at);
  const people = await setUpPeople(plant);
  plant.me = people.viewer;
  return { plant, people, [Symbol.asyncDispose]: () => plant[Symbol.asyncDispose]() };
}

const milk = { product: 'MILK', lot: 'L1' };
const asked = (dates: Asked['dates'], more: Partial<Asked> = {}): Asked => ({
  ...{ ...milk, version: 1, dates, reason: 'the dairy says so' },
  signature: signature('qualityManager', 'approved'),
  ...more,
});
const change = ({ plant, people }: Plant, dates: Asked['dates'], more: Partial<Asked> = {}) =>
  plant.ask('lots.changeDates', asked(dates, more), { as: people.qualityManager });

const before = { version: 1, expiresOn: '2026-06-11', bestBeforeOn: '', useByOn: '2026-06-13', retestOn: '2026-06-06' };

describe('changing the dates of a lot', () => {
  it('S41: moves the others with the expiry, signed, as old and new say', async () => {
    await using set = await buildMilk();
    const { plant, people } = set;
    expect(await plant.ask('lots.getDates', milk)).toMatchObject(before);
    expect(await change(set, { expiresOn: '2026-06-21' })).toMatchObject({
      version: 2,
      changed: ['expiresOn', 'useByOn', 'retestOn'],
    });
    const after = { version: 2, expiresOn: '2026-06-21', useByOn: '2026-06-23', retestOn: '2026-06-16' };
    expect(await plant.ask('lots.getDates', milk)).toMatchObject(after);
    const named = { record: 'lot' as const, parts: ['MILK', 'L1', ''] };
    const { signatures } = await plant.ask('people.listSignatures', named);
    expect(signatures).toMatchObject([{ version: 2, meaning: 'approved', name: 'Quentin Moreau', superseded: false }]);
    for (const part of ['MILK lot L1', '2026-06-11 → 2026-06-21', '2026-06-06 → 2026-06-16', 'the dairy says so'])
      expect(signatures[0]?.statement).toContain(part);
    const { rows } = await plant.ask('audit.list', { operation: 'lots.changeDates' }, { as: people.manager });
    expect(rows).toMatchObject([{ outcome: 'done' }]);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('takes a month for its last day, and blank for goods that last', async () => {
    await using set = await buildMilk();
    await change(set, { retestOn: '2027-02' });
    expect(await set.plant.ask('lots.getDates', milk)).toMatchObject({ ...before, version: 2, retestOn: '2027-02-28' });
    await change(set, { expiresOn: '', useByOn: '' }, { version: 2 });
    expect(await set.plant.ask('lots.getDates', milk)).toMatchObject({
      expiresOn: '',
      useByOn: '',
      retestOn: '2027-02-28',
    });
    set.plant.clock.set('2026-09-01T06:00:00Z');
    await set.plant.app.lookAtDay();
    expect(set.plant.rows('select status from balance')).toEqual([{ status: 'A' }]);
  });

  it('releases nothing that was rejected when it expired', async () => {
    await using set = await buildMilk();
    const { plant, people } = set;
    plant.clock.set('2026-06-01T08:05:00Z');
    await change(set, { expiresOn: '2026-05-31', useByOn: '' });
    await plant.app.lookAtDay();
    expect(plant.rows('select status from balance')).toEqual([{ status: 'R' }]);
    const later = asked({ expiresOn: '2026-12-31' }, { version: 2 });
    await plant.ask('lots.changeDates', later, { as: people.qualityManager });
    expect(plant.rows('select status from balance')).toEqual([{ status: 'R' }]);
  });

  it('is refused of another version than was looked at, of what is no date, and where nothing changes', async () => {
    await using set = await buildMilk();
    const { plant, people } = set;
    await change(set, { retestOn: '2026-06-07' });
    expect(await refusalOf(change(set, { retestOn: '2026-06-08' }))).toMatchObject({ code: 'RECORD_CHANGED' });
    for (const retestOn of ['2026-02-30', '2026-13', 'soon'])
      expect(await codeOf(change(set, { retestOn }, { version: 2 })), retestOn).toBe('VALIDATION');
    expect(await codeOf(change(set, { retestOn: '2026-06-07' }, { version: 2 }))).toBe('VALIDATION');
    expect(await codeOf(change(set, { retestOn: '' }, { lot: 'NONE' }))).toBe('NOT_FOUND');
    expect(await codeOf(plant.ask('lots.changeDates', asked({ retestOn: '' }), { as: people.warehouse }))).toBe(
      'FORBIDDEN',
    );
    expect(await plant.ask('lots.getDates', milk)).toMatchObject({ version: 2, retestOn: '2026-06-07' });
  });
});
