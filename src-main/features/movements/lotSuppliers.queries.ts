import { sql } from 'kysely';
import type { ProductFacts } from '#main/ledger/facts.ts';
import type { PostedMovement } from '#main/ledger/movementDraft.ts';
import { LotBook } from '#main/features/lots/lots.actions.ts';
import { query } from '#main/store/query.ts';
import type { Work } from '#main/store/work.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import type { LotValues } from '#shared/lots/records.ts';
import type { NotSupplied } from '#shared/movements/namedSuppliers.ts';
import type { LotStep, LotSteps, StepsOfProduct } from './lotSteps.queries.ts';
import { namedWrongly, type SublotName, type SuppliersKnown, suppliersOfLots } from './namedSuppliers.queries.ts';

export type SupplierFinding = {
  file: 'movements' | 'lots';
  row: number;
  column: string;
  code: ErrorCode;
  text: Message;
};

/** A receipt of a lot that is not reversed, with the supplier that the records of its sublot and its lot name. */
type Receipt = {
  productId: number;
  product: string;
  lot: string;
  sublot: string;
  id: number;
  document: string;
  partnerId: number;
  partner: string;
  ownSupplierId: number | null;
  lotSupplierId: number | null;
};

type Wrong = { receipt: Receipt; instead: { supplierId: number } | { first: Receipt } };

/** So many lots are looked at with one question. */
const together = 1000;

/** What a row of `lots` changed: whom the record named before. */
type Renamed = { before: number | null; row: number };

/**
 * Reports lots that came from another supplier than their record names, or, where it names none, from two. It is
 * reported at the receipt, once for each lot and supplier, where goods get their lot after their receipt at the row
 * that names it, or at the row of `lots` that makes it so of rows before. The record of a sublot without a supplier
 * has its lot's.
 */
export class LotSuppliers {
  readonly #work: Work;
  readonly #lastBefore: number;
  /** The rows of receipts of this unit of work, by the numbers of their movements. */
  readonly #rows = new Map<number, number>();
  /** Of each lot received now the first supplier. */
  readonly #first = new Map<string, number>();
  readonly #renamed = new Map<string, Renamed>();
  /** Lots to be looked at, by their keys. */
  readonly #doubtful = new Map<string, readonly [productId: number, lot: string]>();

  readonly #steps: LotSteps;

  constructor(work: Work, lastBefore: number, steps: LotSteps) {
    this.#work = work;
    this.#lastBefore = lastBefore;
    this.#steps = steps;
  }

  note({ id, draft, toUnit }: PostedMovement): void {
    const { kind, product, partner, reverses, row } = draft;
    if (kind !== 'receipt' || reverses !== null || partner === null || toUnit.lot === '') return;
    this.#rows.set(id, row);
    const key = keyOf(product.id, toUnit.lot);
    const first = this.#first.get(key);
    if (first === undefined) this.#first.set(key, partner.id);
    const named = this.#supplierOf(product, toUnit);
    // Lots of which the store held receipts may have another supplier already.
    if (this.#lastBefore > 0 || (first ?? partner.id) !== partner.id || (named ?? partner.id) !== partner.id)
      this.#doubtful.set(key, [product.id, toUnit.lot]);
    if (this.#lastBefore > 0 && named === undefined) this.#steps.noteLot(product, toUnit.lot, row);
  }

  /** Notes a row of `lots`; `before` is undefined for a lot that was not there, though sublots of it may be. */
  noteLot(
    product: ProductFacts,
    { before, after, row }: { before: LotValues | undefined; after: LotValues; row: number },
  ): void {
    const was = before?.supplierId ?? null;
    if (this.#lastBefore === 0 || after.supplierId === null || after.supplierId === was) return;
    if (before === undefined && product.lotTracking !== 'lot-sublot') return;
    this.#renamed.set(keyOf(product.id, after.lot, after.sublot), { before: was, row });
    this.#doubtful.set(keyOf(product.id, after.lot), [product.id, after.lot]);
    this.#steps.noteLot(product, after.lot);
  }

  async *all(): AsyncGenerator<SupplierFinding> {
    const doubtful = [...this.#doubtful.values()];
    for (let start = 0; start < doubtful.length; start += together)
      yield* this.#among(doubtful.slice(start, start + together));
  }

  /** The same of a product's goods that came without a lot and got one later. */
  async *namedLater({ product, steps, rows, lastRow, isAsked }: StepsOfProduct): AsyncGenerator<SupplierFinding> {
    const [now, before] = await this.#known(product.id, steps, isAsked);
    const found = namedWrongly(this.#steps.now(steps), now);
    const isOld = [...found.keys()].some((id) => id <= this.#lastBefore);
    const was = isOld ? namedWrongly(this.#steps.before(steps), before) : undefined;
    const reported = new Set<string>();
    for (const { step, wrong } of found.values()) {
      if (wrong.most >= (was?.get(step.id)?.wrong.most ?? Infinity)) continue;
      const { lot, sublot } = step;
      const key = keyOf(lot, sublot);
      if (reported.has(key)) continue;
      reported.add(key);
      const renamed =
        this.#renamed.get(keyOf(product.id, lot, sublot)) ?? this.#renamed.get(keyOf(product.id, lot, ''));
      const text = this.#sayNamed(product, { step, wrong, isRecorded: now.named(step) !== null });
      const row = rows.get(step.id);
      if (row === undefined && renamed !== undefined)
        yield { file: 'lots', row: renamed.row, column: 'supplier', code: 'CONFLICT', text };
      else yield { file: 'movements', row: row ?? lastRow, column: 'lot', code: 'CONFLICT', text };
    }
  }

  /** Whose a product's lots are, now and before this unit of work. */
  async #known(
    productId: number,
    steps: readonly LotStep[],
    isAsked: (lot: string) => boolean,
  ): Promise<[SuppliersKnown, SuppliersKnown]> {
    const lots = await this.#work.all(suppliersOfLots, { productId });
    const recorded = new Map(lots.map(({ lot, sublot, supplierId }) => [keyOf(lot, sublot), supplierId]));
    const now = ({ lot, sublot }: SublotName): number | null =>
      recorded.get(keyOf(lot, sublot)) ?? recorded.get(keyOf(lot, '')) ?? null;
    const namesOf = ({ lot, sublot }: SublotName): number | null => {
      const own = recorded.get(keyOf(lot, sublot)) ?? null;
      const whole = recorded.get(keyOf(lot, '')) ?? null;
      return this.#namedBefore({ productId, lot, sublot, ownSupplierId: own, lotSupplierId: whole });
    };
    const open = steps.filter(
      (step) => step.lot !== '' && isAsked(step.lot) && (now(step) === null || namesOf(step) === null),
    );
    const receipts = await this.#work.all(receiptsOfLots, {
      productId,
      lots: [...new Set(open.map(({ lot }) => lot))],
    });
    const firstsOf = (named: (name: SublotName) => number | null, until: number): SuppliersKnown => {
      const firsts = new Map<string, number>();
      for (const one of receipts)
        if (one.id <= until && !firsts.has(one.lot) && named(one) === null) firsts.set(one.lot, one.partnerId);
      return { named, first: (lot) => firsts.get(lot), isAsked };
    };
    return [firstsOf(now, Infinity), firstsOf(namesOf, this.#lastBefore)];
  }

  #sayNamed(
    { code }: ProductFacts,
    { step, wrong, isRecorded }: { step: LotStep; wrong: NotSupplied; isRecorded: boolean },
  ): Message {
    const { document, quantity, lot, sublot, serial } = step;
    const goods = unitMessage({ product: code, lot, sublot, serial });
    const [all, most, supplier] = [formatQuantity(quantity), formatQuantity(wrong.most), this.#codeOf(wrong.supplier)];
    return isRecorded
      ? msg`${document} names ${all} of the goods that came without a lot ${goods}, whose record names ${supplier}, but at most ${most} of them can have come from there; the others are another supplier's. Check the supplier and the lot; goods of two suppliers under one lot cannot be told apart in a recall.`
      : msg`${document} names ${all} of the goods that came without a lot ${goods}, but at most ${most} of them can have come from ${supplier}; the others are another supplier's. Check the supplier and the lot; goods of two suppliers under one lot cannot be told apart in a recall.`;
  }

  async *#among(lots: readonly (readonly [productId: number, lot: string])[]): AsyncGenerator<SupplierFinding> {
    const receipts: Receipt[] = [];
    for (const [productId, named] of Map.groupBy(lots, ([product]) => product))
      receipts.push(...(await this.#work.all(receiptsOfLots, { productId, lots: named.map(([, lot]) => lot) })));
    const byLot = Map.groupBy(receipts, ({ productId, lot }) => keyOf(productId, lot));
    for (const lot of lots) {
      const ofLot = byLot.get(keyOf(...lot)) ?? [];
      const reported = new Set<string>();
      const before = new Set(wrongOf(ofLot, (one) => this.#namedBefore(one)).map(({ receipt }) => receipt.id));
      for (const wrong of wrongOf(ofLot, ({ ownSupplierId, lotSupplierId }) => ownSupplierId ?? lotSupplierId)) {
        const { receipt } = wrong;
        const isNew = receipt.id > this.#lastBefore;
        const shown = `${receipt.sublot}\u001f${receipt.partnerId}`;
        if ((!isNew && before.has(receipt.id)) || reported.has(shown)) continue;
        reported.add(shown);
        yield this.#finding(wrong);
      }
    }
  }

  #finding({ receipt, instead }: Wrong): SupplierFinding {
    const { id, document, productId, product, lot, sublot, partner } = receipt;
    const goods = unitMessage({ product, lot, sublot, serial: '' });
    const text =
      'first' in instead
        ? msg`${document}: ${goods} came from ${partner}, but also from ${instead.first.partner} (${instead.first.document}). Check the supplier and the lot; goods of two suppliers under one lot cannot be told apart in a recall.`
        : msg`${document}: ${goods} came from ${partner}, but its record names ${this.#codeOf(instead.supplierId)}. Check the supplier and the lot; goods of two suppliers under one lot cannot be told apart in a recall.`;
    const row = this.#rows.get(id);
    if (row !== undefined) return { file: 'movements', row, column: 'partner', code: 'CONFLICT', text };
    const renamed = this.#renamed.get(keyOf(productId, lot, sublot)) ?? this.#renamed.get(keyOf(productId, lot, ''));
    return { file: 'lots', row: renamed?.row ?? 0, column: 'supplier', code: 'CONFLICT', text };
  }

  #codeOf(partnerId: number): string {
    return this.#work.one<{ code: string }>(selectCode, partnerId)?.code ?? '';
  }

  #supplierOf({ id }: ProductFacts, { lot, sublot }: { lot: string; sublot: string }): number | undefined {
    const lots = LotBook.of(this.#work);
    const own = lots.find(id, lot, sublot)?.supplierId ?? null;
    return own ?? (sublot === '' ? null : lots.find(id, lot, '')?.supplierId) ?? undefined;
  }

  #namedBefore({
    productId,
    lot,
    sublot,
    ownSupplierId,
    lotSupplierId,
  }: Pick<Receipt, 'productId' | 'lot' | 'sublot' | 'ownSupplierId' | 'lotSupplierId'>): number | null {
    const own = this.#renamed.get(keyOf(productId, lot, sublot));
    const ofLot = this.#renamed.get(keyOf(productId, lot, ''));
    return (own === undefined ? ownSupplierId : own.before) ?? (ofLot === undefined ? lotSupplierId : ofLot.before);
  }
}

/**
 * The receipts of a lot, in the order they were recorded, that do not fit its record, or the first where it names no
 * supplier.
 */
function wrongOf(receipts: readonly Receipt[], namedOf: (receipt: Receipt) => number | null): Wrong[] {
  const first = receipts.find((one) => namedOf(one) === null);
  return receipts.flatMap((receipt): Wrong[] => {
    const supplierId = namedOf(receipt);
    if (supplierId !== null) return supplierId === receipt.partnerId ? [] : [{ receipt, instead: { supplierId } }];
    return first === undefined || first.partnerId === receipt.partnerId ? [] : [{ receipt, instead: { first } }];
  });
}

const selectCode = 'select code from partner where id = ?';

const receiptsOfLots = query<{ productId: number; lots: readonly string[] }, Receipt>(
  (
    _,
    { productId, lots },
    { textsOf },
  ) => sql`select u.product_id as "productId", g.code as product, u.lot, u.sublot, m.id, m.document,
      m.partner_id as "partnerId", p.code as partner, own.supplier_id as "ownSupplierId", whole.supplier_id as "lotSupplierId"
    from ${textsOf(lots)} j cross join unit u cross join movement m join partner p on p.id = m.partner_id join product g on g.id = u.product_id
      left join lot own on own.product_id = u.product_id and own.lot = u.lot and own.sublot = u.sublot
      left join lot whole on whole.product_id = u.product_id and whole.lot = u.lot and whole.sublot = ''
    where u.product_id = ${productId} and u.lot = j.value and m.to_unit_id = u.id and m.kind = 'receipt'
      and m.reverses_id is null and not exists (select 1 from movement b where b.reverses_id = m.id)
    order by m.id`,
);

const keyOf = (...parts: (string | number)[]): string => parts.join('\u001f');
