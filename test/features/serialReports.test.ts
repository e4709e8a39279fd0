import { expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';
import { on } from '../support/plantTables.ts';

it('the reports on serials tell where each is, which are missing, whose warranty ends, and what was done', async () => {
  await using plant = await buildPlantApp();
  await plant.postAll([
    ['receipt', 'MOTOR #1', 1, on(5)],
    ['receipt', 'MOTOR #2', 1, on(5)],
    ['shipment', 'MOTOR #2', 1, on(6)],
    ['receipt', 'MOTOR #3', 1, on(5)],
    ['scrap', 'MOTOR #3', 1, on(6)],
    ['receipt', 'PUMP #P1', 1, on(5)],
    ['shipment', 'PUMP #P1', 1, on(6)],
  ]);
  const why = { reason: 'as agreed' };
  const site = { level: 'site' as const, code: '', validFrom: '2025-01-01', months: 6, starts: 'delivery' as const };
  await plant.ask('serials.saveWarrantyRule', { ...site, ...why });
  await plant.ask('serials.reportMissing', { product: 'MOTOR', serial: '1', ...why });
  const service = { product: 'MOTOR', serial: '2', kind: 'repair' as const, doneOn: '2026-05-01', done: 'new seal' };
  await plant.ask('serials.recordService', service);
  const end = { product: 'PUMP', serial: 'P1', version: 0, endsOn: '2026-08-01' };
  await plant.ask('serials.correctWarranty', { ...end, ...why });
  const rowsOf = async (report: string, parameters = {}) => {
    const answer = await plant.ask('reports.preview', { report, parameters });
    return answer.report.sections.at(-1)?.rows.map((row) => row.map(String).join(' ')) ?? [];
  };
  expect(await rowsOf('serialWhereabouts', { product: 'MOTOR' })).toEqual([
    'MOTOR 1 In the plant STORE  2026-01-05 Missing',
    'MOTOR 2 With a customer  C1 2026-01-06 ',
    'MOTOR 3 Scrapped   2026-01-06 ',
  ]);
  expect((await rowsOf('serialWhereabouts')).length).toBe(4);
  expect(await rowsOf('missingSerials')).toEqual([
    expect.stringMatching(/^MS-1 MOTOR 1 .* Reported by hand as agreed/),
  ]);
  expect(await rowsOf('missingSerials', { product: 'PUMP' })).toEqual([]);
  const span = { from: '2026-07-06', until: '2026-08-01' };
  expect(await rowsOf('warrantyEnding', span)).toEqual([
    '2026-07-06 MOTOR 2 2026-01-06  C1 Corner Shop',
    '2026-08-01 PUMP P1 2026-01-06 Last day said by hand C1 Corner Shop',
  ]);
  expect(await rowsOf('warrantyEnding', { from: '2026-07-07', until: '2026-07-31' })).toEqual([]);
  expect(await rowsOf('serviceHistory', { from: '2026-05-01', until: '2026-05-01' })).toEqual([
    expect.stringMatching(/^2026-05-01 SV-1 MOTOR 2 Repair new seal/),
  ]);
  expect(await rowsOf('serviceHistory', { from: '2026-05-02', until: '2026-06-01' })).toEqual([]);
});
