import { foodPartners } from './foodMaster.ts';
import type { FoodWorks } from './foodWorks.ts';

const feedCustomer = 'C-120';
const shops = foodPartners
  .filter((partner) => partner['kind'] === 'customer' && partner['code'] !== feedCustomer)
  .map((partner) => partner['code'] ?? '');

/** Above this stock the sales office offers a product by the pallet. */
const plenty = 2600;

export type DeliveryLine = { product: string; lot: string; quantity: number };

/** Ships goods under one delivery note; most are staged in the loading bay first. */
export function ship(works: FoodWorks, customer: string, lines: DeliveryLine[]): void {
  const { book } = works;
  if (lines.length === 0) return;
  const isStaged = works.chance.percent(70);
  if (isStaged) {
    const staging = book.next('TR-', 4, 601);
    for (const line of lines) {
      book.post({
        kind: 'transfer',
        document: staging,
        ...line,
        from: 'FINISHED',
        to: 'LOADING',
        statusFrom: 'A',
        status: 'A',
      });
    }
    book.wait(works.chance.between(18, 40));
  }
  const document = book.next('DN-', 4, 7001);
  for (const line of lines) {
    book.post({
      kind: 'shipment',
      document,
      ...line,
      from: isStaged ? 'LOADING' : 'FINISHED',
      statusFrom: 'A',
      partner: customer,
    });
  }
}

/** A day's delivery to a customer: one or two products, whole cases of twelve, oldest first. */
export function deliver(works: FoodWorks): void {
  const { book, chance } = works;
  const customer = chance.pick(shops);
  const first = pickProduct(works);
  const second = chance.percent(40) ? pickProduct(works) : first;
  const lines = [...new Set([first, second])].flatMap((product) => {
    const stock = book.usable(product, (line) => line.place === 'FINISHED');
    const held = stock.reduce((sum, line) => sum + line.quantity, 0);
    const cases =
      product === 'GIFT-3' ? chance.between(2, 7) : held > plenty ? chance.between(50, 110) : chance.between(14, 42);
    const quantity = Math.min(cases * 12, Math.floor(held / 12) * 12);
    if (quantity === 0) return [];
    return book.share(stock, quantity).map(({ lot, quantity: part }) => ({ product, lot, quantity: part }));
  });
  ship(works, customer, lines);
}

function pickProduct(works: FoodWorks): string {
  const draw = works.chance.between(1, 100);
  if (draw <= 44) return 'JAM-APR';
  if (draw <= 76) return 'JAM-RAS';
  return draw <= 94 ? 'NEC-APR' : 'GIFT-3';
}

/** The week's pulp goes to a farm as feed, straight from the tank room. */
export function deliverPulp(works: FoodWorks): void {
  const { book } = works;
  const lines = book.usable('PULP');
  if (lines.length === 0) return;
  const document = book.next('DN-', 4, 7001);
  for (const { product, lot, place, quantity } of lines) {
    book.post({
      kind: 'shipment',
      document,
      product,
      lot,
      quantity,
      from: place,
      statusFrom: 'A',
      partner: feedCustomer,
    });
  }
}

/** Takes goods of an earlier shipment back into quarantine. */
export function takeBack(
  works: FoodWorks,
  options: {
    product: string;
    accept: (line: { product: string; lot: string }) => boolean;
    quantity: number;
    reason: string;
  },
): string {
  const { book } = works;
  const shipped = book.lastPosted(
    'shipment',
    (row) =>
      row.product === options.product &&
      row.quantity > 5 * options.quantity &&
      options.accept({ product: row.product, lot: row.lot ?? '' }),
  );
  if (shipped === undefined) throw new RangeError(`${book.today}: nothing of ${options.product} was shipped`);
  const { product, lot = '', partner = '' } = shipped;
  const document = book.next('RT-', 4, 151);
  book.post({
    kind: 'customer-return',
    document,
    product,
    lot,
    quantity: options.quantity,
    to: 'QUARANTINE',
    status: 'Q',
    partner,
    reason: `${options.reason} (${shipped.document})`,
  });
  return lot;
}
