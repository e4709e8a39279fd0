import { addDays } from '#shared/kernel/dates.ts';
import { daysBetween } from './calendar.ts';
import { addBoughtLot, newSupplierLot } from './foodReceipts.ts';
import { changeStatus, type FoodWorks } from './foodWorks.ts';

/** A count at the end of a month: a few lines differ, each difference with its reason. */
export function monthlyCount(works: FoodWorks): void {
  const { book, chance } = works;
  const document = book.next('CT-', 4, 811);
  const counted: [product: string, largest: number, reason: string][] = [
    ['SUGAR', 9, 'Weighing tolerance of the silo'],
    ['JAR-340', 24, 'Breakage not booked'],
    ['LID-82', 40, 'Count difference, sleeve short'],
    ['JAM-APR', 6, 'Count difference, half case found'],
  ];
  for (const [product, largest, reason] of counted) {
    const line = book.usable(product, works.isClean).at(-1);
    if (line === undefined || chance.percent(30)) continue;
    const quantity = Math.min(chance.between(2, largest), line.quantity);
    const isMore = chance.percent(25) || reason.endsWith('found');
    const end = isMore ? { to: line.place, status: line.status } : { from: line.place, statusFrom: line.status };
    book.post({ kind: 'adjustment', document, product, lot: line.lot, quantity, ...end, reason });
  }
}

/** Gives sugar that lies there without a lot its lot, by the delivery papers found later. */
export function assignSugar(works: FoodWorks): void {
  const { book } = works;
  const line = book.stockOf('SUGAR').find((each) => each.lot === '' && each.status === 'A' && each.quantity > 200);
  if (line === undefined) return;
  const lot = book.next('SU-', 4);
  const quantity = Math.floor(line.quantity / 2);
  book.post({
    kind: 'assign',
    document: book.next('AS-', 4, 11),
    product: 'SUGAR',
    lot,
    quantity,
    from: line.place,
    to: line.place,
    statusFrom: 'A',
    status: 'A',
    reason: 'Lot named from the delivery papers',
  });
  const supplierLot = newSupplierLot(works, 'S-RUEBE');
  // What lies there came weeks ago, and was made before it came.
  const dates = { manufactured_on: addDays(book.today, -60) };
  addBoughtLot(works, { product: 'SUGAR', lot, supplier: 'S-RUEBE', supplierLot, dates });
}

/** Scraps what has passed its expiry, when the cellar hand finds it. */
export function scrapExpired(works: FoodWorks, product: string): void {
  const { book } = works;
  for (const line of book.stockOf(product)) {
    const expiry = book.expiryOf(line);
    if (expiry === '' || daysBetween(expiry, book.today) < 3 || line.status !== 'A') continue;
    changeStatus(works, {
      product,
      lot: line.lot,
      from: 'A',
      to: 'R',
      document: book.next('QC-', 4, 5001),
      reason: 'Expired',
    });
    book.post({
      kind: 'scrap',
      document: book.next('SC-', 4, 91),
      product,
      lot: line.lot,
      quantity: line.quantity,
      from: line.place,
      statusFrom: 'R',
      reason: 'Expired',
    });
  }
}
