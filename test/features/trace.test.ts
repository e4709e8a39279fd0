import { describe, expect, it } from 'vitest';
import { traceViewOf } from '#main/features/trace/trace.answer.ts';
import { readTrace } from '#main/features/trace/traceLists.queries.ts';
import { resolveSupplierLot, resolveUnits } from '#main/features/trace/units.queries.ts';
import { askTrace, breaksOf, depthsOf, shortOf, unitNamed, walkPlant } from '../support/askPlant.ts';
import { giveBack, make, plantOf, putAway, receive, ship, takeBack, use } from '../support/movements.ts';
import { PlantStore } from '../support/plantStore.ts';

/** Milk and sugar become base, base becomes yogurt, yogurt goes out. */
const dairy = (): PlantStore =>
  plantOf(
    receive('MILK M1', 100, 1),
    receive('SUGAR S1', 50, 1),
    use('WO-1', 'MILK M1', 80, 2),
    use('WO-1', 'SUGAR S1', 10, 2),
    make('WO-1', 'BASE B1', 85, 3),
    use('WO-2', 'BASE B1', 85, 4),
    make('WO-2', 'YOG Y1', 170, 5),
    ship('YOG Y1', 20, 6),
  );

describe('a trace', () => {
  it('upstream lists what a lot was made of, how many steps away, and its receipts', () => {
    const answer = askTrace(dairy(), 'YOG Y1', { direction: 'upstream' });
    expect(depthsOf(answer)).toEqual(['0 YOG Y1', '1 BASE B1', '2 MILK M1', '2 SUGAR S1']);
    expect(answer.roots.map(shortOf)).toEqual(['YOG Y1']);
    expect(answer.receipts.map((row) => [shortOf(row), row.document, row.supplier, row.quantity, row.at])).toEqual([
      ['MILK M1', 'GRN-1', 'S1', '100', '2026-01-01T12:00:00Z'],
      ['SUGAR S1', 'GRN-1', 'S1', '50', '2026-01-01T12:00:00Z'],
    ]);
    expect(answer.breaks).toEqual([]);
  });

  it('downstream lists what a lot went into and its shipments, and nothing beside it', () => {
    const answer = askTrace(dairy(), 'MILK M1', { direction: 'downstream' });
    expect(depthsOf(answer)).toEqual(['0 MILK M1', '1 BASE B1', '2 YOG Y1']);
    expect(answer.shipments.map((row) => [shortOf(row), row.document, row.customer, row.quantity])).toEqual([
      ['YOG Y1', 'DN-6', 'C1', '20'],
    ]);
  });

  it('lists each run it passed through with all its rows, traced or not', () => {
    const answer = askTrace(dairy(), 'MILK M1', { direction: 'downstream' });
    expect(
      answer.runs.map((run) => [
        run.workOrder,
        run.run,
        run.at,
        run.inputs.map(shortOf),
        run.outputs.map((row) => row.quantity),
      ]),
    ).toEqual([
      ['WO-1', '', '2026-01-03T12:00:00Z', ['MILK M1', 'SUGAR S1'], ['85']],
      ['WO-2', '', '2026-01-05T12:00:00Z', ['BASE B1'], ['170']],
    ]);
  });

  it('of goods that never went anywhere is the goods alone', () => {
    const answer = askTrace(plantOf(receive('MILK M1', 1, 1)), 'MILK M1', { direction: 'downstream' });
    expect(depthsOf(answer)).toEqual(['0 MILK M1']);
    expect([answer.runs, answer.shipments, answer.serialLinks, answer.breaks]).toEqual([[], [], [], []]);
  });

  it('ends on goods that go round, with the least depth of each', () => {
    const plant = dairy();
    plant.move(use('WO-3', 'YOG Y1', 10, 7));
    plant.move(make('WO-3', 'BASE B1', 10, 8));
    expect(depthsOf(askTrace(plant, 'BASE B1', { direction: 'downstream' }))).toEqual(['0 BASE B1', '1 YOG Y1']);
    expect(depthsOf(askTrace(plant, 'BASE B1', { direction: 'upstream' }))).toEqual([
      '0 BASE B1',
      '1 MILK M1',
      '1 SUGAR S1',
      '1 YOG Y1',
    ]);
  });

  it('leaves movements that were undone out of every list', () => {
    const plant = dairy();
    const wrong = [use('WO-2', 'SUGAR S1', 5, 4), receive('YOG Y1', 3, 4), ship('YOG Y1', 3, 5)].map((movement) =>
      plant.move(movement),
    );
    for (const id of wrong) plant.reverse(id, 9);
    const answer = askTrace(plant, 'YOG Y1', { direction: 'upstream' });
    expect(answer).toEqual(askTrace(dairy(), 'YOG Y1', { direction: 'upstream' }));
    expect(depthsOf(askTrace(plant, 'SUGAR S1', { direction: 'downstream' }))).toEqual([
      '0 SUGAR S1',
      '1 BASE B1',
      '2 YOG Y1',
    ]);
  });

  it('shows net quantities, and no parent of which nothing was used', () => {
    const plant = dairy();
    plant.move(giveBack('WO-1', 'SUGAR S1', 10, 3));
    plant.move(giveBack('WO-1', 'MILK M1', 30, 3));
    const answer = askTrace(plant, 'BASE B1', { direction: 'upstream' });
    expect(depthsOf(answer)).toEqual(['0 BASE B1', '1 MILK M1']);
    expect(answer.runs[0]?.inputs).toEqual([{ ...unitNamed('MILK M1'), quantity: '50' }]);
    expect(depthsOf(askTrace(plant, 'SUGAR S1', { direction: 'downstream' }))).toEqual(['0 SUGAR S1']);
  });

  it('keeps runs of one order apart, and gives each the rows without a run', () => {
    const plant = plantOf(
      receive('MILK M1', 9, 1),
      receive('MILK M2', 9, 1),
      receive('CUP C1', 9, 1),
      use('WO-1', 'MILK M1', 9, 2, { run: 'R1' }),
      use('WO-1', 'MILK M2', 9, 2, { run: 'R2' }),
      use('WO-1', 'CUP C1', 9, 2),
      make('WO-1', 'YOG Y1', 9, 3, { run: 'R1' }),
      make('WO-1', 'YOG Y2', 9, 3, { run: 'R2' }),
    );
    expect(depthsOf(askTrace(plant, 'MILK M1', { direction: 'downstream' }))).toEqual(['0 MILK M1', '1 YOG Y1']);
    expect(depthsOf(askTrace(plant, 'CUP C1', { direction: 'downstream' }))).toEqual([
      '0 CUP C1',
      '1 YOG Y1',
      '1 YOG Y2',
    ]);
    const answer = askTrace(plant, 'YOG Y2', { direction: 'upstream' });
    expect(depthsOf(answer)).toEqual(['0 YOG Y2', '1 CUP C1', '1 MILK M2']);
    expect(
      answer.runs.map(({ run, inputs }) => [run, inputs.map((row) => `${shortOf(row)}: ${row.quantity}`)]),
    ).toEqual([['R2', ['CUP C1: 9', 'MILK M2: 9']]]);
  });

  it('gives a page of each list, with how long each is', () => {
    const plant = dairy();
    const lists = readTrace(
      plant.db,
      walkPlant(plant, resolveUnits(plant.db, [unitNamed('YOG Y1')]), { direction: 'upstream' }),
    );
    const view = traceViewOf(plant.db, lists, { offset: 1, limit: 2 });
    expect(view.units.map(shortOf)).toEqual(['BASE B1', 'MILK M1']);
    expect(view.receipts.map(shortOf)).toEqual(['SUGAR S1']);
    expect(view.counts).toEqual({
      units: 4,
      runs: 2,
      serialLinks: 0,
      receipts: 2,
      receiptsAfterUse: 0,
      shipments: 1,
      breaks: 0,
    });
  });
});

describe('serial links in a trace', () => {
  /** Two pumps with a board each, a third board that no link names, and glue for both. */
  function pumps(): PlantStore {
    const plant = new PlantStore();
    plant.product('BOARD', { lotTracking: 'none', serialTracking: 'received-issued' });
    plant.product('PUMP', { lotTracking: 'none', serialTracking: 'received-issued' });
    for (const serial of ['B1', 'B2', 'B3']) plant.move(receive(`BOARD #${serial}`, 1, 1));
    plant.move(receive('GLUE G1', 5, 1));
    for (const serial of ['B1', 'B2', 'B3']) plant.move(use('WO-1', `BOARD #${serial}`, 1, 2));
    plant.move(use('WO-1', 'GLUE G1', 5, 2));
    for (const serial of ['P1', 'P2']) plant.move(make('WO-1', `PUMP #${serial}`, 1, 3));
    for (const n of [1, 2])
      plant.link({ workOrder: 'WO-1', parent: unitNamed(`PUMP #P${n}`), component: unitNamed(`BOARD #B${n}`), at: 2 });
    return plant;
  }

  it('tie a component to its parent only, and lots to every parent', () => {
    const answer = askTrace(pumps(), 'PUMP #P1', { direction: 'upstream' });
    expect(depthsOf(answer)).toEqual(['0 PUMP #P1', '1 BOARD #B1', '1 GLUE G1']);
    expect(answer.serialLinks).toEqual([
      { workOrder: 'WO-1', parent: unitNamed('PUMP #P1'), component: unitNamed('BOARD #B1'), quantity: '1' },
    ]);
    expect(depthsOf(askTrace(pumps(), 'GLUE G1', { direction: 'downstream' }))).toEqual([
      '0 GLUE G1',
      '1 PUMP #P1',
      '1 PUMP #P2',
    ]);
  });

  it('bring the entry of their order along, whole', () => {
    const answer = askTrace(pumps(), 'BOARD #B2', { direction: 'downstream' });
    expect(depthsOf(answer)).toEqual(['0 BOARD #B2', '1 PUMP #P2']);
    expect(answer.runs.map((run) => [run.workOrder, run.inputs.map(shortOf), run.outputs.map(shortOf)])).toEqual([
      ['WO-1', ['BOARD #B1', 'BOARD #B2', 'BOARD #B3', 'GLUE G1'], ['PUMP #P1', 'PUMP #P2']],
    ]);
  });

  it('leave a used unit that none names as a break: of itself downstream, of the order upstream', () => {
    expect(breaksOf(askTrace(pumps(), 'BOARD #B3', { direction: 'downstream' }))).toEqual([
      'unlinked BOARD #B3 (WO-1)',
    ]);
    expect(breaksOf(askTrace(pumps(), 'PUMP #P1', { direction: 'upstream' }))).toEqual(['unlinked BOARD #B3 (WO-1)']);
    expect(breaksOf(askTrace(pumps(), 'BOARD #B1', { direction: 'downstream' }))).toEqual([]);
  });

  it('hold no longer once the component was given back', () => {
    const plant = pumps();
    plant.move(giveBack('WO-1', 'BOARD #B1', 1, 4));
    plant.move(giveBack('WO-1', 'BOARD #B3', 1, 4));
    const answer = askTrace(plant, 'PUMP #P1', { direction: 'upstream' });
    expect(depthsOf(answer)).toEqual(['0 PUMP #P1', '1 GLUE G1']);
    expect(answer.serialLinks).toEqual([]);
    expect(answer.breaks).toEqual([]);
  });
});

describe('goods that get their name later', () => {
  it('are no step away from where they lay unnamed', () => {
    const plant = plantOf(
      receive('MILK', 100, 1, { to: 'DOCK' }),
      putAway('MILK M1', 60, 2),
      putAway('MILK M2', 40, 2),
      use('WO-1', 'MILK M1', 60, 3),
      make('WO-1', 'BASE B1', 60, 4),
    );
    const answer = askTrace(plant, 'BASE B1', { direction: 'upstream' });
    expect(depthsOf(answer)).toEqual(['0 BASE B1', '1 MILK', '1 MILK M1']);
    expect(answer.receipts.map(shortOf)).toEqual(['MILK']);
    expect(depthsOf(askTrace(plant, 'MILK', { direction: 'downstream' }))).toEqual([
      '0 MILK',
      '0 MILK M1',
      '0 MILK M2',
      '1 BASE B1',
    ]);
    expect(depthsOf(askTrace(plant, 'MILK M2', { direction: 'downstream' }))).toEqual(['0 MILK M2']);
  });

  it('lose the tie when the naming was undone', () => {
    const plant = plantOf(receive('MILK', 100, 1, { to: 'DOCK' }));
    const wrong = plant.move(putAway('MILK M1', 60, 2));
    plant.reverse(wrong, 3);
    expect(depthsOf(askTrace(plant, 'MILK', { direction: 'downstream' }))).toEqual(['0 MILK']);
  });

  it('of serials named on issue: the lot leads to them, and not back when one returns', () => {
    const plant = new PlantStore();
    plant.product('PUMP', { lotTracking: 'mandatory', serialTracking: 'on-issue' });
    plant.move(make('WO-1', 'PUMP L1', 3, 1));
    plant.move(ship('PUMP L1 #7', 1, 2, { under: { lot: 'L1' } }));
    plant.move(takeBack('PUMP L1 #7', 1, 3, { under: { lot: 'L1' } }));
    plant.move(ship('PUMP L1 #8', 1, 4, { under: { lot: 'L1' } }));
    expect(depthsOf(askTrace(plant, 'PUMP L1', { direction: 'downstream' }))).toEqual([
      '0 PUMP L1',
      '0 PUMP L1 #7',
      '0 PUMP L1 #8',
    ]);
    expect(depthsOf(askTrace(plant, 'PUMP #7', { direction: 'downstream' }))).toEqual(['0 PUMP L1 #7']);
    expect(depthsOf(askTrace(plant, 'PUMP #7', { direction: 'upstream' }))).toEqual(['0 PUMP L1', '0 PUMP L1 #7']);
  });
});

describe('breaks', () => {
  it('tell goods without tracking, in each order they were met in, and never lead through them', () => {
    const plant = new PlantStore();
    plant.product('TAPE', { lotTracking: 'none' });
    plant.product('WHEY', { lotTracking: 'none' });
    plant.move(receive('TAPE', 9, 1));
    plant.move(receive('MILK M1', 9, 1));
    plant.move(use('WO-1', 'MILK M1', 9, 2));
    plant.move(use('WO-1', 'TAPE', 1, 2));
    plant.move(make('WO-1', 'YOG Y1', 9, 3));
    plant.move(make('WO-1', 'WHEY', 1, 3));
    plant.move(use('WO-2', 'WHEY', 1, 4));
    plant.move(use('WO-2', 'YOG Y1', 1, 4));
    plant.move(make('WO-2', 'BAR X1', 1, 5));
    const down = askTrace(plant, 'MILK M1', { direction: 'downstream' });
    expect(depthsOf(down)).toEqual(['0 MILK M1', '1 WHEY', '1 YOG Y1', '2 BAR X1']);
    expect(breaksOf(down)).toEqual(['untracked WHEY (WO-1)']);
    const up = askTrace(plant, 'BAR X1', { direction: 'upstream' });
    expect(depthsOf(up)).toEqual(['0 BAR X1', '1 WHEY', '1 YOG Y1', '2 MILK M1', '2 TAPE']);
    expect(breaksOf(up)).toEqual(['untracked WHEY (WO-2)', 'untracked TAPE (WO-1)']);
  });

  it('tell goods of a lot-tracked product that lie or were used without a lot, and lead no further', () => {
    const plant = new PlantStore({ lotTracking: 'optional' });
    plant.move(make('WO-1', 'MILK', 10, 1));
    plant.move(use('WO-2', 'MILK', 4, 2));
    plant.move(make('WO-2', 'BASE B1', 4, 3));
    const answer = askTrace(plant, 'BASE B1', { direction: 'upstream' });
    expect(depthsOf(answer)).toEqual(['0 BASE B1', '1 MILK']);
    expect(breaksOf(answer)).toEqual(['lot-missing MILK']);
  });

  it('do not tell goods whose every piece got its lot', () => {
    const plant = plantOf(receive('MILK', 10, 1, { to: 'DOCK' }), putAway('MILK M1', 10, 2));
    expect(breaksOf(askTrace(plant, 'MILK M1', { direction: 'upstream' }))).toEqual([]);
  });

  it('tell opening stock and outputs without inputs upstream only, and a product without a log both ways', () => {
    const plant = new PlantStore();
    plant.product('MILK', { traceDetail: 'none' });
    plant.move({ kind: 'opening', ...unitNamed('MILK M1'), quantity: 5, at: 1, to: 'STORE' });
    plant.move(make('WO-1', 'SUGAR S1', 5, 1));
    plant.move(use('WO-2', 'MILK M1', 5, 2));
    plant.move(use('WO-2', 'SUGAR S1', 5, 2));
    plant.move(make('WO-2', 'BASE B1', 5, 3));
    expect(breaksOf(askTrace(plant, 'BASE B1', { direction: 'upstream' }))).toEqual([
      'no-log MILK M1',
      'opening MILK M1',
      'no-inputs SUGAR S1 (WO-1)',
    ]);
    expect(breaksOf(askTrace(plant, 'MILK M1', { direction: 'downstream' }))).toEqual(['no-log MILK M1']);
  });
});

describe('a dated trace', () => {
  it('leaves out what was made before the suspect goods could be in it, and its own earlier receipts and shipments', () => {
    const plant = plantOf(
      receive('MILK M1', 100, 1),
      receive('SUGAR S1', 10, 1),
      use('WO-1', 'MILK M1', 10, 2),
      make('WO-1', 'BASE B1', 10, 2),
      ship('MILK M1', 1, 3),
      use('WO-0', 'SUGAR S1', 10, 4),
      make('WO-0', 'MILK M1', 10, 5),
      use('WO-2', 'MILK M1', 10, 6),
      make('WO-2', 'BASE B2', 10, 6),
      ship('MILK M1', 2, 7),
    );
    expect(depthsOf(askTrace(plant, 'SUGAR S1', { direction: 'downstream' }))).toEqual([
      '0 SUGAR S1',
      '1 MILK M1',
      '2 BASE B1',
      '2 BASE B2',
    ]);
    const answer = askTrace(plant, 'SUGAR S1', { direction: 'downstream', dated: true });
    expect(depthsOf(answer)).toEqual(['0 SUGAR S1', '1 MILK M1', '2 BASE B2']);
    expect(answer.receipts.map(shortOf)).toEqual(['SUGAR S1']);
    expect(answer.shipments.map((row) => row.document)).toEqual(['DN-7']);
    const up = askTrace(plant, 'BASE B1', { direction: 'upstream', dated: true });
    expect(depthsOf(up)).toEqual(['0 BASE B1', '1 MILK M1']);
    expect(up.shipments).toEqual([]);
  });
});

describe('what a person names', () => {
  const meant = (plant: PlantStore, name: string): string[] => resolveUnits(plant.db, [unitNamed(name)]).map(shortOf);

  it('is all of a lot where no sublot or serial is named', () => {
    const plant = plantOf(receive('MILK M1/A', 1, 1), receive('MILK M1/B', 1, 1), receive('MILK M2', 1, 1));
    expect(meant(plant, 'MILK M1')).toEqual(['MILK M1/A', 'MILK M1/B']);
    expect(meant(plant, 'MILK M1/B')).toEqual(['MILK M1/B']);
  });

  it('holds the bare lot only where goods ever lay under it', () => {
    const plant = plantOf(receive('MILK M1/A', 1, 1));
    plant.unit(unitNamed('MILK M1'));
    expect(meant(plant, 'MILK M1')).toEqual(['MILK M1/A']);
    plant.move(receive('MILK M1', 1, 2));
    expect(meant(plant, 'MILK M1')).toEqual(['MILK M1', 'MILK M1/A']);
  });

  it('is a serial whatever its lot, or in the lot named', () => {
    const plant = new PlantStore({ lotTracking: 'optional', serialTracking: 'received-issued' });
    plant.move(receive('PUMP L1 #7', 1, 1));
    plant.move(receive('PUMP #8', 1, 1));
    expect(meant(plant, 'PUMP #7')).toEqual(['PUMP L1 #7']);
    expect(meant(plant, 'PUMP L1 #7')).toEqual(['PUMP L1 #7']);
    expect(() => meant(plant, 'PUMP L2 #7')).toThrow(
      'Nothing is recorded of PUMP lot L2 serial 7. Check the product, the lot and the serial.',
    );
  });

  it('is refused in plain words where nothing is recorded', () => {
    const plant = plantOf(receive('MILK M1', 1, 1));
    expect(() => meant(plant, 'SILK M1')).toThrow('There is no product SILK. Check the code.');
    expect(() => meant(plant, 'MILK M9')).toThrow(
      'Nothing is recorded of MILK lot M9. Check the product, the lot and the serial.',
    );
    expect(() => meant(plant, 'MILK')).toThrow('Nothing is recorded of MILK. Name a lot or a serial of it.');
    expect(() => meant(plant, 'MILK M9')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  it('may be the lot of a supplier: all goods that came with it, under whatever lot of ours', () => {
    const plant = plantOf(
      receive('MILK M1', 1, 1),
      receive('MILK M2/A', 1, 1),
      receive('MILK M2/B', 1, 1),
      receive('CUP C1', 1, 1),
    );
    plant.lot({ product: 'MILK', lot: 'M1', supplier: 'S1', supplierLot: 'X-1' });
    plant.lot({ product: 'MILK', lot: 'M2', supplierLot: 'X-1' });
    plant.lot({ product: 'CUP', lot: 'C1', supplier: 'S2', supplierLot: 'X-1' });
    const named = resolveSupplierLot(plant.db, { supplier: 'S1', supplierLot: 'X-1' });
    expect(named.map(shortOf)).toEqual(['MILK M1', 'MILK M2/A', 'MILK M2/B']);
    expect(() => resolveSupplierLot(plant.db, { supplier: 'S9', supplierLot: 'X-1' })).toThrow(
      'There is no supplier S9. Check the code.',
    );
    expect(() => resolveSupplierLot(plant.db, { supplier: 'S2', supplierLot: 'X-9' })).toThrow(
      'No goods of lot X-9 of supplier S2 are recorded.',
    );
  });

  it('gives the supplier its lot number on receipts, of the sublot or else of the lot', () => {
    const plant = plantOf(receive('MILK M1/A', 1, 1), receive('MILK M1/B', 1, 2));
    plant.lot({ product: 'MILK', lot: 'M1', supplierLot: 'X-1' });
    plant.lot({ product: 'MILK', lot: 'M1', sublot: 'B', supplierLot: 'X-2' });
    expect(askTrace(plant, 'MILK M1', { direction: 'upstream' }).receipts.map((row) => row.supplierLot)).toEqual([
      'X-1',
      'X-2',
    ]);
  });
});
