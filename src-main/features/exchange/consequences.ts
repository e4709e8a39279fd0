import { inEnglish, type Message, msg } from '#shared/kernel/message.ts';
import { type ExportFile, exportFiles } from '#shared/exchange/columns.ts';
import type { Fault } from '#shared/exchange/contract.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import type { IssueFound } from './import/issueLog.ts';
import type { FaultyRow } from './read/protocol.ts';
import { GoodsOfRows } from './goodsOfRows.ts';
import { goodsKey, idMark, lotOfGoods, productOfGoods } from './read/goods.ts';
import type { RowsEvent } from './read/readExport.ts';

/** A fault others follow from: its place, and how many rows could not be judged because of it. */
type Cause = { file: string; row: number; unjudged: number };
/** What an unknown code may be the code of, and what a row wants to undo. */
type More = Pick<IssueFound, 'near' | 'undoes' | 'short'>;
type Place = Pick<Fault, 'file' | 'row' | 'code'> & Partial<Pick<Fault, 'column'>> & More;
/** Files whose records other rows name. */
export type Named = 'products' | 'partners' | 'locations';

/** Faults of a movement that may only mean that an earlier one is missing. */
const mayFollow: readonly ErrorCode[] = ['INSUFFICIENT_QTY', 'SERIAL_IN_USE'];

/**
 * Separates the causes of an import's faults from what follows from them: a row that names a record with a fault, and
 * stock that is short because a movement before it could not be read. Only causes are reported, each with the number
 * of rows that could not be judged because of it.
 */
export class Consequences {
  readonly #isStored: (file: Named, code: string) => boolean;
  readonly #names = new Map<ExportFile, string>();
  readonly #faulty = new Map<ExportFile, Map<string, Cause>>();
  /** Files that may have held anything. */
  readonly #broken = new Map<ExportFile, Cause>();
  /** Goods with a movement that was not imported, by the cause of the first; "" means all goods. */
  readonly #goods = new Map<string, Cause>();
  /** The same by the lot alone, where nobody knows of which product it is. */
  readonly #lots = new Map<string, Cause>();
  /** And of goods of which nobody knows the product, and that have no lot. */
  #unnamed: Cause | undefined;
  readonly #serials = new Map<number, Cause>();
  /** The same for any goods of a product, and for goods without a readable serial, by their direction. */
  readonly #products = new Map<string, Cause>();
  readonly #unnamedIn = new Map<string, Cause>();
  readonly #unnamedOut = new Map<string, Cause>();
  /** Rows that were not imported, by the marks of their ids; null stands for those whose id nobody knows. */
  readonly #lost = new Map<number | null, Cause>();
  readonly #goodsOfRows = new GoodsOfRows();
  #source: Cause | undefined;

  /** `isStored` tells whether the store knows a code by now: then what names it is judged by that. */
  constructor(isStored: (file: Named, code: string) => boolean) {
    this.#isStored = isStored;
  }

  /** What is wrong with the export as a whole: a file that does not come may be missing because of it. */
  addSource([fault]: readonly Fault[]): void {
    if (fault !== undefined) this.#source ??= { file: fault.file, row: fault.row, unjudged: 0 };
  }

  /** A file begins. Answers the files before it that are missing because of a fault of the whole, perhaps. */
  open(file: ExportFile, name: string): ExportFile[] {
    this.#names.set(file, name);
    const source = this.#source;
    if (source === undefined) return [];
    const missing = exportFiles.slice(0, exportFiles.indexOf(file)).filter((before) => !this.#names.has(before));
    for (const before of missing) this.#broken.set(before, source);
    return missing;
  }

  /** A file ends. */
  close(
    file: ExportFile,
    { faulty, faults, isComplete }: { faulty: FaultyRow[]; faults: Fault[]; isComplete: boolean },
  ): void {
    const name = this.#names.get(file) ?? file;
    if (faulty.length > 0)
      this.#faulty.set(file, new Map(faulty.map(({ row, key }) => [key, { file: name, row, unjudged: 0 }])));
    const [first] = faults;
    if (!isComplete && first !== undefined)
      this.#broken.set(file, {
        file: name,
        row: faults.findLast(({ row }) => row === 1)?.row ?? first.row,
        unjudged: 0,
      });
    if (file === 'movements')
      for (const { row, key, serial = 0, id = 0 } of faulty) {
        const cause = { file: name, row, unjudged: 0 };
        this.#taint(key, serial, cause);
        this.#lose(id, cause);
      }
  }

  /** Rows that are about to be taken: counts those that name a record with a fault. */
  note(event: RowsEvent): void {
    if (event.file === 'movements') for (const row of event.rows) this.#goodsOfRows.note(row.row, row);
    if (this.#broken.size === 0 && this.#faulty.size === 0) return;
    if (event.file === 'lots') for (const row of event.rows) this.#countFirst(lotNames(row));
    if (event.file === 'serial_links') for (const row of event.rows) this.#countFirst(linkNames(row));
    if (event.file !== 'movements') return;
    for (const row of event.rows) {
      const cause = this.#countFirst(movementNames(row));
      if (cause === undefined) continue;
      const serial = this.#goodsOfRows.serialOf(row.row);
      this.#taint(goodsKey(row.product, row.lot), serial, cause, this.#goodsOfRows.comesIn(row.row));
      this.#lose(this.#goodsOfRows.idOf(row.row), cause);
    }
  }

  /**
   * The faults without those that follow from others; where some did, the cause has their number. `beyond` are faults
   * that are only counted: returns how many of them are causes.
   */
  causesOf<F extends Fault & More>(
    faults: readonly F[],
    beyond: readonly Place[] = [],
  ): { causes: F[]; causesBeyond: number } {
    const notPosted = [...faults, ...beyond].filter(
      (fault) => this.#isMovement(fault) && !mayFollow.includes(fault.code),
    );
    for (const { file, row, undoes } of notPosted)
      if (undoes === undefined) this.#lose(this.#goodsOfRows.idOf(row), { file, row, unjudged: 0 });
    for (const fault of notPosted) {
      const goods = this.#goodsOfRows.of(fault.row);
      if (goods === undefined) continue;
      const serial = this.#goodsOfRows.serialOf(fault.row);
      const cause = this.#causeOfUndoing(fault) ?? { file: fault.file, row: fault.row, unjudged: 0 };
      const comesIn = this.#goodsOfRows.comesIn(fault.row);
      this.#taint(goods, serial, cause, comesIn);
      if (fault.column !== 'product' || fault.code !== 'NOT_FOUND') continue;
      // A mistyped product: what is short is that which was meant, of any product where none is near.
      const { near = [] } = fault;
      for (const product of near) this.#taint(meantGoods(goods, product), serial, cause, comesIn);
      const lot = lotOfGoods(goods);
      if (lot !== '' && !this.#lots.has(lot)) this.#lots.set(lot, cause);
      if (lot === '' && near.length === 0) this.#unnamed ??= cause;
    }
    const causes = faults.filter((fault) => !this.#follows(fault));
    const causesBeyond = beyond.filter((fault) => !this.#follows(fault)).length;
    return { causes: this.#withCounts(causes.map((fault) => this.#withSuspects(fault))), causesBeyond };
  }

  #isMovement({ file, row }: Place): boolean {
    return file === this.#names.get('movements') && row > 1;
  }

  /** Whether a fault only follows from another one, which then counts it. */
  #follows(fault: Place): boolean {
    if (!this.#isMovement(fault)) return false;
    const cause = fault.undoes === undefined ? this.#causeOfMissing(fault) : this.#causeOfUndoing(fault);
    if (cause !== undefined) cause.unjudged += 1;
    return cause !== undefined;
  }

  #causeOfMissing(fault: Place): Cause | undefined {
    if (!mayFollow.includes(fault.code)) return undefined;
    const goods = this.#goodsOfRows.of(fault.row) ?? '';
    const serial = this.#goodsOfRows.serialOf(fault.row);
    return fault.code === 'SERIAL_IN_USE'
      ? this.#causeOfSerial(goods, serial, this.#goodsOfRows.comesIn(fault.row))
      : (this.#causeOfShortage(goods, serial) ??
          (this.#goodsOfRows.mayTakeUnnamed(fault.row) ? this.#unnamed : undefined));
  }

  /** What a row wants to undo is not there for want of a row with that id. */
  #causeOfUndoing({ undoes }: Place): Cause | undefined {
    if (undoes === undefined) return undefined;
    return this.#lost.get(idMark(undoes)) ?? this.#lost.get(null) ?? this.#broken.get('movements');
  }

  #lose(id: number | null, cause: Cause): void {
    if (id !== 0 && !this.#lost.has(id)) this.#lost.set(id, cause);
  }

  /** A lot that is wrong in an earlier row shows only where the goods are wanted: those rows are named. */
  #withSuspects<F extends Fault & More>(fault: F): F {
    const { row, short, message } = fault;
    // Of goods without a lot every row would be one.
    if (short === undefined || lotOfGoods(this.#goodsOfRows.of(row) ?? '') === '') return fault;
    const rows = this.#goodsOfRows.tookAsMuch(row, short);
    return rows.length === 0 ? fault : { ...fault, suspects: rows, message: inEnglish(withSuspects(message, rows)) };
  }

  #withCounts<F extends Fault>(faults: readonly F[]): F[] {
    const counts = new Map<string, number>();
    for (const { file, row, unjudged } of this.#causes()) {
      const place = `${row} ${file}`;
      counts.set(place, (counts.get(place) ?? 0) + unjudged);
    }
    return faults.map((fault) => {
      const place = `${fault.row} ${fault.file}`;
      const unjudged = counts.get(place) ?? 0;
      // Reported once, at the first fault of the row.
      counts.delete(place);
      return unjudged === 0 ? fault : { ...fault, message: inEnglish(withUnjudged(fault.message, unjudged)) };
    });
  }

  #causes(): Set<Cause> {
    const named = [...this.#faulty.values()].flatMap((causes) => [...causes.values()]);
    return new Set([
      ...named,
      ...this.#broken.values(),
      ...this.#goods.values(),
      ...this.#lots.values(),
      ...(this.#unnamed === undefined ? [] : [this.#unnamed]),
      ...this.#lost.values(),
      ...this.#serials.values(),
      ...this.#products.values(),
      ...this.#unnamedIn.values(),
      ...this.#unnamedOut.values(),
    ]);
  }

  /** Counts a row for the first record it names that has a fault; undefined when it names none. */
  #countFirst(names: readonly [Named, string][]): Cause | undefined {
    for (const [file, code] of names) {
      const cause = this.#faulty.get(file)?.get(code) ?? this.#broken.get(file);
      if (code === '' || cause === undefined || this.#isStored(file, code)) continue;
      cause.unjudged += 1;
      return cause;
    }
    return undefined;
  }

  /** `comesIn` is which way the goods of the row went; undefined where it is unknown. */
  #taint(goods: string, serial: number, cause: Cause, comesIn?: boolean): void {
    const product = productOfGoods(goods);
    if (!this.#goods.has(goods)) this.#goods.set(goods, cause);
    if (!this.#products.has(product)) this.#products.set(product, cause);
    const unnamed = [...(comesIn === false ? [] : [this.#unnamedIn]), ...(comesIn === true ? [] : [this.#unnamedOut])];
    if (serial === 0)
      for (const causes of unnamed) for (const key of [goods, product]) if (!causes.has(key)) causes.set(key, cause);
    if (serial !== 0 && !this.#serials.has(serial)) this.#serials.set(serial, cause);
  }

  /** Goods that name no lot may be of any. */
  #causeOfShortage(goods: string, serial: number): Cause | undefined {
    const product = productOfGoods(goods);
    const ofSerial = serial === 0 ? undefined : this.#serials.get(serial);
    const ofGoods = ofSerial ?? this.#goods.get(goods) ?? this.#goods.get(product);
    const ofAny = goods === product ? this.#products.get(product) : undefined;
    return (
      ofGoods ?? ofAny ?? this.#lots.get(lotOfGoods(goods)) ?? this.#goods.get('') ?? this.#broken.get('movements')
    );
  }

  /** A serial is in use for want of a row that names it, or may: one that goes the other way. */
  #causeOfSerial(goods: string, serial: number, comesIn: boolean): Cause | undefined {
    const unnamed = comesIn ? this.#unnamedOut : this.#unnamedIn;
    const product = productOfGoods(goods);
    const named = serial === 0 ? this.#products.get(product) : this.#serials.get(serial);
    const ofAny = unnamed.get(goods) ?? unnamed.get(product) ?? unnamed.get('');
    return named ?? ofAny ?? this.#broken.get('movements');
  }
}

function withSuspects(sentence: string, [first = 0, ...others]: readonly number[]): Message {
  if (others.length === 0) return msg`${sentence} Row ${first} took just as much of it before: check its lot.`;
  return msg`${sentence} Rows ${[first, ...others].join(', ')} took just as much of it before: check their lots.`;
}

const withUnjudged = (sentence: string, count: number): Message =>
  count === 1
    ? msg`${sentence} One row that depends on it was not judged.`
    : msg`${sentence} ${count} rows that depend on it were not judged.`;

/** The goods of a row, were its product the one that was meant. */
const meantGoods = (goods: string, product: string): string => product + goods.slice(productOfGoods(goods).length);

/** The codes of all records that rows name. */
export function namedIn(event: RowsEvent): Record<Named, ReadonlySet<string>> {
  const codes = { products: new Set<string>(), partners: new Set<string>(), locations: new Set<string>() };
  const note = (names: readonly [Named, string][]): void => {
    for (const [file, code] of names) codes[file].add(code);
  };
  if (event.file === 'lots') for (const row of event.rows) note(lotNames(row));
  if (event.file === 'movements') for (const row of event.rows) note(movementNames(row));
  if (event.file === 'serial_links') for (const row of event.rows) note(linkNames(row));
  return codes;
}

type RowOf<F extends ExportFile> = Extract<RowsEvent, { file: F }>['rows'][number];

const lotNames = ({ product, supplier }: RowOf<'lots'>): [Named, string][] => [
  ['products', product],
  ['partners', supplier],
];

const movementNames = ({ product, from, to, partner }: RowOf<'movements'>): [Named, string][] => [
  ['products', product],
  ['locations', from],
  ['locations', to],
  ['partners', partner],
];

const linkNames = ({ parentProduct, componentProduct }: RowOf<'serial_links'>): [Named, string][] => [
  ['products', parentProduct],
  ['products', componentProduct],
];
