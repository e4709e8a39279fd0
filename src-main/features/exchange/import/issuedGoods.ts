import { ProductSettings } from '#main/features/products/settings.queries.ts';
import { lastMovement } from '#main/features/movements/returns.queries.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { Catalogue } from '#main/ledgerStore/catalogue.ts';
import type { Work } from '#main/store/work.ts';
import type { LotValues } from '#shared/lots/records.ts';
import type { MovementExport } from '#shared/exchange/rows.ts';
import { dateOf } from '#shared/kernel/dates.ts';
import { deriveDates, noDates, withDatesOfLot } from '#shared/lots/dates.ts';
import type { ShelfLife } from '#shared/products/shelfLife.ts';
import { unitMessage, type Unit } from '#shared/kernel/unit.ts';
import { formatExpired, type Issue, judgeHappened, lastDayOf } from '#shared/movements/issue.ts';
import type { MovementKind } from '#shared/movements/vocabulary.ts';
import { refusingRule } from '#shared/statuses/rules.ts';
import type { IssueLog } from './issueLog.ts';
import type { LotChanges } from './lotChanges.ts';
import { datesOfLot, firstMovementOfLot, issuesOfLot, undatedLots } from './stored.queries.ts';

type LotDates = Pick<LotValues, 'expiresOn' | 'useByOn'>;
type Named = { kind: MovementKind; document: string; unit: Unit };
type Parts = { work: Work; catalogue: Catalogue; faults: IssueLog; lotChanges: LotChanges };
/** A product that has a shelf life now, and the row of `products` that gives it. */
type Living = { productId: number; product: string; life: ShelfLife; row: number };

/**
 * Reports goods that left, or came in, by rows of earlier imports although they should not have, when an import
 * brings an earlier last day of their lot; its own rows are reported by the policies. Nothing is reported twice.
 */
export class IssuedGoods {
  readonly #work: Work;
  readonly #catalogue: Catalogue;
  readonly #faults: IssueLog;
  readonly #lastMovement: number;
  readonly #changes: LotChanges;
  readonly #living: Living[] = [];
  /** Rows of such lots that the store holds already, by their keys: where in this file an earlier movement is. */
  readonly #knownRows = new Map<string, { row: number; serial: string }[]>();

  constructor({ work, catalogue, faults, lotChanges }: Parts) {
    this.#changes = lotChanges;
    this.#work = work;
    this.#catalogue = catalogue;
    this.#faults = faults;
    this.#lastMovement = lastMovement(work);
  }

  /** Notes a shelf life that a product did not have. */
  noteShelfLife(living: Living): void {
    this.#living.push(living);
  }

  /** Notes the place of a row that the store holds already. */
  noteKnown(row: MovementExport, key: Buffer): void {
    const product = this.#catalogue.product(row.product);
    if (product === undefined || !this.#changes.concern(product.id, row)) return;
    const name = key.toString('latin1');
    const rows = this.#knownRows.get(name);
    const known = { row: row.row, serial: row.serial };
    if (rows === undefined) this.#knownRows.set(name, [known]);
    else rows.push(known);
  }

  /** Reports what left earlier after the last day that its lot has now. */
  async lookBack(): Promise<void> {
    for (const { product, lot, sublot, before, after, rowOf } of await this.#changes.all()) {
      const [was, is] = [lastDayOf(before), lastDayOf(after)];
      if (is === undefined || (was !== undefined && was <= is)) continue;
      const of = { productId: product.id, lot, sublot, lastMovement: this.#lastMovement };
      for (const movement of issuesOfLot(this.#work, of)) {
        const issue = { ...movement, on: dateOf(movement.at, movement.offsetMinutes) };
        if (isToldOfStatus(movement) || !isExpired(issue, after) || isExpired(issue, before)) continue;
        const known = movement.rowKey === null ? undefined : this.#knownRows.get(movement.rowKey.toString('latin1'));
        const inFile = known?.shift();
        const serial = inFile?.serial ?? movement.serial;
        const named = { ...movement, unit: { product: product.code, lot, sublot, serial } };
        const text = say(named);
        if (inFile !== undefined)
          this.#faults.addFinding('movements', { row: inFile.row, column: 'lot', code: 'EXPIRED_LOT', text });
        else {
          const [date, column] =
            is === after.expiresOn ? (['expiresOn', 'expires_on'] as const) : (['useByOn', 'use_by_on'] as const);
          this.#faults.addFinding('lots', { row: rowOf(date), column, code: 'EXPIRED_LOT', text });
        }
      }
    }
    for (const living of this.#living) await this.#lookBackOf(living);
  }

  /**
   * A lot that moved keeps its blank dates. What the shelf life means for it is reported as if the shelf life had
   * always been there.
   */
  async #lookBackOf({ productId, product, life, row }: Living): Promise<void> {
    const until = lastMovement(this.#work);
    const settings = new ProductSettings(this.#work, this.#work.db);
    await settings.load([productId]);
    for (const { lot, sublot, ...own } of await undatedLots(this.#work, productId)) {
      const ofLot = sublot === '' ? undefined : (await datesOfLot(this.#work, { productId, lot }))[0];
      const before = withDatesOfLot({ ...noDates, ...own }, ofLot);
      const { manufacturedOn } = before;
      const of = { productId, lot, sublot };
      const first = manufacturedOn === null ? await firstMovementOfLot(this.#work, { ...of, until }) : undefined;
      const base = manufacturedOn ?? (first === undefined ? undefined : dateOf(first.at, first.offsetMinutes));
      if (base === undefined) continue;
      const { expiryPrecision } = settings.life(productId, base);
      const after = deriveDates(before, { ...life, expiryPrecision }, base);
      for (const movement of issuesOfLot(this.#work, { ...of, lastMovement: until })) {
        const issue = { ...movement, on: dateOf(movement.at, movement.offsetMinutes) };
        if (isToldOfStatus(movement) || !isExpired(issue, after) || isExpired(issue, before)) continue;
        const named = { ...movement, unit: { product, lot, sublot, serial: movement.serial } };
        const column = lastDayOf(after) === after.expiresOn ? 'shelf_life_days' : 'use_by_days';
        const text = msg`${say(named)} So says what the product has now; the lot has no such date of its own.`;
        this.#faults.addFinding('products', { row, column, code: 'EXPIRED_LOT', text });
      }
    }
  }
}

const isExpired = (issue: Pick<Issue, 'kind' | 'on'>, dates: LotDates | undefined): boolean =>
  !judgeHappened({ ...issue, expiresOn: dates?.expiresOn ?? null, useByOn: dates?.useByOn ?? null }).ok;

/** What left in a status in which nothing does was told of by that. */
const isToldOfStatus = ({ kind, statusFrom }: { kind: MovementKind; statusFrom: string }): boolean =>
  (kind === 'shipment' || kind === 'consumption') && refusingRule(kind, statusFrom, []) !== undefined;

const say = ({ unit, ...moved }: Named): Message => formatExpired({ ...moved, goods: unitMessage(unit) });
