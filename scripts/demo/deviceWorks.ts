import { PlantBook, type StockLine } from './plantBook.ts';
import { type Chance, seededChance } from './random.ts';

/** First working day and the plant's "today"; the story's dates lie between. */
export const deviceDays = { first: '2026-03-30', last: '2026-06-30' };

/** The supplier's lot of capacitors that turns out bad. */
export const badCapacitors = { supplier: 'S-KONDOR', lot: 'KO-2208' };

/** Serials of a range, as a row names them. */
export const rangeText = (serials: string[]): string =>
  serials.length === 1 ? (serials[0] ?? '') : `${serials[0] ?? ''}..${serials.at(-1) ?? ''}`;

/** The device plant while it is made up: its books, its chance, and what holds the bad capacitors. */
export class DeviceWorks {
  readonly book = new PlantBook({ firstDay: deviceDays.first, idPrefix: 'NM-', serialsOnIssue: ['CHARGER'] });
  readonly chance: Chance;
  /** Boxes of mesh plates that the supplier still has to send: the prefixes of their serials. */
  readonly meshBoxes = ['A', 'B', 'C'];
  /** Lots and serials with bad capacitors in them: needed to steer the story, never written. */
  readonly #tainted = new Set<string>();

  constructor(seed: number) {
    this.chance = seededChance(seed);
  }

  taint(goods: { product: string; lot?: string; serial?: string }): void {
    this.#tainted.add([goods.product, goods.lot ?? '', goods.serial ?? ''].join('|'));
  }

  isTainted = (goods: { product: string; lot?: string; serial?: string }): boolean =>
    this.#tainted.has([goods.product, goods.lot ?? '', goods.serial ?? ''].join('|'));
  isClean = (goods: { product: string; lot?: string; serial?: string }): boolean => !this.isTainted(goods);
}

/** Moves a stock line to a place, or to a status, or takes it out, in a row like it. */
export const asRow = (line: StockLine) => ({
  product: line.product,
  lot: line.lot,
  sublot: line.sublot,
  serial: line.serial,
  quantity: line.quantity,
  from: line.place,
  statusFrom: line.status,
});
