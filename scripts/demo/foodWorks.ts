import { PlantBook, type PostedMovement, type StockLine } from './plantBook.ts';
import { type Chance, seededChance } from './random.ts';

/** First working day and the plant's "today"; the story's dates lie between. */
export const foodDays = { first: '2026-01-05', last: '2026-06-30' };

/** The supplier's lot that turns out bad. */
export const badSupplierLot = { supplier: 'S-VERDANNE', lot: 'VE-66318' };

/** The food plant while it is made up: its books, its chance, and which of its lots hold the bad purée. */
export class FoodWorks {
  readonly book = new PlantBook({ firstDay: foodDays.first, idPrefix: 'HF-' });
  readonly chance: Chance;
  /** Lots with bad purée in them, by product and lot: needed to steer the story, never written. */
  readonly #tainted = new Set<string>();

  constructor(seed: number) {
    this.chance = seededChance(seed);
  }

  taint(product: string, lot: string): void {
    this.#tainted.add(`${product}|${lot}`);
  }

  isTainted = (line: { product: string; lot: string }): boolean => this.#tainted.has(`${line.product}|${line.lot}`);
  isClean = (line: { product: string; lot: string }): boolean => !this.isTainted(line);

  /** Runs an act on a day at a clock time. */
  plan(date: string, time: string, act: () => void): void {
    this.book.plan(date, time, act);
  }
}

/** One run of a work order while its rows are booked. */
export type RunOfOrder = { workOrder: string; run: string; equipment: string };

export type Ingredient = {
  product: string;
  quantity: number;
  accept?: (line: StockLine) => boolean;
  /** Booked on the order as a whole, not on one of its runs. */
  forWholeOrder?: boolean;
};

/** Books what a run uses, and answers whether bad purée went in, and the rows. */
export function consume(
  works: FoodWorks,
  order: RunOfOrder,
  ingredients: Ingredient[],
): { tainted: boolean; rows: PostedMovement[] } {
  const { book } = works;
  const rows: PostedMovement[] = [];
  let tainted = false;
  for (const { product, quantity, accept, forWholeOrder } of ingredients) {
    for (const line of book.share(book.usable(product, accept), quantity)) {
      rows.push(
        book.post({
          kind: 'consumption',
          document: order.workOrder,
          product,
          lot: line.lot,
          quantity: line.quantity,
          from: line.place,
          statusFrom: line.status,
          workOrder: order.workOrder,
          ...(forWholeOrder === true ? {} : { run: order.run }),
          equipment: order.equipment,
        }),
      );
      if (works.isTainted(line)) tainted = true;
    }
    book.wait(works.chance.between(1, 4));
  }
  return { tainted, rows };
}

export type Output = { product: string; lot: string; quantity: number; to: string; status: string; tainted: boolean };

/** Books what a run made. */
export function produce(works: FoodWorks, order: RunOfOrder, { tainted, ...output }: Output): void {
  works.book.post({
    kind: 'output',
    document: order.workOrder,
    ...output,
    workOrder: order.workOrder,
    run: order.run,
    equipment: order.equipment,
  });
  if (tainted) works.taint(output.product, output.lot);
}

/** Changes the status of everything a lot has in one status, place by place. */
export function changeStatus(
  works: FoodWorks,
  change: { product: string; lot: string; from: string; to: string; document: string; reason: string },
): void {
  for (const line of works.book.stockOf(change.product)) {
    if (line.lot !== change.lot || line.status !== change.from) continue;
    works.book.post({
      kind: 'status',
      document: change.document,
      product: line.product,
      lot: line.lot,
      quantity: line.quantity,
      from: line.place,
      to: line.place,
      statusFrom: change.from,
      status: change.to,
      reason: change.reason,
    });
  }
}
