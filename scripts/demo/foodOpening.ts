import { addDays } from '#shared/kernel/dates.ts';
import { foodProducts } from './foodMaster.ts';
import type { FoodWorks } from './foodWorks.ts';

/** What lay in the stores when the records begin. */
export function takeOverStock(works: FoodWorks): void {
  const { book } = works;
  const opening = [
    { product: 'APR-PUREE', lot: 'AP-0009', quantity: 1400, to: 'COLD', cost: '1.88', age: 30 },
    { product: 'RAS-FROZEN', lot: 'RF-0007', quantity: 900, to: 'COLD', cost: '3.79', age: 60 },
    { product: 'APP-CONC', lot: 'AC-0004', quantity: 260, to: 'COLD', cost: '1.45', age: 20 },
    { product: 'SUGAR', lot: '', quantity: 1900, to: 'DRY', cost: '0.73', age: 0 },
    { product: 'PECTIN', lot: 'PE-0002', quantity: 60, to: 'DRY', cost: '11.4', age: 40 },
    { product: 'JAR-340', lot: 'JR-0018', quantity: 9200, to: 'DRY', cost: '0.165', age: 25 },
    { product: 'LID-82', lot: 'LD-0011', quantity: 11000, to: 'DRY', cost: '0.07', age: 35 },
    { product: 'BTL-750', lot: 'BT-0006', quantity: 3400, to: 'DRY', cost: '0.22', age: 28 },
    { product: 'GLUE', lot: '', quantity: 24, to: 'DRY', cost: '4.05', age: 0 },
    { product: 'JAM-APR', lot: 'JA-0981', quantity: 1440, to: 'FINISHED', cost: '1.22', age: 15 },
    { product: 'JAM-RAS', lot: 'JS-0733', quantity: 48, to: 'DRY', cost: '1.39', age: 474 },
    { product: 'JAM-RAS', lot: 'JS-0752', quantity: 1920, to: 'FINISHED', cost: '1.4', age: 18 },
    { product: 'NEC-APR', lot: 'NA-0415', quantity: 720, to: 'FINISHED', cost: '1.3', age: 21 },
  ];
  for (const { cost, age, ...goods } of opening) {
    book.post({
      kind: 'opening',
      document: 'OP-0001',
      ...goods,
      status: 'A',
      unitCost: cost,
      reason: 'Stock taken over',
    });
    if (goods.lot === '') continue;
    const shelfLife = Number(
      foodProducts.find((product) => product['code'] === goods.product)?.['shelf_life_days'] ?? 0,
    );
    const made = addDays(book.today, -age);
    book.addLot({
      product: goods.product,
      lot: goods.lot,
      manufactured_on: made,
      expires_on: shelfLife === 0 ? '' : addDays(made, shelfLife),
      reference: 'Taken over',
    });
  }
}
