import { addDays } from '#shared/kernel/dates.ts';
import { workdaysAfter } from './calendar.ts';
import { foodProducts } from './foodMaster.ts';
import type { Row } from './plantBook.ts';
import { badSupplierLot, changeStatus, type FoodWorks } from './foodWorks.ts';

/** How a product is bought: from whom, how much, below which stock, what it costs, and its lot series. */
type Buying = {
  product: string;
  suppliers: string[];
  quantity: number;
  reorderBelow: number;
  cost: string;
  series: string;
  firstLot: number;
  place: string;
  /** Share of deliveries whose lot the dock does not know, in percent; put-away names it. */
  unnamedAtDock: number;
};

const buying: Buying[] = [
  {
    product: 'APR-PUREE',
    suppliers: ['S-SERRAL', 'S-VERDANNE'],
    quantity: 960,
    reorderBelow: 1500,
    cost: '1.92',
    series: 'AP-',
    firstLot: 10,
    place: 'COLD',
    unnamedAtDock: 0,
  },
  {
    product: 'RAS-FROZEN',
    suppliers: ['S-BEERENHOF'],
    quantity: 480,
    reorderBelow: 700,
    cost: '3.85',
    series: 'RF-',
    firstLot: 8,
    place: 'COLD',
    unnamedAtDock: 0,
  },
  {
    product: 'APP-CONC',
    suppliers: ['S-KELTEREI'],
    quantity: 220,
    reorderBelow: 220,
    cost: '1.48',
    series: 'AC-',
    firstLot: 5,
    place: 'COLD',
    unnamedAtDock: 20,
  },
  {
    product: 'SUGAR',
    suppliers: ['S-RUEBE'],
    quantity: 1200,
    reorderBelow: 1200,
    cost: '0.74',
    series: 'SU-',
    firstLot: 1,
    place: 'DRY',
    unnamedAtDock: 0,
  },
  {
    product: 'PECTIN',
    suppliers: ['S-GELWORKS'],
    quantity: 50,
    reorderBelow: 36,
    cost: '11.6',
    series: 'PE-',
    firstLot: 3,
    place: 'DRY',
    unnamedAtDock: 0,
  },
  {
    product: 'JAR-340',
    suppliers: ['S-GLASHUETTE'],
    quantity: 6480,
    reorderBelow: 7000,
    cost: '0.168',
    series: 'JR-',
    firstLot: 19,
    place: 'DRY',
    unnamedAtDock: 40,
  },
  {
    product: 'LID-82',
    suppliers: ['S-CAPWELL'],
    quantity: 9000,
    reorderBelow: 7000,
    cost: '0.071',
    series: 'LD-',
    firstLot: 12,
    place: 'DRY',
    unnamedAtDock: 0,
  },
  {
    product: 'BTL-750',
    suppliers: ['S-GLASHUETTE'],
    quantity: 2880,
    reorderBelow: 2400,
    cost: '0.224',
    series: 'BT-',
    firstLot: 7,
    place: 'DRY',
    unnamedAtDock: 0,
  },
  {
    product: 'GLUE',
    suppliers: ['S-GELWORKS'],
    quantity: 20,
    reorderBelow: 8,
    cost: '4.1',
    series: '',
    firstLot: 0,
    place: 'DRY',
    unnamedAtDock: 0,
  },
];

const passed = [
  'Incoming inspection passed',
  'Certificate complete, identity and seals checked',
  'Incoming inspection passed, supplier certificate on file',
];

/** Orders what has run low, one delivery a product and day at most. */
export function receiveByNeed(works: FoodWorks): void {
  for (const [index, goods] of buying.entries()) {
    const counted = works.book.stockOf(goods.product).filter((line) => line.status !== 'R' && works.isClean(line));
    const held = counted.reduce((sum, line) => sum + line.quantity, 0);
    if (held >= goods.reorderBelow) continue;
    const supplier = works.chance.pick(goods.suppliers);
    works.plan(works.book.today, `0${7 + (index % 3)}:${10 + 5 * index}`, () => receive(works, goods, { supplier }));
  }
}

type Delivery = {
  supplier: string;
  supplierLot?: string;
  quantity?: number;
  rejectFor?: string;
  /** The dates on the label, where the usual ones do not fit the story. */
  dates?: Row;
  /** Stays in quarantine: a result is still out. */
  awaitsResult?: boolean;
};

/** The delivery of a product by name, for the story. */
export function receiveNamed(works: FoodWorks, product: string, delivery: Delivery): void {
  const goods = buying.find((each) => each.product === product);
  if (goods === undefined) throw new RangeError(`not bought: ${product}`);
  receive(works, goods, delivery);
}

/** Dock, put-away, sample, and the inspector's word a working day later. */
function receive(works: FoodWorks, goods: Buying, delivery: Delivery): void {
  const { book, chance } = works;
  const document = book.next('RC-', 4, 2101);
  const { product, place } = goods;
  const quantity = delivery.quantity ?? goods.quantity;
  const supplierLot = delivery.supplierLot ?? newSupplierLot(works, delivery.supplier);
  const lotless = product === 'GLUE' || (product === 'SUGAR' && chance.percent(40));
  const lot = lotless ? '' : book.next(goods.series, 4, goods.firstLot);
  const status = product === 'GLUE' ? 'A' : 'Q';
  const atDock = chance.percent(goods.unnamedAtDock) ? '' : lot;
  book.post({
    kind: 'receipt',
    document,
    product,
    lot: atDock,
    quantity,
    to: 'DOCK',
    status,
    partner: delivery.supplier,
    unitCost: costToday(works, goods.cost),
  });
  book.wait(chance.between(12, 35));
  const away = book.next('PA-', 4, 3101);
  book.post({
    kind: 'put-away',
    document: away,
    product,
    lot,
    quantity,
    from: 'DOCK',
    to: place,
    statusFrom: status,
    status,
  });
  if (!lotless)
    addBoughtLot(works, {
      product,
      lot,
      supplier: delivery.supplier,
      supplierLot,
      ...(delivery.dates === undefined ? {} : { dates: delivery.dates }),
    });
  if (lot !== '' && delivery.supplierLot === badSupplierLot.lot) works.taint(product, lot);
  if (status === 'A' || delivery.awaitsResult === true) return;
  if (product.startsWith('AP') && chance.percent(60)) {
    book.wait(chance.between(5, 15));
    book.post({
      kind: 'sample',
      document: book.next('SM-', 4, 401),
      product,
      lot,
      quantity: 1,
      from: place,
      statusFrom: 'Q',
      reason: 'Laboratory sample, incoming',
    });
  }
  works.plan(workdaysAfter(book.today, 1), `1${chance.between(0, 3)}:${chance.between(10, 55)}`, () =>
    decide(works, { product, lot, place, delivery }),
  );
}

function decide(works: FoodWorks, goods: { product: string; lot: string; place: string; delivery: Delivery }): void {
  const { book, chance } = works;
  const { product, lot, place, delivery } = goods;
  const reason = delivery.rejectFor ?? chance.pick(passed);
  const to = delivery.rejectFor === undefined ? 'A' : 'R';
  changeStatus(works, { product, lot, from: 'Q', to, document: book.next('QC-', 4, 5001), reason });
  if (to === 'A') return;
  const rejected = {
    product,
    lot,
    quantity: book.stockOf(product).find((line) => line.lot === lot)?.quantity ?? 0,
    statusFrom: 'R',
  };
  book.wait(25);
  book.post({
    kind: 'transfer',
    document: book.next('TR-', 4, 601),
    ...rejected,
    from: place,
    to: 'REJECTS',
    status: 'R',
    reason: 'Kept apart until it goes back',
  });
  works.plan(workdaysAfter(book.today, 3), '09:40', () => {
    book.post({
      kind: 'supplier-return',
      document: book.next('SR-', 4, 71),
      ...rejected,
      from: 'REJECTS',
      partner: delivery.supplier,
      reason,
    });
  });
}

/** Lots of which the supplier wants a test sooner than usual, so that some fall due in the weeks to come. */
const retestsSoon: Readonly<Record<string, string>> = { 'AC-0014': '2026-07-09', 'PE-0009': '2026-07-21' };

type BoughtLot = { product: string; lot: string; supplier: string; supplierLot: string; dates?: Row };

export function addBoughtLot(works: FoodWorks, goods: BoughtLot): void {
  const { book, chance } = works;
  const settings = foodProducts.find((product) => product['code'] === goods.product);
  const made = addDays(book.today, -chance.between(6, 40));
  const after = (days: string | undefined): string => (days === undefined ? '' : addDays(made, Number(days)));
  book.addLot({
    product: goods.product,
    lot: goods.lot,
    supplier: goods.supplier,
    supplier_lot: goods.supplierLot,
    ...(goods.product === 'PECTIN'
      ? { manufacturer: 'Pomelia Extraction', manufacturer_lot: goods.supplierLot.replace(/^../, 'CX') }
      : {}),
    manufactured_on: made,
    expires_on: after(settings?.['shelf_life_days']),
    retest_on: retestsSoon[goods.lot] ?? after(settings?.['retest_days']),
    ...goods.dates,
    reference: chance.percent(70) ? `CoA ${chance.between(1000, 9999)}` : '',
  });
}

/** The suppliers' own numbers carry no date, so that the plant may be shifted in time. */
export const newSupplierLot = (works: FoodWorks, supplier: string): string =>
  `${supplier.slice(2, 4)}-${works.chance.between(10000, 99999)}`;

const costToday = (works: FoodWorks, cost: string): string =>
  String(Math.round(Number(cost) * (100 + works.chance.between(-4, 6)) * 100) / 10000);
