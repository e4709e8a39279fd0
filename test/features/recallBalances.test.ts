import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import type { RecallAnswer, RecallBalance } from '#shared/recalls/contract.ts';
import { buildDemoApp } from '../support/app.ts';
import { askRecall, shortOf } from '../support/askPlant.ts';
import { adjust, giveBack, make, plantOf, putAway, receive, ship, takeBack, use } from '../support/movements.ts';
import { PlantStore } from '../support/plantStore.ts';
import { type Happening, RandomPlant } from '../support/randomPlant.ts';

const micro = (quantity: string): bigint => parseQuantity(quantity) ?? 0n;

/** The parts of a balance that are not nothing. */
const told = ({ product: _product, unit: _unit, ...parts }: RecallBalance): Record<string, string> =>
  Object.fromEntries(Object.entries(parts).filter(([, quantity]) => quantity !== '0'));
const balanceOf = (answer: RecallAnswer, product: string): Record<string, string> | undefined => {
  const found = answer.balances.find((balance) => balance.product === product);
  return found === undefined ? undefined : told(found);
};

const sidesOf = (balance: RecallBalance): [bigint, bigint] => [
  micro(balance.in),
  (['consumed', 'out', 'here', 'explained', 'unexplained'] as const).reduce(
    (sum, part) => sum + micro(balance[part]),
    0n,
  ),
];

/** What the lists of an answer say of a product, added up by the test itself. */
function sumsOf({ affected, inProcess }: RecallAnswer, product: string) {
  const own = affected.filter((unit) => unit.product === product);
  const sum = (...names: Exclude<keyof (typeof own)[number], 'depth'>[]): string =>
    formatQuantity(own.reduce((all, unit) => all + names.reduce((more, name) => more + micro(unit[name]), 0n), 0n));
  return {
    in: sum('opening', 'received', 'produced', 'returned'),
    consumed: sum('consumed'),
    out: sum('shipped', 'returnedToSupplier', 'scrapped', 'sampled'),
    here: sum('onHand'),
    inProcess: formatQuantity(
      inProcess.filter((row) => row.product === product).reduce((all, { quantity }) => all + micro(quantity), 0n),
    ),
    adjusted: sum('adjusted'),
  };
}

/** Every product once, both sides equal, each part what the lists of the answer add up to, the worst first. */
function expectBalances(answer: RecallAnswer, dated: boolean): void {
  const { affected, balances } = answer;
  expect(balances.map(({ product }) => product).toSorted()).toEqual(
    [...new Set(affected.map(({ product }) => product))].toSorted(),
  );
  for (const balance of balances) {
    const [left, right] = sidesOf(balance);
    expect(left, balance.product).toBe(right);
    const { adjusted, in: cameIn, ...parts } = sumsOf(answer, balance.product);
    expect(balance).toMatchObject(parts);
    expect(micro(balance.explained) + micro(balance.unexplained)).toBe(-micro(adjusted));
    // From a moment on, what lay there before stands behind no figure.
    if (!dated) expect(balance.in, balance.product).toBe(cameIn);
  }
  const percents = balances.map(({ balancePercent }) => Number(balancePercent));
  expect(percents).toEqual(percents.toSorted((a, b) => a - b));
}

describe('the mass balance of a recall', () => {
  it('is told of each product, with known numbers', () => {
    const answer = askRecall(
      plantOf(
        receive('MILK M1', 100, 1),
        use('WO-1', 'MILK M1', 80, 2),
        make('WO-1', 'YOG Y1', 170, 3),
        ship('YOG Y1', 56, 4),
        takeBack('YOG Y1', 30, 5),
        use('WO-2', 'YOG Y1', 12, 5),
        giveBack('WO-2', 'YOG Y1', 2, 6),
        adjust('YOG Y1', -4, 7),
        adjust('YOG Y1', -3, 8, { reason: '' }),
        adjust('MILK M1', 1, 8, { reason: '' }),
      ),
      'MILK M1',
    );
    expect(answer.balances.map(({ product }) => product)).toEqual(['YOG', 'MILK']);
    // 170 made and 30 back: 10 in an open order, 56 shipped, 127 here, 4 counted away with a reason and 3 without.
    expect(balanceOf(answer, 'YOG')).toEqual({
      in: '200',
      consumed: '10',
      inProcess: '10',
      out: '56',
      here: '127',
      explained: '4',
      unexplained: '3',
      balancePercent: '98.50',
    });
    // More was found than had come: the difference is below zero, and costs as much.
    expect(balanceOf(answer, 'MILK')).toEqual({
      in: '100',
      consumed: '80',
      here: '21',
      unexplained: '-1',
      balancePercent: '99.00',
    });
  });

  it('takes what was found without a reason along where the goods get their lot later', () => {
    const plant = plantOf(receive('MILK', 10, 1, { to: 'DOCK' }));
    plant.move(adjust('MILK', 5, 2, { to: 'DOCK', reason: '' }));
    plant.move(putAway('MILK M1', 15, 3));
    expect(balanceOf(askRecall(plant, 'MILK M1'), 'MILK')).toEqual({
      in: '10',
      here: '15',
      unexplained: '-5',
      balancePercent: '50.00',
    });
  });

  it('holds for serials named on issue, which take their piece out of the lot', () => {
    const plant = new PlantStore();
    plant.product('PUMP', { lotTracking: 'mandatory', serialTracking: 'on-issue' });
    const under = { under: { lot: 'L1' } };
    plant.move(make('WO-1', 'PUMP L1', 4, 1));
    plant.move(ship('PUMP L1 #7', 1, 2, under));
    plant.move(ship('PUMP L1 #8', 1, 2, under));
    plant.move(takeBack('PUMP L1 #7', 1, 3, under));
    plant.move(adjust('PUMP L1', -1, 4, { reason: '' }));
    const answer = askRecall(plant, 'PUMP L1');
    expect(answer.affected.map(shortOf)).toEqual(['PUMP L1', 'PUMP L1 #7', 'PUMP L1 #8']);
    expect(balanceOf(answer, 'PUMP')).toEqual({
      in: '5',
      out: '2',
      here: '2',
      unexplained: '1',
      balancePercent: '80.00',
    });
  });

  it('counts in a dated recall what lay in the lot before suspect goods came', () => {
    const plant = plantOf(
      receive('MILK M1', 100, 1),
      ship('MILK M1', 10, 2),
      receive('SUGAR S1', 10, 3),
      use('WO-1', 'SUGAR S1', 10, 4),
      make('WO-1', 'MILK M1', 10, 5),
      ship('MILK M1', 5, 6),
    );
    // 90 lay there, 10 were made; 5 went out, 95 are here.
    const dated = balanceOf(askRecall(plant, 'SUGAR S1', true), 'MILK');
    expect(dated).toEqual({ in: '100', out: '5', here: '95', balancePercent: '100.00' });
  });
});

const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.nat(17),
  a: fc.nat(11),
  b: fc.nat(11),
  c: fc.nat(11),
  day: fc.integer({ min: 1, max: 28 }),
});

describe('whatever happened in a plant', () => {
  it('every product balances, from every lot and serial, dated or not', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 10, maxLength: 60, size: 'max' }), (happenings) => {
        const plant = new RandomPlant();
        for (const draw of happenings) plant.happen(draw);
        const units = plant.store.db
          .prepare<[], { product: string; lot: string; sublot: string; serial: string }>(
            'select p.code as product, u.lot, u.sublot, u.serial from unit u join product p on p.id = u.product_id',
          )
          .all()
          .map(shortOf);
        for (const unit of units)
          for (const dated of [false, true]) expectBalances(askRecall(plant.store, unit, dated), dated);
      }),
      { numRuns: 40, interruptAfterTimeLimit: 12_000 },
    );
  });
});

describe.each(['food', 'device'] as const)('in the %s plant of the demo', (name) => {
  it('every product balances in recalls from all over it, and page and whole answer say the same', async () => {
    await using plant = await buildDemoApp(name);
    const [lots, serials] = [
      await plant.ask('lots.list', { limit: 500 }),
      await plant.ask('serials.list', { limit: 500 }),
    ];
    const suspects = [...lots.rows, ...serials.rows].filter((_row, place) => place % 9 === 0);
    expect(suspects.length).toBeGreaterThan(20);
    for (const { product, lot, sublot, ...row } of suspects) {
      const serial = 'serial' in row ? row.serial : '';
      for (const dated of [false, true]) {
        const question = { suspects: [{ product, lot, sublot, serial }], dated };
        const answer = await plant.ask('recalls.simulate', question);
        expectBalances(answer, dated);
        const view = await plant.ask('recalls.view', { ...question, limit: 1 });
        expect(view.balances).toEqual(answer.balances);
      }
    }
  });
});
