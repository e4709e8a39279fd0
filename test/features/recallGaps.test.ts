import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recallViewOf } from '#main/features/recalls/recalls.answer.ts';
import { resolveUnits } from '#main/features/trace/units.queries.ts';
import { recallOf, shortOf, unitNamed } from '../support/askPlant.ts';
import { buildApp, codeOf } from '../support/app.ts';
import { giveBack, make, receive, use } from '../support/movements.ts';
import { PlantStore } from '../support/plantStore.ts';
import { readWorkbook } from '../support/workbookReader.ts';

function viewOf(plant: PlantStore, ...names: string[]) {
  const roots = resolveUnits(plant.db, names.map(unitNamed));
  return recallViewOf(recallOf(plant, roots).view({ offset: 0, limit: 100 }));
}

/** Two boards of one reel went into an order that built three pumps; only one of the boards is linked to its pump. */
function assembly(): PlantStore {
  const plant = new PlantStore({ lotTracking: 'none', serialTracking: 'received-issued' });
  plant.product('REEL', { lotTracking: 'mandatory', traceDetail: 'none' });
  plant.move(receive('REEL R1', 9, 1));
  plant.move(use('WO-1', 'REEL R1', 9, 2));
  for (const board of ['B1', 'B2']) plant.move(make('WO-1', `BOARD #${board}`, 1, 3));
  for (const board of ['B1', 'B2']) plant.move(use('WO-2', `BOARD #${board}`, 1, 4));
  for (const pump of ['P1', 'P2', 'P3']) plant.move(make('WO-2', `PUMP #${pump}`, 1, 5));
  plant.link({ workOrder: 'WO-2', parent: unitNamed('PUMP #P1'), component: unitNamed('BOARD #B1') });
  return plant;
}

describe('the gaps of a recall', () => {
  it('say in numbers what cannot be followed and what it may be in, the gravest first', () => {
    const { gaps, breaks } = viewOf(assembly(), 'REEL R1');
    expect(breaks.map(({ why }) => why)).toEqual(['unlinked', 'no-log']);
    expect(gaps.map((gap) => [gap.why, shortOf(gap.unit), gap.workOrder, gap.units, gap.quantity, gap.made])).toEqual([
      ['unlinked', 'BOARD #B2', 'WO-2', 1, '1', [{ product: 'PUMP', units: 3, outside: 2 }]],
      ['no-log', 'REEL R1', '', 1, '0', []],
    ]);
  });

  it('count like goods of one order together, net of what came back', () => {
    const plant = assembly();
    for (const board of ['B3', 'B4', 'B5']) {
      plant.move(make('WO-1', `BOARD #${board}`, 1, 3));
      plant.move(use('WO-2', `BOARD #${board}`, 1, 4));
    }
    plant.move(giveBack('WO-2', 'BOARD #B5', 1, 6));
    const [first] = viewOf(plant, 'REEL R1').gaps;
    expect([first?.units, first?.quantity]).toEqual([3, '3']);
  });

  it('say how much lies here without its lot', () => {
    const plant = new PlantStore();
    plant.product('BASE', { lotTracking: 'optional' });
    plant.move(receive('MILK M1', 10, 1));
    plant.move(use('WO-1', 'MILK M1', 10, 2));
    plant.move(make('WO-1', 'BASE', 5, 3));
    expect(viewOf(plant, 'MILK M1').gaps.map(({ why, quantity }) => [why, quantity])).toEqual([['lot-missing', '5']]);
  });
});

describe('in the device plant of the demo', () => {
  const capacitors = { suspects: [{ product: 'CAP-220', lot: 'CP-0043' }] };

  it('a scope widened to all that the order made reaches every device the board may be in', async () => {
    await using plant = await buildApp();
    await plant.ask('exchange.importDemo', { plant: 'device' });
    const view = await plant.ask('recalls.view', { ...capacitors, limit: 1 });
    const [gap] = view.gaps;
    expect(gap).toMatchObject({ why: 'unlinked', workOrder: 'MO-3329', unit: { serial: 'BD-04153' }, quantity: '1' });
    const [made] = gap?.made ?? [];
    expect(made?.outside).toBeGreaterThan(0);
    const wider = await plant.ask('recalls.view', { ...capacitors, workOrders: ['MO-3329'], limit: 1 });
    expect(wider.gaps[0]?.made[0]?.outside).toBe(0);
    expect(wider.totals.affected).toBe(view.totals.affected + (made?.outside ?? 0));
    const { suspects } = await plant.ask('recalls.simulate', { workOrders: ['MO-3329'] });
    expect(suspects).toHaveLength(made?.units ?? 0);
  });

  it('an order nobody knows is refused, or left out and named beside others', async () => {
    await using plant = await buildApp();
    await plant.ask('exchange.importDemo', { plant: 'device' });
    expect(await codeOf(plant.ask('recalls.simulate', { workOrders: ['MO-0'] }))).toBe('NOT_FOUND');
    const view = await plant.ask('recalls.view', {
      ...capacitors,
      workOrders: ['MO-0'],
      leaveOutUnknown: true,
      limit: 1,
    });
    expect(view.unknown).toEqual([{ list: 'workOrders', place: 0, message: expect.stringContaining('MO-0') }]);
    expect(view.totals.affected).toBeGreaterThan(1);
  });

  it('its gap is the first figure and the first list of the workbook', async () => {
    await using plant = await buildApp();
    await plant.ask('exchange.importDemo', { plant: 'device' });
    const drawn = await plant.ask('reports.draw', {
      report: 'recall',
      parameters: { question: capacitors },
      format: 'xlsx',
    });
    await plant.ask('reports.issue', { document: drawn.document });
    const { sheets } = readWorkbook(readFileSync(plant.app.spool.fetch(drawn.document, plant.me.id).path));
    expect(sheets.slice(0, 3).map(({ name }) => name)).toEqual(['Report', 'Gaps in the record', 'Mass balance']);
    const rows = sheets[0]?.rows.map((row) => Array.from(row, (cell) => cell?.value ?? '')) ?? [];
    const figures = rows.findIndex(([label]) => label === 'Figures');
    expect(rows[figures + 1]?.slice(0, 2)).toEqual(['Gaps in the record', '1']);
    expect(JSON.stringify(rows)).toMatch(/\d+ of the \d+ NEB-200 that MO-3329 made are not in this scope/);
  });
});
