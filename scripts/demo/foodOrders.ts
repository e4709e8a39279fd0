import { addDays } from '#shared/kernel/dates.ts';
import { workdaysAfter } from './calendar.ts';
import { foodProducts } from './foodMaster.ts';
import { changeStatus, consume, type FoodWorks, type Ingredient, produce, type RunOfOrder } from './foodWorks.ts';
import type { StockLine } from './plantBook.ts';

type Accept = (line: StockLine) => boolean;
type Puree = { quantity: number; accept: Accept };

const released = [
  'Released: pH and Brix within limits, vacuum good',
  'Released: final inspection passed',
  'Released: metal detector and fill weight records complete',
];

/** Opens a work order; its runs follow one another. */
const newOrder = (works: FoodWorks): string => works.book.next('WO-', 4, 1201);

/** Cooks apricot base, with pulp as a by-product; the base is released the same afternoon. */
export function makeApricotBase(works: FoodWorks, purees: Puree[], { slip }: { slip?: Puree } = {}): void {
  const { book, chance } = works;
  const order: RunOfOrder = { workOrder: newOrder(works), run: '1', equipment: 'COOKER-1' };
  if (slip !== undefined) {
    const { rows } = consume(works, order, [{ product: 'APR-PUREE', ...slip }]);
    book.wait(12);
    for (const row of rows) book.reverse(row, 'Booked on the wrong order');
  }
  const { tainted } = consume(works, order, [
    ...purees.map((puree) => ({ product: 'APR-PUREE', ...puree })),
    { product: 'SUGAR', quantity: 250 },
    { product: 'PECTIN', quantity: 6 },
  ]);
  const lot = book.next('AB-', 4, 301);
  works.plan(book.today, `1${chance.between(1, 2)}:${chance.between(10, 55)}`, () => {
    produce(works, order, {
      product: 'APR-BASE',
      lot,
      quantity: chance.between(836, 862),
      to: 'TANKS',
      status: 'Q',
      tainted,
    });
    addMadeLot(works, 'APR-BASE', lot);
    const pulp = book.next('PU-', 4, 301);
    produce(works, order, {
      product: 'PULP',
      lot: pulp,
      quantity: chance.between(29, 38),
      to: 'TANKS',
      status: 'A',
      tainted,
    });
    book.noteExpiry('PULP', pulp, '', addDays(book.today, 12));
  });
  works.plan(book.today, `15:${chance.between(10, 50)}`, () =>
    release(works, 'APR-BASE', lot, 'Released: Brix and temperature curve within limits'),
  );
}

/** Starts base and preserve whose output comes only after the records end. */
export function leaveInProcess(works: FoodWorks, puree: Puree): void {
  consume(works, { workOrder: newOrder(works), run: '1', equipment: 'COOKER-1' }, [
    { product: 'APR-PUREE', ...puree },
    { product: 'SUGAR', quantity: 36 },
  ]);
  consume(works, { workOrder: newOrder(works), run: '1', equipment: 'FILLER-1' }, [
    { product: 'APR-BASE', quantity: 170, accept: works.isTainted },
    { product: 'JAR-340', quantity: 500 },
    { product: 'LID-82', quantity: 500 },
  ]);
}

/** Fills apricot preserve in one run or two; each run makes a lot of its own. */
export function makeApricotPreserve(works: FoodWorks, bases: Accept[]): void {
  fillJars(
    works,
    'JAM-APR',
    'JA-',
    bases.map((accept) => [{ product: 'APR-BASE', quantity: 340, accept }]),
  );
}

/** Cooks and fills raspberry preserve; the fruit thaws at the line first. */
export function makeRaspberryPreserve(works: FoodWorks, runs: number): void {
  const { book } = works;
  for (const line of book.share(
    book.usable('RAS-FROZEN', (each) => each.place === 'COLD'),
    190 * runs,
  )) {
    const ends = { from: 'COLD', to: 'LINE1', statusFrom: 'A', status: 'A' };
    book.post({
      kind: 'transfer',
      document: book.next('TR-', 4, 601),
      product: line.product,
      lot: line.lot,
      quantity: line.quantity,
      ...ends,
      reason: 'Thawing',
    });
  }
  book.wait(works.chance.between(20, 40));
  const atLine: Accept = (line) => line.place === 'LINE1';
  const recipe: Ingredient[] = [
    { product: 'RAS-FROZEN', quantity: 190, accept: atLine },
    { product: 'SUGAR', quantity: 150 },
    { product: 'PECTIN', quantity: 3 },
  ];
  fillJars(
    works,
    'JAM-RAS',
    'JS-',
    Array.from({ length: runs }, () => recipe),
  );
}

function fillJars(works: FoodWorks, product: string, series: string, recipes: Ingredient[][]): void {
  const { book, chance } = works;
  const workOrder = newOrder(works);
  for (const [index, recipe] of recipes.entries()) {
    const order: RunOfOrder = { workOrder, run: String(index + 1), equipment: `FILLER-${1 + index}` };
    const fill = (): void => {
      const { tainted } = consume(works, order, [
        ...recipe,
        { product: 'JAR-340', quantity: 1000 },
        { product: 'LID-82', quantity: 1000 },
        ...(index === 0 ? [{ product: 'GLUE', quantity: 0.8 * recipes.length, forWholeOrder: true }] : []),
      ]);
      book.after(chance.between(95, 130), () => {
        const lot = book.next(series, 4, product === 'JAM-APR' ? 1001 : 801);
        finish(works, order, { product, lot, quantity: chance.between(968, 996), tainted });
        if (chance.percent(18)) returnPackaging(works, order);
      });
    };
    if (index === 0) fill();
    else works.plan(book.today, '13:20', fill);
  }
}

/** Bottles nectar from apricot base and apple concentrate. */
export function makeNectar(works: FoodWorks, accept: Accept): void {
  const { book, chance } = works;
  const order: RunOfOrder = { workOrder: newOrder(works), run: '1', equipment: 'BOTTLER-1' };
  const { tainted } = consume(works, order, [
    { product: 'APR-BASE', quantity: 260, accept },
    { product: 'APP-CONC', quantity: 90 },
    { product: 'BTL-750', quantity: 800 },
    { product: 'GLUE', quantity: 0.6, forWholeOrder: true },
  ]);
  book.after(chance.between(80, 110), () => {
    finish(works, order, {
      product: 'NEC-APR',
      lot: book.next('NA-', 4, 501),
      quantity: chance.between(774, 796),
      tainted,
    });
  });
}

/** Repacks two apricot and one raspberry preserve into a gift box. */
export function makeGiftBoxes(works: FoodWorks, boxes: number, accept: Accept): void {
  const { book } = works;
  const order: RunOfOrder = { workOrder: newOrder(works), run: '', equipment: 'PACKING-1' };
  const inStore: Accept = (line) => line.place === 'FINISHED';
  const { tainted } = consume(works, order, [
    { product: 'JAM-APR', quantity: 2 * boxes, accept: (line) => inStore(line) && accept(line) },
    { product: 'JAM-RAS', quantity: boxes, accept: inStore },
    { product: 'GLUE', quantity: 0.2 },
  ]);
  book.after(70, () =>
    finish(works, order, { product: 'GIFT-3', lot: book.next('GB-', 4, 61), quantity: boxes, tainted }),
  );
}

/** Takes a finished lot apart and makes it a new lot: new labels on jars whose first ones sat askew. */
export function relabel(works: FoodWorks, quantity: number, accept: Accept): void {
  const { book } = works;
  const order: RunOfOrder = { workOrder: newOrder(works), run: '', equipment: 'LABELLER-1' };
  const { tainted } = consume(works, order, [
    { product: 'JAM-APR', quantity, accept },
    { product: 'GLUE', quantity: 0.3 },
  ]);
  book.after(45, () =>
    finish(works, order, { product: 'JAM-APR', lot: book.next('JA-', 4), quantity: quantity - 2, tainted }),
  );
}

function finish(
  works: FoodWorks,
  order: RunOfOrder,
  made: { product: string; lot: string; quantity: number; tainted: boolean },
): void {
  const { book, chance } = works;
  const { product, lot } = made;
  produce(works, order, { ...made, to: 'FINISHED', status: 'Q' });
  addMadeLot(works, product, lot);
  if (chance.percent(22)) {
    book.wait(6);
    book.post({
      kind: 'sample',
      document: book.next('SM-', 4, 401),
      product,
      lot,
      quantity: 2,
      from: 'FINISHED',
      statusFrom: 'Q',
      reason: 'Retained samples',
    });
  }
  works.plan(workdaysAfter(book.today, 2), `0${chance.between(8, 9)}:${chance.between(10, 55)}`, () =>
    release(works, product, lot, chance.pick(released)),
  );
}

const release = (works: FoodWorks, product: string, lot: string, reason: string): void =>
  changeStatus(works, { product, lot, from: 'Q', to: 'A', document: works.book.next('QC-', 4, 5001), reason });

/** Jars and lids that stood at the line and were not used after all. */
function returnPackaging(works: FoodWorks, order: RunOfOrder): void {
  const { book, chance } = works;
  const quantity = chance.between(8, 36);
  for (const product of ['JAR-340', 'LID-82']) {
    const used = book.lastPosted(
      'consumption',
      (row) => row.workOrder === order.workOrder && row.run === order.run && row.product === product,
    );
    const made = book.lastPosted('output', (row) => row.workOrder === order.workOrder && row.run === order.run);
    // Every jar that was filled was a jar that was used.
    const left = Math.min(quantity, (used?.quantity ?? 0) - (made?.quantity ?? 0));
    if (used === undefined || left < 1) continue;
    const back = {
      lot: used.lot ?? '',
      quantity: left,
      to: 'DRY',
      status: 'A',
      workOrder: order.workOrder,
      run: order.run,
    };
    book.post({
      kind: 'production-return',
      document: order.workOrder,
      product,
      ...back,
      equipment: order.equipment,
      reason: 'Left over at the line',
    });
  }
}

function addMadeLot(works: FoodWorks, product: string, lot: string): void {
  const shelfLife = Number(foodProducts.find((each) => each['code'] === product)?.['shelf_life_days']);
  const expires = addDays(works.book.today, shelfLife);
  works.book.addLot({ product, lot, manufactured_on: works.book.today, expires_on: expires });
}
