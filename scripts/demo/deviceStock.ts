import { addDays } from '#shared/kernel/dates.ts';
import { workdaysAfter } from './calendar.ts';
import { deviceProducts } from './deviceMaster.ts';
import { asRow, badCapacitors, type DeviceWorks } from './deviceWorks.ts';

type Buying = {
  product: string;
  suppliers: string[];
  quantity: number;
  reorderBelow: number;
  cost: string;
  series: string;
  firstLot: number;
};

const buying: Buying[] = [
  {
    product: 'CAP-220',
    suppliers: ['S-VOLTANNE'],
    quantity: 160,
    reorderBelow: 130,
    cost: '0.18',
    series: 'CP-',
    firstLot: 41,
  },
  {
    product: 'PCB-N2',
    suppliers: ['S-LEITBAHN'],
    quantity: 50,
    reorderBelow: 40,
    cost: '4.6',
    series: 'PB-',
    firstLot: 27,
  },
  {
    product: 'HOUSING',
    suppliers: ['S-FORMWERK'],
    quantity: 60,
    reorderBelow: 35,
    cost: '7.9',
    series: 'HS-',
    firstLot: 12,
  },
  {
    product: 'BATTERY',
    suppliers: ['S-NORRLUND'],
    quantity: 45,
    reorderBelow: 35,
    cost: '11.2',
    series: 'BA-',
    firstLot: 8,
  },
  {
    product: 'CHARGER',
    suppliers: ['S-NORRLUND'],
    quantity: 40,
    reorderBelow: 30,
    cost: '19.4',
    series: 'CD-',
    firstLot: 5,
  },
  {
    product: 'MASK',
    suppliers: ['S-TARNSIDE'],
    quantity: 240,
    reorderBelow: 160,
    cost: '6.3',
    series: 'MK-',
    firstLot: 16,
  },
];

export function receivePartsByNeed(works: DeviceWorks): void {
  const { book, chance } = works;
  for (const [index, goods] of buying.entries()) {
    const counted = book.stockOf(goods.product).filter((line) => line.status !== 'R' && works.isClean(line));
    if (counted.reduce((sum, line) => sum + line.quantity, 0) >= goods.reorderBelow) continue;
    book.after(40 + 15 * index, () => receiveParts(works, goods, { supplier: chance.pick(goods.suppliers) }));
  }
  const box = book.stockOf('MESH').length < 40 ? works.meshBoxes.shift() : undefined;
  if (box !== undefined) book.after(150, () => receiveMeshes(works, box));
}

type Delivery = { supplier: string; supplierLot?: string; quantity?: number };

export function receivePartsNamed(works: DeviceWorks, product: string, delivery: Delivery): void {
  const goods = buying.find((each) => each.product === product);
  if (goods === undefined) throw new RangeError(`not bought: ${product}`);
  receiveParts(works, goods, delivery);
}

/** Dock, put-away, and the inspector's word a working day later; a housing lot lies in trays, its sublots. */
function receiveParts(works: DeviceWorks, goods: Buying, delivery: Delivery): void {
  const { book, chance } = works;
  const { product } = goods;
  const lot = book.next(goods.series, 4, goods.firstLot);
  const supplierLot = delivery.supplierLot ?? `${delivery.supplier.slice(2, 4)}-${chance.between(3000, 9999)}`;
  const sublots = product === 'HOUSING' ? ['T1', 'T2', 'T3'] : [''];
  const quantity = (delivery.quantity ?? goods.quantity) / sublots.length;
  const document = book.next('GR-', 4, 801);
  for (const sublot of sublots) {
    book.post({
      kind: 'receipt',
      document,
      product,
      lot,
      sublot,
      quantity,
      to: 'DOCK',
      status: 'Q',
      partner: delivery.supplier,
      unitCost: goods.cost,
    });
    addPartLot(works, { product, lot, sublot, supplier: delivery.supplier, supplierLot });
  }
  if (supplierLot === badCapacitors.lot) works.taint({ product, lot });
  book.wait(chance.between(15, 35));
  const away = book.next('PA-', 4, 901);
  for (const sublot of sublots) {
    book.post({
      kind: 'put-away',
      document: away,
      product,
      lot,
      sublot,
      quantity,
      from: 'DOCK',
      to: 'PARTS',
      statusFrom: 'Q',
      status: 'Q',
    });
  }
  book.plan(workdaysAfter(book.today, 1), `09:${chance.between(10, 55)}`, () => {
    const inspection = book.next('IN-', 4, 401);
    if (product === 'CAP-220') sampleCapacitors(works, lot);
    releaseAll(works, { product, lot, place: 'PARTS', document: inspection, reason: 'Incoming inspection passed' });
  });
}

function sampleCapacitors(works: DeviceWorks, lot: string): void {
  const { book } = works;
  const reason = 'Destructive test at incoming inspection';
  book.post({
    kind: 'sample',
    document: book.next('SM-', 4, 61),
    product: 'CAP-220',
    lot,
    quantity: 2,
    from: 'PARTS',
    statusFrom: 'Q',
    reason,
  });
}

/** Mesh plates come a hundred to the box; the dock counts them, put-away names their serials as a range. */
function receiveMeshes(works: DeviceWorks, box: string): void {
  const { book } = works;
  const serial = `${box}0001..${box}0100`;
  const goods = { product: 'MESH', quantity: 100 };
  const document = book.next('GR-', 4, 801);
  book.post({ kind: 'receipt', document, ...goods, to: 'DOCK', status: 'Q', partner: 'S-MESHLINE', unitCost: '23.5' });
  book.wait(25);
  book.post({
    kind: 'put-away',
    document: book.next('PA-', 4, 901),
    ...goods,
    serial,
    from: 'DOCK',
    to: 'PARTS',
    statusFrom: 'Q',
    status: 'Q',
  });
  book.plan(workdaysAfter(book.today, 1), '10:30', () => {
    const ends = { from: 'PARTS', to: 'PARTS', statusFrom: 'Q', status: 'A' };
    book.post({
      kind: 'status',
      document: book.next('IN-', 4, 401),
      ...goods,
      serial,
      ...ends,
      reason: 'Hole pattern measured, within limits',
    });
  });
}

/** Releases what a lot has in quarantine status. */
export function releaseAll(
  works: DeviceWorks,
  goods: { product: string; lot: string; place: string; document: string; reason: string },
): void {
  const { book } = works;
  for (const line of book.stockOf(goods.product)) {
    if (line.lot !== goods.lot || line.status !== 'Q' || line.place !== goods.place) continue;
    book.post({
      kind: 'status',
      document: goods.document,
      ...asRow(line),
      to: line.place,
      status: 'A',
      reason: goods.reason,
    });
  }
}

/** A lot that is to be tested sooner than usual, so that it falls due in the weeks to come. */
const retestsSoon: Readonly<Record<string, string>> = { 'BA-0011': '2026-07-14' };

type PartLot = { product: string; lot: string; sublot: string; supplier: string; supplierLot: string };

function addPartLot(works: DeviceWorks, goods: PartLot): void {
  const { book, chance } = works;
  const settings = deviceProducts.find((product) => product['code'] === goods.product);
  const made = addDays(book.today, goods.sublot !== '' ? -12 : -chance.between(8, 30));
  const after = (days: string | undefined): string => (days === undefined ? '' : addDays(made, Number(days)));
  book.addLot({
    product: goods.product,
    lot: goods.lot,
    sublot: goods.sublot,
    supplier: goods.supplier,
    supplier_lot: goods.supplierLot,
    ...(goods.product === 'CAP-220'
      ? { manufacturer: 'Tantalex Works', manufacturer_lot: `TX${chance.between(10000, 99999)}` }
      : {}),
    manufactured_on: made,
    expires_on: after(settings?.['shelf_life_days']),
    retest_on: retestsSoon[goods.lot] ?? after(settings?.['retest_days']),
  });
}

/** What lay in the stores when the records begin. */
export function takeOverParts(works: DeviceWorks): void {
  const { book } = works;
  const opening = [
    { product: 'CAP-220', lot: 'CP-0039', quantity: 180, to: 'PARTS', unitCost: '0.17' },
    { product: 'PCB-N2', lot: 'PB-0026', quantity: 60, to: 'PARTS', unitCost: '4.5' },
    { product: 'HOUSING', lot: 'HS-0011', sublot: 'T2', quantity: 24, to: 'PARTS', unitCost: '7.8' },
    { product: 'HOUSING', lot: 'HS-0011', sublot: 'T3', quantity: 20, to: 'PARTS', unitCost: '7.8' },
    { product: 'BATTERY', lot: 'BA-0007', quantity: 50, to: 'PARTS', unitCost: '11' },
    { product: 'CHARGER', lot: 'CD-0004', quantity: 44, to: 'DEVICES', unitCost: '19' },
    { product: 'MASK', lot: 'MK-0015', quantity: 300, to: 'DEVICES', unitCost: '6.2' },
    { product: 'THREADLOCK', quantity: 500, to: 'PARTS', unitCost: '0.35' },
  ];
  for (const goods of opening)
    book.post({ kind: 'opening', document: 'OP-0001', ...goods, status: 'A', reason: 'Stock taken over' });
}
