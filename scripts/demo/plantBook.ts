import type { MovementKind } from '#shared/movements/vocabulary.ts';
import { clock, isoText, type LocalTime } from './calendar.ts';
import { csvText } from './csvText.ts';

/** One row of a master file: columns by name; what is left out is blank. */
export type Row = Record<string, string>;

export type Movement = {
  kind: MovementKind;
  document: string;
  product: string;
  /** In the product's unit, at most three decimals. */
  quantity: number;
  lot?: string;
  sublot?: string;
  serial?: string;
  from?: string;
  to?: string;
  statusFrom?: string;
  status?: string;
  workOrder?: string;
  run?: string;
  equipment?: string;
  partner?: string;
  unitCost?: string;
  reason?: string;
  /** The posted movement that this one undoes. */
  reverses?: PostedMovement;
};

export type PostedMovement = Movement & { at: LocalTime; line: number };

export type StockLine = {
  product: string;
  lot: string;
  sublot: string;
  serial: string;
  place: string;
  status: string;
  quantity: number;
};

const movementColumns = [
  ...[
    'at',
    'kind',
    'document',
    'line',
    'product',
    'lot',
    'sublot',
    'serial',
    'quantity',
    'from',
    'to',
    'status_from',
    'status',
  ],
  ...['work_order', 'run', 'equipment', 'partner', 'unit_cost', 'reason', 'id', 'reverses'],
];

/**
 * A plant's books while it is made up: an agenda of what happens when, the stock it leaves, and the rows
 * that tell it. Time never runs backwards, so that every row can rely on the stock of the rows before it.
 */
export class PlantBook {
  readonly lots: Row[] = [];
  readonly serialLinks: Row[] = [];
  #now: LocalTime;
  readonly #idPrefix: string;
  readonly #agenda: { time: LocalTime; order: number; act: () => void }[] = [];
  readonly #posted: PostedMovement[] = [];
  readonly #stock = new Map<string, StockLine>();
  readonly #expiries = new Map<string, string>();
  readonly #linesOf = new Map<string, number>();
  readonly #counters = new Map<string, number>();
  #planned = 0;

  /** Products whose serials are named when they leave: their stock is kept without them. */
  readonly #serialsOnIssue: readonly string[];

  constructor(options: { firstDay: string; idPrefix: string; serialsOnIssue?: string[] }) {
    this.#now = { date: options.firstDay, minute: 0 };
    this.#idPrefix = options.idPrefix;
    this.#serialsOnIssue = options.serialsOnIssue ?? [];
  }

  get today(): string {
    return this.#now.date;
  }

  /** Puts an act on the agenda, at a clock time such as "07:30". */
  plan(date: string, time: string, act: () => void): void {
    this.#planned += 1;
    this.#agenda.push({ time: { date, minute: clock(time) }, order: this.#planned, act });
  }

  /** Puts an act on the agenda, so many minutes from now. */
  after(minutes: number, act: () => void): void {
    this.#planned += 1;
    this.#agenda.push({ time: { date: this.today, minute: this.#now.minute + minutes }, order: this.#planned, act });
  }

  /** Lets everything on the agenda happen in its order, what is planned meanwhile included, up to a moment. */
  run(until: { date: string; time: string }): void {
    const end = { date: until.date, minute: clock(until.time) };
    for (;;) {
      this.#agenda.sort((a, b) => compareTimes(a.time, b.time) || a.order - b.order);
      const entry = this.#agenda.shift();
      if (entry === undefined || compareTimes(entry.time, end) > 0) return;
      if (compareTimes(entry.time, this.#now) > 0) this.#now = entry.time;
      entry.act();
    }
  }

  /** Lets minutes pass before the next row. */
  wait(minutes: number): void {
    this.#now = { date: this.#now.date, minute: this.#now.minute + minutes };
  }

  /** The next number of a series: `next('R', 4)` answers R0001, R0002 … */
  next(prefix: string, width: number, first = 1): string {
    const count = this.#counters.get(prefix) ?? first;
    this.#counters.set(prefix, count + 1);
    return prefix + String(count).padStart(width, '0');
  }

  /** Books a movement at the present moment; throws when the stock does not allow it. */
  post(movement: Movement): PostedMovement {
    const line = (this.#linesOf.get(movement.document) ?? 0) + 1;
    this.#linesOf.set(movement.document, line);
    const posted: PostedMovement = { ...movement, at: this.#now, line };
    const { from, to, statusFrom = '', status = '' } = movement;
    for (const unit of this.#unitsOf(movement)) {
      if (from !== undefined)
        this.#change(posted, {
          ...this.#takenFrom(posted, { ...unit, place: from, status: statusFrom }),
          quantity: -unit.quantity,
        });
      if (to !== undefined) this.#change(posted, { ...unit, place: to, status });
    }
    this.#posted.push(posted);
    return posted;
  }

  /** Undoes a posted movement by its mirror image. */
  reverse(original: PostedMovement, reason: string): void {
    const { from, to, statusFrom, status, at: _at, line: _line, ...rest } = original;
    this.post({
      ...rest,
      ...(to === undefined ? {} : { from: to, statusFrom: status ?? '' }),
      ...(from === undefined ? {} : { to: from, status: statusFrom ?? '' }),
      reason,
      reverses: original,
    });
  }

  /** Stock of a product that may be used today: status A and not expired, oldest expiry and lot first. */
  usable(product: string, accept: (line: StockLine) => boolean = () => true): StockLine[] {
    return this.stockOf(product).filter((line) => {
      const expiry = this.expiryOf(line);
      return line.status === 'A' && (expiry === '' || expiry >= this.today) && accept(line);
    });
  }

  /** All stock of a product, oldest expiry first, then by lot, sublot, serial and place. */
  stockOf(product: string): StockLine[] {
    const key = (line: StockLine): string =>
      [this.expiryOf(line) || '9999', line.lot, line.sublot, line.serial, line.place, line.status].join('|');
    return [...this.#stock.values()]
      .filter((line) => line.product === product && line.quantity > 0)
      .toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  }

  expiryOf(line: { product: string; lot: string; sublot: string }): string {
    return this.#expiries.get([line.product, line.lot, line.sublot].join('|')) ?? '';
  }

  addLot(lot: Row): void {
    this.lots.push(lot);
    this.noteExpiry(lot['product'] ?? '', lot['lot'] ?? '', lot['sublot'] ?? '', lot['expires_on'] ?? '');
  }

  /** Remembers the expiry of a lot that the lots file leaves to be derived. */
  noteExpiry(product: string, lot: string, sublot: string, expiresOn: string): void {
    this.#expiries.set([product, lot, sublot].join('|'), expiresOn);
  }

  /** The latest row of a kind that fits. */
  lastPosted(kind: MovementKind, accept: (row: PostedMovement) => boolean): PostedMovement | undefined {
    return this.#posted.findLast((row) => row.kind === kind && accept(row));
  }

  /** Shares a quantity out over stock lines; throws when they do not hold enough. */
  share(lines: StockLine[], quantity: number): StockLine[] {
    const shares: StockLine[] = [];
    let left = quantity;
    for (const line of lines) {
      if (left <= 0) break;
      const part = Math.min(left, line.quantity);
      shares.push({ ...line, quantity: part });
      left = round(left - part);
    }
    if (left > 0)
      throw new RangeError(`${this.today}: ${left} short of ${quantity} ${lines[0]?.product ?? '(no stock)'}`);
    return shares;
  }

  movementsText(): string {
    const idOf = new Map(this.#posted.map((row, index) => [row, this.#idPrefix + String(index + 1).padStart(5, '0')]));
    const rows = this.#posted.map((row) => ({
      at: isoText(row.at),
      kind: row.kind,
      document: row.document,
      line: String(row.line),
      product: row.product,
      lot: row.lot ?? '',
      sublot: row.sublot ?? '',
      serial: row.serial ?? '',
      quantity: String(round(row.quantity)),
      from: row.from ?? '',
      to: row.to ?? '',
      status_from: row.statusFrom ?? '',
      status: row.status ?? '',
      work_order: row.workOrder ?? '',
      run: row.run ?? '',
      equipment: row.equipment ?? '',
      partner: row.partner ?? '',
      unit_cost: row.unitCost ?? '',
      reason: row.reason ?? '',
      id: idOf.get(row) ?? '',
      reverses: row.reverses === undefined ? '' : (idOf.get(row.reverses) ?? ''),
    }));
    return csvText(movementColumns, rows);
  }

  /** The stock lines' units that a row speaks of: one for each serial of a range. */
  #unitsOf({ product, lot = '', sublot = '', serial = '', quantity }: Movement): Omit<StockLine, 'place' | 'status'>[] {
    if (serial === '' || this.#serialsOnIssue.includes(product))
      return [{ product, lot, sublot, serial: '', quantity }];
    return serialsOf(serial).map((each) => ({ product, lot, sublot, serial: each, quantity: 1 }));
  }

  /** Put-away and assign name goods that lay there without a number: then those are what is taken. */
  #takenFrom(row: Movement, line: StockLine): StockLine {
    const names = row.kind === 'assign' || (row.kind === 'put-away' && !this.#stock.has(keyOf(line)));
    return names ? { ...line, lot: '', sublot: '', serial: '' } : line;
  }

  #change(row: PostedMovement, { quantity, ...line }: StockLine): void {
    const key = keyOf(line);
    const left = round((this.#stock.get(key)?.quantity ?? 0) + quantity);
    if (left < 0) throw new RangeError(`${isoText(row.at)} ${row.kind} ${row.document}: ${key} would fall to ${left}`);
    if (left === 0) this.#stock.delete(key);
    else this.#stock.set(key, { ...line, quantity: left });
  }
}

/** The serials of a range such as A0001..A0100, or the one serial itself. */
export function serialsOf(text: string): string[] {
  const [first = '', last] = text.split('..');
  if (last === undefined) return [first];
  const digits = /\d+$/.exec(first)?.[0] ?? '';
  const prefix = first.slice(0, first.length - digits.length);
  const count = Number(last.slice(prefix.length)) - Number(digits) + 1;
  return Array.from(
    { length: count },
    (_, index) => prefix + String(Number(digits) + index).padStart(digits.length, '0'),
  );
}

const keyOf = (line: Omit<StockLine, 'quantity'>): string =>
  [line.product, line.lot, line.sublot, line.serial, line.place, line.status].join('|');

/** Thousandths are the finest quantity of the demo plants. */
export const round = (quantity: number): number => Math.round(quantity * 1000) / 1000;

const compareTimes = (a: LocalTime, b: LocalTime): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.minute - b.minute;
