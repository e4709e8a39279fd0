import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { seededRandom } from './chance.ts';

/**
 * A plant of many lots whose quantities balance: twelve levels from raw goods to finished ones, 30 % of the
 * lots finished, raw lots bought in bulk that go into thousands of orders, heels (the rest of a tank goes into
 * the next lot of it), rework, and lots topped up from themselves, which are true cycles.
 */
export type Generated = {
  folder: string;
  lots: number;
  movements: number;
  /** Lots to ask about: product and number. */
  deepest: Named;
  narrow: Named;
  wide: Named;
};
export type Named = { product: string; lot: string };

type Stock = { lot: string; product: string; level: number; left: number };

const levels = 12;
const customers = 400;
const suppliers = 120;
const perLevel = 8;
const startAt = Date.UTC(2024, 0, 1);

export async function generatePlant(folder: string, lots: number, seed: number): Promise<Generated> {
  await mkdir(folder, { recursive: true });
  await writeMasters(folder);
  const file = createWriteStream(join(folder, 'movements.csv'));
  const plant = new Plant(lots, seed);
  const header = 'at,kind,document,product,lot,quantity,from,to,status_from,status,work_order,run,partner,id\n';
  file.write(header);
  while (!plant.isDone()) if (!file.write(plant.nextRows())) await once(file, 'drain');
  file.end();
  await once(file, 'close');
  return { folder, lots: plant.lots, movements: plant.movements, ...plant.questions() };
}

async function writeMasters(folder: string): Promise<void> {
  const products = Array.from(
    { length: levels * perLevel },
    (_, i) => `P${pad(Math.floor(i / perLevel), 2)}-${i % perLevel},Product ${i},kg,mandatory,900`,
  );
  const partners = [
    ...Array.from({ length: suppliers }, (_, i) => `S${pad(i, 4)},Supplier ${i},supplier`),
    ...Array.from({ length: customers }, (_, i) => `C${pad(i, 4)},Customer ${i},customer`),
  ];
  await writeFile(
    join(folder, 'products.csv'),
    ['code,name,unit,lot_tracking,shelf_life_days', ...products, ''].join('\n'),
  );
  await writeFile(join(folder, 'partners.csv'), ['code,name,kind', ...partners, ''].join('\n'));
  await writeFile(
    join(folder, 'locations.csv'),
    'code,site,kind\nDOCK,MAIN,dock\nSTORE,MAIN,storage\nSHIP,MAIN,shipping\n',
  );
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Writes the rows of one event after another: a receipt, or a work order with what follows it. */
class Plant {
  lots = 0;
  movements = 0;
  readonly #wanted: number;
  readonly #random: () => number;
  /** Lots with something left, newest last, by level. */
  readonly #stock: Stock[][] = Array.from({ length: levels }, () => []);
  #bulk: Stock[] = [];
  #salt: Stock | undefined;
  readonly #tanks = new Map<string, Stock>();
  #orders = 0;
  #documents = 0;
  #seconds = 0;
  #rows: string[] = [];
  #deepest: Named = { product: '', lot: '' };
  #narrow: Named = { product: '', lot: '' };
  #wide: Named | undefined;

  constructor(wanted: number, seed: number) {
    this.#wanted = wanted;
    this.#random = seededRandom(seed);
  }

  isDone(): boolean {
    return this.lots >= this.#wanted;
  }

  questions(): { deepest: Named; narrow: Named; wide: Named } {
    return { deepest: this.#deepest, narrow: this.#narrow, wide: this.#wide ?? this.#deepest };
  }

  /** The rows of the next few events. */
  nextRows(): string {
    this.#rows = [];
    for (let event = 0; event < 200 && !this.isDone(); event += 1) {
      const level = this.#nextLevel();
      if (level === 0) this.#receive();
      else this.#produce(level);
    }
    return this.#rows.join('');
  }

  #nextLevel(): number {
    const draw = this.#random();
    if (draw < 0.25 || this.#stock[0]?.length === 0) return 0;
    const level = draw < 0.55 ? levels - 1 : 1 + this.#below(levels - 2);
    return this.#stock[level - 1]?.length === 0 ? this.#lowestWithout() : level;
  }

  #lowestWithout(): number {
    const empty = this.#stock.findIndex((lots) => lots.length === 0);
    return Math.max(0, empty);
  }

  #receive(): void {
    const isBulk = this.#below(400) === 0 || this.#bulk.length < 4;
    const lot = this.#newLot(0, isBulk ? 50_000_000 : 800 + this.#below(800));
    this.#write('receipt', {
      document: `GRN-${pad(++this.#documents, 7)}`,
      lot,
      quantity: lot.left,
      to: 'A',
      partner: `S${pad(this.#below(suppliers), 4)}`,
    });
    if (isBulk) this.#bulk = [...this.#bulk.slice(-5), lot];
    else this.#keep(lot);
    // The first bulk lot lasts for ever: a little of it is nearly everywhere in the end.
    if (this.#salt === undefined) {
      this.#salt = lot;
      this.#wide = { product: lot.product, lot: lot.lot };
    }
  }

  #produce(level: number): void {
    const order = `WO-${pad(++this.#orders, 7)}`;
    const inputs = this.#below(3) + 1;
    for (let i = 0; i < inputs; i += 1) this.#consume(order, this.#pick(level - 1), 20 + this.#below(60));
    if (this.#below(5) === 0) this.#consume(order, this.#bulk[this.#below(this.#bulk.length)], 5 + this.#below(20));
    const lot = this.#newLot(level, 200 + this.#below(200));
    if (this.#below(300) === 0) this.#consume(order, this.#salt, 1);
    const tank = this.#tanks.get(lot.product);
    if (tank !== undefined && this.#below(25) === 0) this.#consume(order, tank, 10);
    if (this.#below(200) === 0) this.#consume(order, this.#pick(Math.min(levels - 1, level + 1)), 5);
    this.#write('output', { document: order, lot, quantity: lot.left, to: 'A', order });
    this.#tanks.set(lot.product, lot);
    this.#keep(lot);
    if (this.#below(300) === 0) this.#topUp(lot);
    if (level === levels - 1) this.#ship(lot);
    if (level === levels - 1) this.#deepest = { product: lot.product, lot: lot.lot };
    if (level === levels - 3 && this.lots < this.#wanted * 0.8) this.#narrow = { product: lot.product, lot: lot.lot };
  }

  /** Some of a lot is worked again and comes back into the same lot. */
  #topUp(lot: Stock): void {
    const order = `WO-${pad(++this.#orders, 7)}`;
    this.#consume(order, lot, 10);
    lot.left += 9;
    this.#write('output', { document: order, lot, quantity: 9, to: 'A', order });
  }

  #ship(lot: Stock): void {
    const deliveries = 1 + this.#below(2);
    for (let i = 0; i < deliveries; i += 1) {
      const quantity = Math.min(lot.left, 40 + this.#below(60));
      lot.left -= quantity;
      this.#write('shipment', {
        document: `DN-${pad(++this.#documents, 7)}`,
        lot,
        quantity,
        from: 'A',
        partner: `C${pad(this.#below(customers), 4)}`,
      });
    }
  }

  #consume(order: string, lot: Stock | undefined, wanted: number): void {
    if (lot === undefined) return;
    const quantity = Math.min(lot.left, wanted);
    if (quantity <= 0) return;
    lot.left -= quantity;
    this.#write('consumption', { document: order, lot, quantity, from: 'A', order });
  }

  /** One of the newest lots of a level that still has something left. */
  #pick(level: number): Stock | undefined {
    const lots = this.#stock[level];
    if (lots === undefined || lots.length === 0) return undefined;
    const at = Math.max(0, lots.length - 1 - this.#below(40));
    const lot = lots[at];
    if (lot !== undefined && lot.left < 5) lots.splice(at, 1);
    return lot;
  }

  #keep(lot: Stock): void {
    this.#stock[lot.level]?.push(lot);
  }

  #newLot(level: number, quantity: number): Stock {
    this.lots += 1;
    return {
      lot: `L-${pad(this.lots, 8)}`,
      product: `P${pad(level, 2)}-${this.#below(perLevel)}`,
      level,
      left: quantity,
    };
  }

  #write(
    kind: string,
    row: {
      document: string;
      lot: Stock;
      quantity: number;
      from?: string;
      to?: string;
      order?: string;
      partner?: string;
    },
  ): void {
    this.#seconds += 1 + this.#below(12);
    this.movements += 1;
    const at = new Date(startAt + this.#seconds * 1000).toISOString().slice(0, 19);
    const { document, lot, quantity, from = '', to = '', order = '', partner = '' } = row;
    const ends = `${from === '' ? '' : 'STORE'},${to === '' ? '' : 'STORE'},${from},${to}`;
    this.#rows.push(
      `${at}Z,${kind},${document},${lot.product},${lot.lot},${quantity},${ends},${order},${order === '' ? '' : '1'},${partner},M${pad(this.movements, 9)}\n`,
    );
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }
}
