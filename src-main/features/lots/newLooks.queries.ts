import type { ProductFacts } from '#main/ledger/facts.ts';
import { codesAlike } from '#main/store/alikeCodes.ts';
import type { IndexedCode } from '#main/store/spellings.ts';
import type { Work } from '#main/store/work.ts';
import { keysOfLooks, lookAlike, type Looks } from '#shared/kernel/lookAlike.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { isSpeltSo, type SpeltOf } from './spellings.queries.ts';

/** A new code that looks like one that is there, by the movement or row that names it. */
type AlikeFinding = { movement: number; column: Column; code: 'DUPLICATE'; text: Message };

type Column = keyof typeof asked;

/** Codes by what they are compared by; `isWhole` where they are all that there are. */
type Names = { column: Column; byKey: Map<string, string[]>; isWhole: boolean };

/** So many codes of a kind are read; of more than that those are sought that may look like the new one. */
const mostRead = 500;
const mostSought = 200;

const asked = {
  lot: 'lot as name from lot where product_id = ?',
  sublot: `sublot as name from lot where product_id = ? and lot = ? and sublot <> ''`,
  serial: `serial as name from unit where product_id = ? and serial <> ''`,
  workOrder: 'work_order as name from run',
  run: `run as name from run where work_order = ? and run <> ''`,
} as const;

/** The columns that have an index by the code alone. */
const indexed = {
  lot: { table: 'lot', column: 'lot' },
  sublot: { table: 'lot', column: 'sublot' },
  serial: { table: 'unit', column: 'serial' },
  workOrder: { table: 'run', column: 'work_order' },
  run: undefined,
} as const satisfies Record<Column, IndexedCode | undefined>;

/** Codes that a posting makes although others beside them look the same: posted, and told. */
export class NewLooks {
  readonly findings: AlikeFinding[] = [];
  readonly #work: Work;
  readonly #names = new Map<string, Names>();

  constructor(work: Work) {
    this.#work = work;
  }

  /** Notes a lot that the store does not have. */
  noteLot(movement: number, product: ProductFacts, { lot, sublot }: { lot: string; sublot: string }): void {
    this.noteLots(movement, product, [lot]);
    if (sublot !== '') this.noteSublots(movement, product, { lot, sublots: [sublot] });
  }

  /** Notes lots, which the store may have; of those of one row the first that looks like another is told. */
  noteLots(movement: number, product: ProductFacts, lots: readonly string[]): void {
    const of = product.code;
    const [alike] = this.#find('lot', lots, { ids: [product.id], of: { product: of } });
    if (alike !== undefined)
      this.#note(
        { movement, column: 'lot' },
        msg`Lot ${alike.name} of ${of} looks like lot ${alike.twin}, which is there too${''}. If they are one lot, correct the one that is mistyped: goods of two lots are traced apart.`,
      );
  }

  noteSublots(
    movement: number,
    product: ProductFacts,
    { lot, sublots }: { lot: string; sublots: readonly string[] },
  ): void {
    const of = product.code;
    const [alike] = this.#find('sublot', sublots, { ids: [product.id, lot], of: { product: of, lot } });
    if (alike !== undefined)
      this.#note(
        { movement, column: 'sublot' },
        msg`Sublot ${alike.name} of ${of} lot ${lot} looks like sublot ${alike.twin}, which is there too${''}. If they are one sublot, correct the one that is mistyped: goods of two sublots are traced apart.`,
      );
  }

  /** Notes the serials of a movement, which the store may have; of a range the first that looks like another is told. */
  noteSerials(movement: number, product: ProductFacts, serials: readonly string[]): void {
    const [alike] = this.#find('serial', serials, { ids: [product.id], of: { product: product.code } });
    if (alike !== undefined)
      this.#note(
        { movement, column: 'serial' },
        msg`Serial ${alike.name} of ${product.code} looks like serial ${alike.twin}, which is there too${''}. If they are one serial, correct the one that is mistyped: two serials are two pieces.`,
      );
  }

  /** Notes a work order and its run, which the store may have. */
  noteRun(movement: number, { workOrder, run }: { workOrder: string; run: string }): void {
    const [order] = this.#find('workOrder', [workOrder], { ids: [], of: {} });
    if (order !== undefined)
      this.#note(
        { movement, column: 'workOrder' },
        msg`Work order ${workOrder} looks like work order ${order.twin}, which is there too${''}. If they are one work order, correct the one that is mistyped: what went into the one is not traced into what came out of the other.`,
      );
    if (run === '') return;
    const [other] = this.#find('run', [run], { ids: [workOrder], of: { workOrder } });
    if (other !== undefined)
      this.#note(
        { movement, column: 'run' },
        msg`Run ${run} of ${workOrder} looks like run ${other.twin}, which is there too${''}. If they are one run, correct the one that is mistyped: what went into the one is not traced into what came out of the other.`,
      );
  }

  #note(at: Pick<AlikeFinding, 'movement' | 'column'>, text: Message): void {
    this.findings.push({ ...at, code: 'DUPLICATE', text });
  }

  /** Those of some codes that are new and look like one that is there, or that this command named before. */
  #find(
    column: Column,
    codes: readonly string[],
    beside: { ids: readonly (number | string)[]; of: SpeltOf },
  ): { name: string; twin: string }[] {
    const isThere = (name: string): boolean => isSpeltSo(this.#work, column, name, beside.of);
    const fresh = codes.filter((code) => !isThere(code));
    if (fresh.length === 0) return [];
    const names = this.#namesOf(column, beside.ids);
    const looks = looksOf(column);
    const where = names.isWhole ? undefined : indexed[column];
    if (where !== undefined)
      for (const name of codesAlike(this.#work, where, fresh, { looks, limit: mostSought }))
        if (isThere(name)) add(names, name);
    return fresh.flatMap((name) => {
      const near = new Set(keysOfLooks(name, looks).flatMap((key) => names.byKey.get(key) ?? []));
      if (near.has(name)) return [];
      add(names, name);
      const twin = [...near].find((one) => lookAlike(one, name, looks));
      return twin === undefined ? [] : [{ name, twin }];
    });
  }

  #namesOf(column: Column, ids: readonly (number | string)[]): Names {
    const key = JSON.stringify([column, ...ids]);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const hasMore = this.#work.one(`select ${asked[column]} limit 1 offset ${mostRead}`, ...ids) !== undefined;
    const isWhole = !hasMore || indexed[column] === undefined;
    const names: Names = { column, byKey: new Map(), isWhole };
    const rows = isWhole
      ? this.#work.all<{ name: string }>(`select distinct ${asked[column]} limit ${mostRead}`, ...ids)
      : [];
    for (const { name } of rows) add(names, name);
    this.#names.set(key, names);
    return names;
  }
}

const looksOf = (column: Column): Looks => (column === 'lot' ? 'lot' : 'code');

function add({ column, byKey }: Names, name: string): void {
  for (const key of keysOfLooks(name, looksOf(column))) byKey.set(key, [...(byKey.get(key) ?? []), name]);
}
