import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { traceViewOf } from '#main/features/trace/trace.answer.ts';
import { readTrace } from '#main/features/trace/traceLists.queries.ts';
import { resolveUnits } from '#main/features/trace/units.queries.ts';
import { beyondTime } from '#shared/trace/inTime.ts';
import { buildApp } from '../support/app.ts';
import { shortOf, unitNamed, walkPlant } from '../support/askPlant.ts';
import { make, receive, use } from '../support/movements.ts';
import { PlantStore } from '../support/plantStore.ts';
import { readWorkbook } from '../support/workbookReader.ts';

/** Labels of a kind nobody tracks: three deliveries, the last of them long after the jars were labelled. */
function labelling(): PlantStore {
  const plant = new PlantStore();
  plant.product('LABEL', { lotTracking: 'none' });
  plant.move(receive('LABEL', 10, 1));
  plant.move(receive('JAM J1', 5, 1));
  plant.move(use('WO-1', 'LABEL', 5, 3));
  plant.move(receive('LABEL', 10, 3, { document: 'GRN-SAME' }));
  plant.move(use('WO-1', 'JAM J1', 5, 3));
  plant.move(make('WO-1', 'JAR G1', 5, 4));
  plant.move(receive('LABEL', 10, 8));
  plant.move(use('WO-9', 'LABEL', 1, 9));
  plant.move(make('WO-9', 'JAR G9', 1, 10));
  return plant;
}

function viewOf(plant: PlantStore, name: string, dated: boolean, slice = { offset: 0, limit: 100 }) {
  const roots = resolveUnits(plant.db, [unitNamed(name)]);
  return traceViewOf(plant.db, readTrace(plant.db, walkPlant(plant, roots, { direction: 'upstream', dated })), slice);
}

describe('a trace without regard to time', () => {
  it('puts what came after the last use on the way last, and says so', () => {
    const { receipts, counts } = viewOf(labelling(), 'JAR G1', false);
    expect(receipts.map((row) => [shortOf(row), row.document, row.afterUse])).toEqual([
      ['JAM J1', 'GRN-1', false],
      ['LABEL', 'GRN-1', false],
      ['LABEL', 'GRN-SAME', false],
      ['LABEL', 'GRN-8', true],
    ]);
    expect([counts.receipts, counts.receiptsAfterUse]).toEqual([4, 1]);
    expect(viewOf(labelling(), 'JAR G1', false, { offset: 3, limit: 1 }).receipts.map((row) => row.afterUse)).toEqual([
      true,
    ]);
  });

  it('goes by the uses on the way, not by those of other orders', () => {
    expect(viewOf(labelling(), 'JAR G9', false).counts.receiptsAfterUse).toBe(0);
  });

  it('counts a use without a run for each run of its order, and none of another run', () => {
    const plant = new PlantStore();
    plant.product('LABEL', { lotTracking: 'none' });
    for (const day of [1, 4, 6, 8]) plant.move(receive('LABEL', 10, day));
    plant.move(use('WO-1', 'LABEL', 1, 2, { run: '1' }));
    plant.move(make('WO-1', 'JAR G1', 5, 3, { run: '1' }));
    plant.move(use('WO-1', 'LABEL', 1, 5));
    plant.move(use('WO-1', 'LABEL', 1, 7, { run: '2' }));
    plant.move(make('WO-1', 'JAR G2', 5, 7, { run: '2' }));
    const after = (name: string) =>
      viewOf(plant, name, false)
        .receipts.filter((row) => row.afterUse)
        .map(({ document }) => document);
    expect([after('JAR G1'), after('JAR G2')]).toEqual([['GRN-6', 'GRN-8'], ['GRN-8']]);
  });

  it('says nothing of goods that were not used but asked about', () => {
    expect(viewOf(labelling(), 'LABEL', false).counts).toMatchObject({ receipts: 3, receiptsAfterUse: 0 });
  });

  it('has beyond what was possible just that', () => {
    const [anyTime, possible] = [viewOf(labelling(), 'JAR G1', false), viewOf(labelling(), 'JAR G1', true)];
    expect(possible.receipts.map(({ document }) => document)).not.toContain('GRN-8');
    expect(beyondTime(anyTime.counts, possible.counts)).toEqual([{ list: 'receipts', count: 1 }]);
    expect(beyondTime(possible.counts, possible.counts)).toEqual([]);
  });

  it('names each product on the page, with its unit of measure', () => {
    const { products } = viewOf(labelling(), 'JAR G1', true);
    expect(products.map(({ product, name, unitOfMeasure }) => [product, name, unitOfMeasure])).toEqual([
      ['JAM', 'Product JAM', 'EA'],
      ['JAR', 'Product JAR', 'EA'],
      ['LABEL', 'Product LABEL', 'EA'],
    ]);
  });
});

describe('a trace as a workbook', () => {
  it('says in numbers what time leaves out, and keeps what came after the last use in a sheet of its own', async () => {
    await using plant = await buildApp();
    await plant.ask('exchange.importDemo', { plant: 'food' });
    const roots = [{ product: 'JAM-APR', lot: 'JA-1052' }];
    const draw = async (dated: boolean) => {
      const question = { roots, direction: 'upstream' as const, dated };
      const drawn = await plant.ask('reports.draw', { report: 'trace', parameters: { question }, format: 'xlsx' });
      await plant.ask('reports.issue', { document: drawn.document });
      const { sheets } = readWorkbook(readFileSync(plant.app.spool.fetch(drawn.document, plant.me.id).path));
      const rows = (sheets[0]?.rows ?? []).map((row) => Array.from(row, (cell) => cell?.value ?? ''));
      return { sheets: sheets.map(({ name, rows: those }) => [name, those.length - 1] as const), rows };
    };
    const viewed = async (dated: boolean) =>
      (await plant.ask('trace.view', { roots, direction: 'upstream', dated, limit: 500 })).counts;
    const [possible, anyTime] = [await viewed(true), await viewed(false)];
    const left = anyTime.receipts - possible.receipts;
    expect(left).toBeGreaterThan(0);

    const narrow = await draw(true);
    const [, said] = narrow.rows.find(([label]) => label === 'Left out: not possible in time') ?? [];
    expect(said).toContain(`${left} receipt`);
    expect(narrow.sheets.map(([name]) => name)).not.toContain('Received after the last use');

    const wide = await draw(false);
    expect(wide.sheets).toContainEqual(['Received after the last use', anyTime.receiptsAfterUse]);
    expect(wide.sheets).toContainEqual(['Receipts', anyTime.receipts - anyTime.receiptsAfterUse]);
  });

  it('names goods and units of measure in every list', async () => {
    await using plant = await buildApp();
    await plant.ask('exchange.importDemo', { plant: 'device' });
    const question = { roots: [{ product: 'CAP-220', lot: 'CP-0043' }], direction: 'downstream' as const };
    const drawn = await plant.ask('reports.draw', { report: 'trace', parameters: { question }, format: 'xlsx' });
    await plant.ask('reports.issue', { document: drawn.document });
    const { sheets } = readWorkbook(readFileSync(plant.app.spool.fetch(drawn.document, plant.me.id).path));
    const headOf = (name: string) =>
      Array.from(sheets.find((sheet) => sheet.name === name)?.rows[0] ?? [], (cell) => cell?.value);
    expect(headOf('Serial links').filter((head) => head === 'Name')).toHaveLength(2);
    for (const name of ['Serial links', 'Receipts', 'Shipments', 'Runs']) {
      expect(headOf(name), name).toContain('Name');
      expect(headOf(name), name).toContain('Quantity, unit');
    }
  });
});
