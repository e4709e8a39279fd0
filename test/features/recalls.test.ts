import { describe, expect, it } from 'vitest';
import { recallViewOf } from '#main/features/recalls/recalls.answer.ts';
import { resolveUnits } from '#main/features/trace/units.queries.ts';
import { askRecall, breaksOf, figuresOf, recallOf, shortOf, unitNamed } from '../support/askPlant.ts';
import { adjust, giveBack, make, plantOf, putAway, receive, ship, takeBack, use } from '../support/movements.ts';
import { PlantStore } from '../support/plantStore.ts';

/** Milk becomes base, base becomes yogurt; yogurt goes to two customers, one sends some back. */
const dairy = (): PlantStore =>
  plantOf(
    receive('MILK M1', 100, 1),
    use('WO-1', 'MILK M1', 80, 2),
    make('WO-1', 'BASE B1', 85, 3),
    use('WO-2', 'BASE B1', 60, 4),
    giveBack('WO-2', 'BASE B1', 10, 4),
    make('WO-2', 'YOG Y1', 170, 5),
    ship('YOG Y1', 20, 6, { partner: 'C2', document: 'DN-9' }),
    ship('YOG Y1', 30, 6, { partner: 'C1', document: 'DN-2' }),
    ship('YOG Y1', 5, 7, { partner: 'C1', document: 'DN-10' }),
    ship('YOG Y1', 1, 7, { partner: 'C1', document: 'DN-10' }),
    takeBack('YOG Y1', 30, 8, { partner: 'C1', status: 'Q' }),
    adjust('YOG Y1', -4, 9),
    adjust('MILK M1', 1, 9),
  );

describe('a recall', () => {
  it('lists every affected unit with its figures and what is left of it', () => {
    const answer = askRecall(dairy(), 'MILK M1');
    expect(answer.suspects.map(shortOf)).toEqual(['MILK M1']);
    expect(answer.affected.map((unit) => `${unit.depth} ${shortOf(unit)}`)).toEqual([
      '0 MILK M1',
      '1 BASE B1',
      '2 YOG Y1',
    ]);
    expect(figuresOf(answer, 'MILK M1')).toEqual({ received: '100', consumed: '80', adjusted: '1', onHand: '21' });
    expect(figuresOf(answer, 'BASE B1')).toEqual({ produced: '85', consumed: '50', onHand: '35' });
    expect(figuresOf(answer, 'YOG Y1')).toEqual({
      produced: '170',
      shipped: '56',
      returned: '30',
      adjusted: '-4',
      onHand: '140',
    });
  });

  it('lists what lies where, in which status', () => {
    const { onHand } = askRecall(dairy(), 'MILK M1');
    expect(onHand.map((row) => [shortOf(row), row.location, row.status, row.quantity])).toEqual([
      ['MILK M1', 'STORE', 'A', '21'],
      ['BASE B1', 'STORE', 'A', '35'],
      ['YOG Y1', 'STORE', 'A', '110'],
      ['YOG Y1', 'STORE', 'Q', '30'],
    ]);
  });

  it('lists who got how much, gross, with every delivery once', () => {
    const { customers, totals } = askRecall(dairy(), 'MILK M1');
    expect(customers).toEqual([
      {
        customer: 'C1',
        name: 'Partner C1',
        deliveries: ['DN-10', 'DN-2'],
        shipped: [{ product: 'YOG', quantity: '36' }],
        returned: [{ product: 'YOG', quantity: '30' }],
      },
      {
        customer: 'C2',
        name: 'Partner C2',
        deliveries: ['DN-9'],
        shipped: [{ product: 'YOG', quantity: '20' }],
        returned: [],
      },
    ]);
    expect(totals.customers).toBe(2);
  });

  it('lists a customer who only sent goods back', () => {
    const { customers } = askRecall(plantOf(takeBack('YOG Y1', 3, 1, { partner: 'C7' })), 'YOG Y1');
    expect(customers).toEqual([
      {
        customer: 'C7',
        name: 'Partner C7',
        deliveries: [],
        shipped: [],
        returned: [{ product: 'YOG', quantity: '3' }],
      },
    ]);
  });

  it('lists adjustments with their sign, and how much is accounted for', () => {
    const { adjustments, totals } = askRecall(dairy(), 'MILK M1');
    expect(adjustments.map((row) => [shortOf(row), row.document, row.at, row.quantity, row.reason])).toEqual([
      ['MILK M1', 'CNT-9', '2026-01-09T12:00:00Z', '1', 'counted'],
      ['YOG Y1', 'CNT-9', '2026-01-09T12:00:00Z', '-4', 'counted'],
    ]);
    // 100 × (1 − 5 ÷ 355)
    expect(totals).toEqual({ affected: 3, customers: 2, accountedPercent: '98.59' });
  });

  it('of several suspects lists each unit once, at the least depth', () => {
    const answer = askRecall(dairy(), ['BASE B1', 'MILK M1', 'BASE B1']);
    expect(answer.suspects.map(shortOf)).toEqual(['BASE B1', 'MILK M1']);
    expect(answer.affected.map((unit) => `${unit.depth} ${shortOf(unit)}`)).toEqual([
      '0 BASE B1',
      '0 MILK M1',
      '1 YOG Y1',
    ]);
  });

  it('of goods that went nowhere is not an error', () => {
    const answer = askRecall(plantOf(receive('MILK M1', 1, 1)), 'MILK M1');
    expect([answer.customers, answer.inProcess, answer.breaks, answer.totals.affected]).toEqual([[], [], [], 1]);
  });

  it('counts no movement that was undone, and none that undoes', () => {
    const plant = dairy();
    const wrong = [
      receive('MILK M1', 7, 3),
      use('WO-9', 'MILK M1', 7, 4),
      ship('YOG Y1', 9, 7, { partner: 'C5' }),
      adjust('BASE B1', -3, 8),
    ];
    for (const id of wrong.map((movement) => plant.move(movement)).reverse()) plant.reverse(id, 10);
    expect(askRecall(plant, 'MILK M1')).toEqual(askRecall(dairy(), 'MILK M1'));
  });

  it('gives a page of each list, how long each is, and sums per product over all', () => {
    const plant = dairy();
    const recall = recallOf(plant, resolveUnits(plant.db, [unitNamed('MILK M1')]));
    const view = recallViewOf(recall.view({ offset: 1, limit: 1 }));
    expect([view.affected.map(shortOf), view.customers.map((row) => row.customer), view.onHand.map(shortOf)]).toEqual([
      ['BASE B1'],
      ['C2'],
      ['BASE B1'],
    ]);
    expect(view.counts).toEqual({ affected: 3, onHand: 4, inProcess: 0, adjustments: 2, breaks: 0, customers: 2 });
    expect(view.totals.accountedPercent).toBe('98.59');
    expect(view.products.map((row) => [row.product, row.units, row.shipped, row.returned, row.onHand])).toEqual([
      ['BASE', 1, '0', '0', '35'],
      ['MILK', 1, '0', '0', '21'],
      ['YOG', 1, '56', '30', '140'],
    ]);
  });
});

describe('goods in process', () => {
  it('are what went into an order of which nothing came out, net, by order', () => {
    const plant = plantOf(
      receive('MILK M1', 100, 1),
      use('WO-2', 'MILK M1', 10, 2),
      use('WO-2', 'MILK M1', 5, 3),
      giveBack('WO-2', 'MILK M1', 3, 4),
      use('WO-1', 'MILK M1', 1, 2, { run: 'R1' }),
      use('WO-1', 'MILK M1', 2, 2, { run: 'R2' }),
      make('WO-1', 'BASE B1', 2, 3, { run: 'R2' }),
      use('WO-3', 'MILK M1', 4, 2),
      giveBack('WO-3', 'MILK M1', 4, 3),
    );
    expect(askRecall(plant, 'MILK M1').inProcess.map((row) => [shortOf(row), row.workOrder, row.quantity])).toEqual([
      ['MILK M1', 'WO-1', '1'],
      ['MILK M1', 'WO-2', '12'],
    ]);
  });

  it('come back when the output is undone', () => {
    const plant = plantOf(receive('MILK M1', 10, 1), use('WO-1', 'MILK M1', 10, 2));
    const wrong = plant.move(make('WO-1', 'BASE B1', 10, 3));
    expect(askRecall(plant, 'MILK M1').inProcess).toEqual([]);
    plant.reverse(wrong, 4);
    const answer = askRecall(plant, 'MILK M1');
    expect(answer.inProcess.map((row) => row.quantity)).toEqual(['10']);
    expect(answer.affected.map(shortOf)).toEqual(['MILK M1']);
  });

  it('end with an output of another run where they name none', () => {
    const plant = plantOf(
      receive('MILK M1', 10, 1),
      receive('CUP C1', 10, 1),
      use('WO-1', 'MILK M1', 10, 2),
      use('WO-1', 'CUP C1', 3, 2, { run: 'R2' }),
      make('WO-1', 'BASE B1', 10, 3, { run: 'R1' }),
    );
    expect(askRecall(plant, 'MILK M1').inProcess).toEqual([]);
    expect(askRecall(plant, 'CUP C1').inProcess.map((row) => row.quantity)).toEqual(['3']);
  });

  it('are not linked products, which are breaks where no link names them', () => {
    const plant = new PlantStore({ lotTracking: 'none', serialTracking: 'received-issued' });
    for (const serial of ['B1', 'B2']) {
      plant.move(receive(`BOARD #${serial}`, 1, 1));
      plant.move(use('WO-1', `BOARD #${serial}`, 1, 2));
    }
    plant.move(make('WO-1', 'PUMP #P1', 1, 3));
    plant.link({ workOrder: 'WO-1', parent: unitNamed('PUMP #P1'), component: unitNamed('BOARD #B1') });
    const answer = askRecall(plant, ['BOARD #B1', 'BOARD #B2']);
    expect(answer.affected.map(shortOf)).toEqual(['BOARD #B1', 'BOARD #B2', 'PUMP #P1']);
    expect(answer.inProcess).toEqual([]);
    expect(breaksOf(answer)).toEqual(['unlinked BOARD #B2 (WO-1)']);
  });
});

describe('the breaks of a recall', () => {
  it('tell untracked goods made on the way by order, lots that are missing and products without a log', () => {
    const plant = new PlantStore();
    plant.product('WHEY', { lotTracking: 'none' });
    plant.product('YOG', { traceDetail: 'none' });
    plant.product('BASE', { lotTracking: 'optional' });
    plant.move({ kind: 'opening', ...unitNamed('MILK M1'), quantity: 10, at: 1, to: 'STORE' });
    plant.move(use('WO-1', 'MILK M1', 10, 2));
    plant.move(make('WO-1', 'WHEY', 5, 3));
    plant.move(make('WO-1', 'YOG Y1', 5, 3));
    plant.move(make('WO-1', 'BASE', 5, 3));
    expect(breaksOf(askRecall(plant, 'MILK M1'))).toEqual([
      'lot-missing BASE',
      'untracked WHEY (WO-1)',
      'no-log YOG Y1',
    ]);
  });
});

describe('names given later in a recall', () => {
  it('share the figure of the goods between lots, and all of it goes with the last', () => {
    const plant = plantOf(
      receive('MILK', 100, 1, { to: 'DOCK' }),
      putAway('MILK M1', 60, 2),
      putAway('MILK M2', 40, 2),
    );
    const answer = askRecall(plant, ['MILK M1', 'MILK M2']);
    expect(figuresOf(answer, 'MILK M1')).toEqual({ received: '60', onHand: '60' });
    expect(figuresOf(answer, 'MILK M2')).toEqual({ received: '40', onHand: '40' });
    expect(answer.totals.accountedPercent).toBe('100.00');
    expect(figuresOf(askRecall(plant, 'MILK'), 'MILK')).toEqual({});
  });

  it('count no naming that was undone', () => {
    const plant = plantOf(receive('MILK', 100, 1, { to: 'DOCK' }));
    const wrong = plant.move(putAway('MILK M1', 60, 2));
    plant.reverse(wrong, 3);
    plant.move(putAway('MILK M2', 60, 4));
    const answer = askRecall(plant, ['MILK', 'MILK M1']);
    expect(answer.affected.map(shortOf)).toEqual(['MILK', 'MILK M1', 'MILK M2']);
    expect(figuresOf(answer, 'MILK')).toEqual({ received: '40', onHand: '40' });
    expect(figuresOf(answer, 'MILK M1')).toEqual({});
    expect(figuresOf(answer, 'MILK M2')).toEqual({ received: '60', onHand: '60' });
  });

  it('of serials named on issue balance in the lot and in each serial, and returns count for the serial', () => {
    const plant = new PlantStore();
    plant.product('PUMP', { lotTracking: 'mandatory', serialTracking: 'on-issue' });
    const under = { under: { lot: 'L1' } };
    plant.move(make('WO-1', 'PUMP L1', 3, 1));
    plant.move(ship('PUMP L1 #7', 1, 2, under));
    plant.move(ship('PUMP L1 #8', 1, 2, { ...under, partner: 'C2' }));
    plant.move(takeBack('PUMP L1 #7', 1, 3, under));
    const answer = askRecall(plant, 'PUMP L1');
    expect(figuresOf(answer, 'PUMP L1')).toEqual({ produced: '2', onHand: '2' });
    expect(figuresOf(answer, 'PUMP L1 #7')).toEqual({ shipped: '1', returned: '1' });
    expect(figuresOf(answer, 'PUMP L1 #8')).toEqual({ produced: '1', shipped: '1' });
    expect(answer.customers.map((row) => [row.customer, row.shipped[0]?.quantity, row.returned[0]?.quantity])).toEqual([
      ['C1', '1', '1'],
      ['C2', '1', undefined],
    ]);
    expect(figuresOf(askRecall(plant, 'PUMP #8'), 'PUMP L1 #8')).toEqual({ produced: '1', shipped: '1' });
  });
});

describe('a dated recall', () => {
  const reworked = (): PlantStore =>
    plantOf(
      receive('MILK M1', 100, 1),
      ship('MILK M1', 10, 2, { partner: 'C1' }),
      adjust('MILK M1', -1, 2),
      receive('SUGAR S1', 10, 3),
      use('WO-1', 'SUGAR S1', 10, 4),
      make('WO-1', 'MILK M1', 10, 5),
      ship('MILK M1', 5, 6, { partner: 'C2' }),
      adjust('MILK M1', 2, 7),
      use('WO-2', 'MILK M1', 30, 8),
    );

  it('counts of each unit only what happened from the moment suspect goods could be in it', () => {
    const answer = askRecall(reworked(), 'SUGAR S1', true);
    expect(figuresOf(answer, 'SUGAR S1')).toEqual({ received: '10', consumed: '10' });
    expect(figuresOf(answer, 'MILK M1')).toEqual({
      produced: '10',
      consumed: '30',
      shipped: '5',
      adjusted: '2',
      onHand: '66',
    });
    expect(answer.customers.map((row) => row.customer)).toEqual(['C2']);
    expect(answer.adjustments.map((row) => row.quantity)).toEqual(['2']);
    expect(answer.inProcess.map((row) => [shortOf(row), row.workOrder, row.quantity])).toEqual([
      ['MILK M1', 'WO-2', '30'],
    ]);
    expect(answer.totals.accountedPercent).toBe('90.00');
  });

  it('counts all of a suspect', () => {
    expect(askRecall(reworked(), 'MILK M1', true)).toEqual(askRecall(reworked(), 'MILK M1'));
  });

  it('counts an output although its consumption was booked afterwards', () => {
    const plant = plantOf(
      receive('MILK M1', 10, 1),
      make('WO-1', 'BASE B1', 10, 3),
      use('WO-1', 'MILK M1', 10, 5),
      ship('BASE B1', 2, 4),
    );
    const answer = askRecall(plant, 'MILK M1', true);
    expect(figuresOf(answer, 'BASE B1')).toEqual({ produced: '10', shipped: '2', onHand: '8' });
  });
});
