import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { on, row } from '../support/plantTables.ts';

const why = { reason: 'as agreed' };
const motor = { product: 'MOTOR', serial: '7' };
const get = (plant: TestApp, piece = motor) => plant.ask('serials.get', piece);

type Rule = Parameters<typeof saveRule>[1];
const saveRule = (
  plant: TestApp,
  rule: { level: 'site' | 'category' | 'product'; code: string; validFrom: string; months: number },
  starts: 'delivery' | 'made' = 'delivery',
) => plant.ask('serials.saveWarrantyRule', { ...rule, starts, ...why });
const ofSite: Rule = { level: 'site', code: '', validFrom: '2025-01-01', months: 24 };

describe('the warranty of a serial', () => {
  it('is derived at the delivery, and another rule later changes nothing of it', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MOTOR #7', 1, on(5));
    expect((await get(plant)).warranty).toMatchObject({ state: 'none', version: 0 });
    await saveRule(plant, ofSite);
    expect((await get(plant)).warranty).toMatchObject({ state: 'notDelivered', months: 24, level: 'site' });
    await plant.post('shipment', 'MOTOR #7', 1, on(6));
    const derived = { state: 'running', startsOn: '2026-01-06', endsOn: '2028-01-06' };
    expect((await get(plant)).warranty).toMatchObject(derived);
    await saveRule(plant, { level: 'product', code: 'MOTOR', validFrom: '2026-01-07', months: 0 });
    expect((await get(plant)).warranty).toMatchObject(derived);
    const { rules } = await plant.ask('serials.listWarrantyRules', {});
    expect(rules.map(({ level, code, months }) => `${level} ${code} ${months}`)).toEqual([
      'site  24',
      'product MOTOR 0',
    ]);
    expect(plant.verify().problems).toEqual([]);
  });

  it('counts from the day its lot was made, else from its output, where the rule says so', async () => {
    await using plant = await buildPlantApp();
    await saveRule(plant, ofSite, 'made');
    await plant.take({ lots: [{ product: 'CHIP', lot: 'L1', manufactured_on: '2025-12-01' }] });
    await plant.postAll([
      ['receipt', 'CHIP L1', 1, on(5)],
      ['shipment', 'CHIP L1 #C7', 1, on(6)],
      ['output', 'MOTOR #7', 1, on(7)],
      ['shipment', 'MOTOR #7', 1, on(8)],
      ['receipt', 'MOTOR #8', 1, on(7)],
      ['shipment', 'MOTOR #8', 1, on(8)],
    ]);
    expect((await get(plant, { product: 'CHIP', serial: 'C7' })).warranty.endsOn).toBe('2027-12-01');
    expect((await get(plant)).warranty.endsOn).toBe('2028-01-07');
    expect((await get(plant, { product: 'MOTOR', serial: '8' })).warranty.state).toBe('unknown');
  });

  it('is corrected with a reason, by whoever looked at it as it is, and goes back to its rule', async () => {
    await using plant = await buildPlantApp();
    await saveRule(plant, ofSite);
    await plant.postAll([
      ['receipt', 'MOTOR #7', 1, on(5)],
      ['shipment', 'MOTOR #7', 1, on(6)],
    ]);
    const correct = (version: number, endsOn: string, more: object = why) =>
      plant.send('serials.correctWarranty', { ...motor, version, endsOn, ...more });
    expect(await codeOf(correct(0, '2026-02-01', { reason: '' }))).toBe('REASON_REQUIRED');
    expect(await correct(0, '2026-02-01')).toEqual({ version: 1 });
    expect((await get(plant)).warranty).toMatchObject({ state: 'ended', isCorrected: true, version: 1 });
    expect(await codeOf(correct(0, '2030-01-01'))).toBe('RECORD_CHANGED');
    expect(await codeOf(correct(1, '2026-02-01'))).toBe('CONFLICT');
    await correct(1, '');
    expect((await get(plant)).warranty).toMatchObject({ state: 'running', endsOn: '2028-01-06', isCorrected: false });
    expect(plant.verify().problems).toEqual([]);
  });

  it.each([
    [{ ...ofSite, code: 'X' }, 'code'],
    [{ ...ofSite, level: 'category' as const }, 'code'],
  ])('is refused as a rule %j', async (rule, field) => {
    await using plant = await buildPlantApp();
    expect(await refusalOf(saveRule(plant, rule))).toMatchObject({ code: 'VALIDATION', details: { field } });
  });

  it('has no rule of a product that is not there, nor longer than fifty years', async () => {
    await using plant = await buildPlantApp();
    expect(await codeOf(saveRule(plant, { ...ofSite, level: 'product', code: 'NONE' }))).toBe('NOT_FOUND');
    expect(await codeOf(saveRule(plant, { ...ofSite, months: 601 }))).toBe('VALIDATION');
    expect(await codeOf(saveRule(plant, { ...ofSite, months: -1 }))).toBe('VALIDATION');
    await saveRule(plant, { ...ofSite, months: 600 });
  });
});

const service = { ...motor, kind: 'repair' as const, doneOn: '2026-05-01', done: 'new seal' };
type Service = Partial<Parameters<TestApp['ask']>[1]>;
const record = (plant: TestApp, more: Service = {}) => plant.send('serials.recordService', { ...service, ...more });

describe('a service of a serial', () => {
  it('stands in its life with who recorded it, until it is withdrawn, and to be read after that', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MOTOR #7', 1, on(5));
    expect(await record(plant)).toEqual({ number: 'SV-1' });
    expect(await record(plant, { kind: 'inspection', doneOn: '2026-05-02' })).toEqual({ number: 'SV-2' });
    expect((await get(plant)).service.map(({ number, kind, done }) => `${number} ${kind} ${done}`)).toEqual([
      'SV-2 inspection new seal',
      'SV-1 repair new seal',
    ]);
    const withdraw = () =>
      plant.ask('serials.withdrawService', { product: 'MOTOR', number: 'SV-1', reason: 'another pump' });
    await withdraw();
    expect((await get(plant)).service[1]).toMatchObject({ number: 'SV-1', withdrawn: 'another pump' });
    expect(await codeOf(withdraw())).toBe('CONFLICT');
    expect((await plant.ask('audit.list', { record: '7' })).rows.map(({ operation }) => operation)).toContain(
      'serials.recordService',
    );
    expect(plant.verify().problems).toEqual([]);
  });

  it('is of a serial that is here, done by today, and says what was done', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MOTOR #7', 1, on(5));
    expect(await codeOf(record(plant, { serial: '8' }))).toBe('NOT_FOUND');
    expect(await codeOf(record(plant, { doneOn: '2026-06-02' }))).toBe('FUTURE_DATE');
    await record(plant, { doneOn: '2026-06-01' });
    expect(await codeOf(record(plant, { done: ' ' }))).toBe('VALIDATION');
  });

  it('names the parts that were exchanged: of each it shows where it stands, and what it stood in', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      products: [
        { code: 'PUMP', name: 'Pump', unit: 'EA', serial_tracking: 'received-issued' },
        { code: 'MOTOR', name: 'Motor', unit: 'EA', serial_tracking: 'received-issued' },
      ],
      movements: [
        row('receipt', 'MOTOR #7', 1, on(5)),
        row('receipt', 'MOTOR #8', 1, on(5)),
        row('consumption', 'MOTOR #7', 1, on(6)),
        row('output', 'PUMP #P1', 1, on(6)),
        row('output', 'PUMP #P2', 1, on(6)),
        row('shipment', 'PUMP #P1', 1, on(7)),
      ],
      serial_links: [
        {
          ...{ work_order: 'WO-1', parent_product: 'PUMP', parent_serial: 'P1' },
          ...{ component_product: 'MOTOR', component_serial: '7', quantity: '1' },
        },
      ],
    });
    const pump = { product: 'PUMP', serial: 'P1' };
    const [old, fresh] = [motor, { product: 'MOTOR', serial: '8' }];
    const partsOf = async (piece = pump) => {
      const { builtInto, builtFrom } = await get(plant, piece);
      return [builtInto?.serial ?? '', ...builtFrom.map(({ serial }) => serial)];
    };
    expect([await partsOf(), await partsOf(old)]).toEqual([['', '7'], ['P1']]);
    const exchange = {
      ...{ ...pump, kind: 'partReplaced', partOutProduct: 'MOTOR', partOutSerial: '7' },
      ...{ partInProduct: 'MOTOR', partInSerial: '8' },
    };
    // One piece is in one place: it is booked out first.
    expect(await refusalOf(record(plant, exchange))).toMatchObject({
      code: 'SERIAL_IN_USE',
      details: { field: 'partInSerial' },
    });
    await plant.post('shipment', 'MOTOR #8', 1, on(20));
    await record(plant, exchange);
    expect([await partsOf(), await partsOf(old), await partsOf(fresh)]).toEqual([['', '8'], [''], ['P1']]);
    expect((await get(plant, old)).service).toMatchObject([{ number: 'SV-1', ...pump, partOutSerial: '7' }]);
    // Nor does it stand in two.
    const other = { product: 'PUMP', serial: 'P2', partInProduct: 'MOTOR', partInSerial: '8' };
    expect(await codeOf(record(plant, other))).toBe('SERIAL_IN_USE');
    await plant.ask('serials.withdrawService', { product: 'PUMP', number: 'SV-1', ...why });
    expect([await partsOf(), await partsOf(old), await partsOf(fresh)]).toEqual([['', '7'], ['P1'], ['']]);
    await record(plant, other);
    expect(await partsOf(fresh)).toEqual(['P2']);
    // Once it is back, it stands in nothing.
    await plant.post('customer-return', 'MOTOR #8', 1, '2026-05-30T08:00:00Z');
    expect(await partsOf(fresh)).toEqual(['']);
  });

  it('is refused with half a part, a part of itself, one that is none, or the same in and out', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MOTOR #7', 1, on(5));
    const refused = async (more: object) => {
      const { code, details } = await refusalOf(record(plant, more));
      return [code, details['field']];
    };
    expect(await refused({ partInProduct: 'MOTOR' })).toEqual(['VALIDATION', 'partInSerial']);
    expect(await refused({ partOutSerial: '9' })).toEqual(['VALIDATION', 'partOutProduct']);
    expect(await refused({ partInProduct: 'NONE', partInSerial: '9' })).toEqual(['NOT_FOUND', 'partInProduct']);
    expect(await refused({ partInProduct: 'MOTOR', partInSerial: '7' })).toEqual(['VALIDATION', 'partInSerial']);
    const same = { partInProduct: 'PUMP', partInSerial: '9', partOutProduct: 'PUMP', partOutSerial: '9' };
    expect(await refused(same)).toEqual(['VALIDATION', 'partInSerial']);
    // A part may be none of ours.
    await record(plant, { partInProduct: 'PUMP', partInSerial: 'theirs' });
  });
});

describe('a missing serial', () => {
  const report = (plant: TestApp, more = {}) =>
    plant.ask('serials.reportMissing', { ...motor, reason: 'not on its shelf', ...more });
  const foundAgain = (plant: TestApp) =>
    plant.ask('serials.reportFound', { ...motor, reason: 'it lay behind the shelf' });

  it('is shown as missing and moves nowhere until it is found', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'MOTOR #7', 1, on(5)],
      ['receipt', 'MOTOR #8', 1, on(5)],
    ]);
    const listed = async () =>
      (await plant.ask('serials.list', { missing: ['missing'] })).rows.map(({ serial, missing }) => [serial, missing]);
    expect(await listed()).toEqual([]);
    expect(await report(plant, { noticedBy: 'count' })).toEqual({ number: 'MS-1' });
    expect(await listed()).toEqual([['7', 'missing']]);
    expect((await plant.ask('serials.list', {})).rows.map(({ missing }) => missing).toSorted()).toEqual([
      '',
      'missing',
    ]);
    expect((await plant.ask('serials.listMissing', {})).serials).toMatchObject([
      { number: 'MS-1', ...motor, noticedBy: 'count', reason: 'not on its shelf', foundAt: '' },
    ]);
    expect(await codeOf(report(plant))).toBe('CONFLICT');
    expect(await refusalOf(plant.post('shipment', 'MOTOR #7', 1, on(6)))).toMatchObject({
      code: 'STATUS_FORBIDS',
      message: expect.stringContaining('MS-1'),
    });
    await plant.post('shipment', 'MOTOR #8', 1, on(6));
    await foundAgain(plant);
    expect(await listed()).toEqual([]);
    expect(await codeOf(foundAgain(plant))).toBe('CONFLICT');
    await plant.post('shipment', 'MOTOR #7', 1, on(6));
    expect((await get(plant)).missing).toMatchObject([{ number: 'MS-1', foundReason: 'it lay behind the shelf' }]);
    expect(plant.verify().problems).toEqual([]);
  });

  it('may be missed again, and is written off by a count', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MOTOR #7', 1, on(5));
    await report(plant);
    await foundAgain(plant);
    expect(await report(plant)).toEqual({ number: 'MS-2' });
    await plant.post('adjustment', 'MOTOR #7', 1, on(6), { from: 'STORE', status_from: 'A', to: '', status: '' });
    expect(await get(plant)).toMatchObject({ where: 'countedOut', missing: [{ number: 'MS-2' }, { number: 'MS-1' }] });
    expect(await codeOf(plant.post('receipt', 'MOTOR #7', 1, on(7)))).toBe('STATUS_FORBIDS');
    expect(await plant.stock('MOTOR')).toEqual([]);
  });

  it('stays missing whatever is written into the file beside the program', async () => {
    await using plant = await buildPlantApp();
    await plant.post('receipt', 'MOTOR #7', 1, on(5));
    await report(plant);
    await plant.app.store.work(({ db }) => void db.exec('update missing_serial set found_at = 1'));
    expect(await codeOf(plant.post('shipment', 'MOTOR #7', 1, on(6)))).toBe('STORE_DAMAGED');
  });
});
