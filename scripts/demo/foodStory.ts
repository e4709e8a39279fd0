import { takeBack } from './foodDeliveries.ts';
import {
  makeApricotBase,
  makeApricotPreserve,
  makeGiftBoxes,
  makeNectar,
  makeRaspberryPreserve,
  relabel,
  leaveInProcess,
} from './foodOrders.ts';
import { receiveNamed } from './foodReceipts.ts';
import { badSupplierLot, changeStatus, type FoodWorks, foodDays } from './foodWorks.ts';

/** Days on which the story plans the production itself. */
export const scriptedDays = [
  '2026-05-20',
  '2026-05-25',
  '2026-05-26',
  '2026-05-27',
  '2026-05-28',
  '2026-06-03',
  '2026-06-12',
  '2026-06-15',
  '2026-06-24',
  '2026-06-29',
];

/**
 * The incident. Verdanne delivers its purée lot twice; splinters of glass are in it. It goes into base, the base into
 * preserve and nectar, some of that into relabelled jars and gift boxes. One order changes base between its two runs,
 * one booking of the bad purée was a slip and is reversed: neither the second run nor that order is affected.
 */
export function planFoodStory(works: FoodWorks): void {
  const { isTainted: tainted, isClean: clean } = works;
  const plan = (date: string, time: string, act: () => void): void => works.plan(date, time, act);
  const bad = { supplier: badSupplierLot.supplier, supplierLot: badSupplierLot.lot };
  const badPuree = (quantity: number) => ({ quantity, accept: tainted });
  const goodPuree = (quantity: number) => ({ quantity, accept: clean });

  plan('2026-05-18', '09:10', () => receiveNamed(works, 'APR-PUREE', { ...bad, quantity: 1284 }));
  plan('2026-05-27', '07:25', () => receiveNamed(works, 'APR-PUREE', { ...bad, quantity: 900 }));

  plan('2026-05-20', '07:40', () => makeApricotBase(works, [badPuree(640)]));
  plan('2026-05-25', '07:40', () => makeApricotBase(works, [goodPuree(640)]));
  plan('2026-05-25', '08:50', () => makeRaspberryPreserve(works, 1));
  plan('2026-05-26', '08:20', () => makeApricotPreserve(works, [() => true]));
  plan('2026-05-27', '07:50', () => makeApricotBase(works, [badPuree(640)]));
  plan('2026-05-27', '16:20', () => writeOffResidue(works));
  plan('2026-05-28', '08:10', () => makeApricotPreserve(works, [tainted, clean]));
  plan('2026-05-28', '10:20', () => returnBase(works));
  plan('2026-05-28', '10:40', () => makeNectar(works, tainted));
  plan('2026-06-03', '07:40', () => makeApricotBase(works, [goodPuree(640)], { slip: badPuree(200) }));
  plan('2026-06-12', '08:30', () => relabel(works, 240, tainted));
  plan('2026-06-12', '09:50', () => makeGiftBoxes(works, 96, tainted));
  plan('2026-06-15', '07:40', () => makeApricotBase(works, [badPuree(640)]));
  plan('2026-06-15', '08:50', () => makeRaspberryPreserve(works, 1));
  plan('2026-06-24', '07:40', () => makeApricotBase(works, [badPuree(100), goodPuree(540)]));
  plan('2026-06-29', '13:30', () => leaveInProcess(works, badPuree(90)));
  plan('2026-06-29', '08:50', () => makeRaspberryPreserve(works, 1));
  plan('2026-06-29', '15:30', () => stageForMorning(works));
  plan(foodDays.last, '00:15', () => setOutForMorning(works));

  plan('2026-06-19', '16:20', () => loseJars(works));
  plan('2026-06-25', '10:20', () => {
    takeBack(works, { product: 'JAM-APR', accept: tainted, quantity: 24, reason: 'Complaint: hard particle in a jar' });
  });
  planOrdinaryTrouble(works);
}

/** What happens in any plant in half a year: rejected deliveries, breakage, returns, and one slip at the loading bay. */
function planOrdinaryTrouble(works: FoodWorks): void {
  const { book, isClean: clean } = works;
  const rejected: [date: string, product: string, supplier: string, reason: string][] = [
    ['2026-02-10', 'JAR-340', 'S-GLASHUETTE', 'Chips at the rim of jars'],
    ['2026-04-14', 'RAS-FROZEN', 'S-BEERENHOF', 'Mould count above limit'],
    ['2026-06-05', 'LID-82', 'S-CAPWELL', 'Compound ring incomplete'],
  ];
  for (const [date, product, supplier, rejectFor] of rejected) {
    works.plan(date, '09:50', () => receiveNamed(works, product, { supplier, rejectFor }));
  }
  const broken: [date: string, product: string][] = [
    ['2026-01-22', 'JAM-APR'],
    ['2026-02-19', 'NEC-APR'],
    ['2026-03-26', 'JAM-RAS'],
    ['2026-04-23', 'NEC-APR'],
    ['2026-05-12', 'JAM-APR'],
    ['2026-06-09', 'JAM-APR'],
  ];
  for (const [date, product] of broken) works.plan(date, '13:50', () => scrapBroken(works, product));

  const returned: [date: string, product: string, quantity: number, reason: string, fate: 'A' | 'R'][] = [
    ['2026-02-05', 'JAM-APR', 36, 'Delivered twice', 'A'],
    ['2026-03-18', 'JAM-RAS', 24, 'Damaged in transit', 'R'],
    ['2026-04-16', 'NEC-APR', 48, 'Refused: wrong article ordered', 'A'],
    ['2026-05-13', 'JAM-RAS', 12, 'Labels scuffed', 'R'],
  ];
  for (const [date, product, quantity, reason, fate] of returned) {
    works.plan(date, '10:40', () => {
      const lot = takeBack(works, { product, accept: clean, quantity, reason });
      book.wait(90);
      settleReturn(works, { product, lot, quantity, fate });
    });
  }
  planDueDates(works);
  // Staged a day before it expires, collected after the weekend: the one finding of the plant.
  const forgotten = { product: 'JAM-RAS', lot: 'JS-0733', quantity: 48 };
  works.plan('2026-03-11', '15:30', () => {
    const ends = { from: 'DRY', to: 'LOADING', statusFrom: 'A', status: 'A' };
    book.post({
      kind: 'transfer',
      document: book.next('TR-', 4, 601),
      ...forgotten,
      ...ends,
      reason: 'Pallet found in the dry store',
    });
  });
  works.plan('2026-03-16', '09:20', () => {
    book.post({
      kind: 'shipment',
      document: book.next('DN-', 4, 7001),
      ...forgotten,
      from: 'LOADING',
      statusFrom: 'A',
      partner: 'C-108',
    });
  });
}

/** Two lots that the daily jobs find due: one that expires while it waits in quarantine, one to be tested again. */
function planDueDates(works: FoodWorks): void {
  const { book } = works;
  book.plan('2026-06-09', '10:30', () => {
    const dates = { manufactured_on: '2025-12-30', expires_on: '2026-06-29', retest_on: '' };
    receiveNamed(works, 'RAS-FROZEN', { supplier: 'S-BEERENHOF', quantity: 120, dates, awaitsResult: true });
  });
  book.plan('2026-03-24', '10:30', () => {
    const dates = { manufactured_on: '2025-12-30', expires_on: '2027-06-30', retest_on: '2026-06-28' };
    receiveNamed(works, 'PECTIN', { supplier: 'S-GELWORKS', quantity: 25, dates });
  });
}

/** Base that was weighed out for the first run and went back to its tank. */
function returnBase(works: FoodWorks): void {
  const { book } = works;
  const used = book.lastPosted(
    'consumption',
    (row) => row.product === 'APR-BASE' && row.run === '1' && row.quantity > 100,
  );
  if (used === undefined) throw new RangeError(`${book.today}: no base was used`);
  const { document, product, lot = '', workOrder = '', run = '', equipment = '' } = used;
  const goods = { product, lot, quantity: 15, to: 'TANKS', status: 'A', workOrder, run, equipment };
  book.post({ kind: 'production-return', document, ...goods, reason: 'Weighed out and not used' });
}

/** What is left in the drums when they are called empty. */
function writeOffResidue(works: FoodWorks): void {
  const { book } = works;
  for (const { product, lot, place, quantity } of book.usable(
    'APR-PUREE',
    (line) => works.isTainted(line) && line.quantity < 10,
  )) {
    book.post({
      kind: 'adjustment',
      document: book.next('CT-', 4, 811),
      product,
      lot,
      quantity,
      from: place,
      statusFrom: 'A',
      reason: 'Residue in emptied drums',
    });
  }
}

function loseJars(works: FoodWorks): void {
  const { book } = works;
  const line = book.usable('JAM-APR', (each) => works.isTainted(each) && each.quantity > 100)[0];
  if (line === undefined) throw new RangeError('no affected preserve in stock');
  const { product, lot, place } = line;
  book.post({
    kind: 'adjustment',
    document: book.next('CT-', 4, 811),
    product,
    lot,
    quantity: 18,
    from: place,
    statusFrom: 'A',
    reason: '',
  });
}

function scrapBroken(works: FoodWorks, product: string): void {
  const { book, chance } = works;
  const line = book.usable(product, (each) => each.place === 'FINISHED')[0];
  if (line === undefined) return;
  const quantity = Math.min(chance.between(4, 14), line.quantity);
  book.post({
    kind: 'scrap',
    document: book.next('SC-', 4, 91),
    product,
    lot: line.lot,
    quantity,
    from: 'FINISHED',
    statusFrom: 'A',
    reason: 'Broken in the store',
  });
}

function settleReturn(
  works: FoodWorks,
  goods: { product: string; lot: string; quantity: number; fate: 'A' | 'R' },
): void {
  const { book } = works;
  const { product, lot, quantity, fate } = goods;
  const reason = fate === 'A' ? 'Unopened and undamaged' : 'Not fit for sale';
  changeStatus(works, { product, lot, from: 'Q', to: fate, document: book.next('QC-', 4, 5001), reason });
  if (fate === 'A') {
    const ends = { from: 'QUARANTINE', to: 'FINISHED', statusFrom: 'A', status: 'A' };
    book.post({ kind: 'transfer', document: book.next('TR-', 4, 601), product, lot, quantity, ...ends });
  } else {
    book.post({
      kind: 'scrap',
      document: book.next('SC-', 4, 91),
      product,
      lot,
      quantity,
      from: 'QUARANTINE',
      statusFrom: 'R',
      reason,
    });
  }
}

/** Affected nectar stands in the loading bay when the news comes. */
function stageForMorning(works: FoodWorks): void {
  const { book } = works;
  const document = book.next('TR-', 4, 601);
  const stock = book.usable('NEC-APR', (line) => line.place === 'FINISHED' && works.isTainted(line));
  for (const { product, lot, quantity } of book.share(stock, 240)) {
    const ends = { from: 'FINISHED', to: 'LOADING', statusFrom: 'A', status: 'A' };
    book.post({ kind: 'transfer', document, product, lot, quantity, ...ends, reason: 'Staged for the next lorry' });
  }
}

/** The late shift sets out fruit and jars for the morning. */
function setOutForMorning(works: FoodWorks): void {
  const { book } = works;
  const document = book.next('TR-', 4, 601);
  for (const [product, quantity] of [
    ['RAS-FROZEN', 190],
    ['JAR-340', 1000],
  ] as const) {
    for (const { lot, place, quantity: part } of book.share(
      book.usable(product, (line) => line.place !== 'LINE1'),
      quantity,
    )) {
      const ends = { from: place, to: 'LINE1', statusFrom: 'A', status: 'A' };
      book.post({
        kind: 'transfer',
        document,
        product,
        lot,
        quantity: part,
        ...ends,
        reason: 'Set out for the early shift',
      });
    }
  }
}
