import { msg } from '#shared/kernel/message.ts';
import { unitMessage } from '#shared/kernel/unit.ts';
import type { Balances } from './balances.ts';
import type { Book } from './book.ts';
import type { StockLine, UnitFacts } from './facts.ts';
import { keyOfUnit } from './keys.ts';
import type { MovementDraft, MovementIssue, UnitPair } from './movementDraft.ts';
import { isNewArrival, isStill, shortageIssue, stillFinding, usedUpFinding } from './issues.ts';
import type { Serials } from './serials.ts';
import { stockAsOf } from './backDating.ts';

type Touched = { line: StockLine; unit: UnitFacts; place: string; draft: MovementDraft; change: number; taken: number };

/** The current timestamp batch: its movements' units, the lines they change, and the serials they name. */
export type TimestampBatch = {
  faults: MovementIssue[];
  findings: MovementIssue[];
  unitPair: Map<MovementDraft, UnitPair>;
  touched: Map<string, Touched>;
  serials: Map<string, { serial: string; drafts: MovementDraft[] }>;
};

type Parts = {
  book: Book;
  balances: Balances;
  serials: Serials;
  isLate: (serial: string) => boolean;
};

/** Judges what a timestamp batch came to, after the last of its movements. */
export class TimestampBatchCheck {
  readonly #book: Book;
  readonly #balances: Balances;
  readonly #serials: Serials;
  /** What is dated before it is late, and its lines are judged by their history. */
  readonly #lastAt: number;
  readonly #isLate: (serial: string) => boolean;

  constructor({ book, balances, serials, isLate }: Parts) {
    this.#book = book;
    this.#balances = balances;
    this.#serials = serials;
    this.#lastAt = book.lastAt;
    this.#isLate = isLate;
  }

  /** Adds the faults and findings of a timestamp batch to it. */
  all(drafts: readonly MovementDraft[], timestampBatch: TimestampBatch): void {
    if (timestampBatch.serials.size > 0) this.#names(drafts, timestampBatch);
    this.#lines(timestampBatch);
    if (timestampBatch.serials.size > 0) this.#serialsOf(timestampBatch);
  }

  /** What lies in a line; the journal has a timestamp batch's movements only once all of them are known. */
  stockOf(
    { unit, placeId, status }: { unit: UnitFacts; placeId: number; status: string },
    { at }: MovementDraft,
    { touched }: TimestampBatch,
  ): number {
    const line = { unitId: unit.id, placeId, status };
    if (at >= this.#lastAt) return this.#balances.quantity(line);
    return this.#stockAsOf(unit, line, at) + (touched.get(touchedKey(line))?.change ?? 0);
  }

  #stockAsOf(unit: UnitFacts, line: StockLine, at: number): number {
    return stockAsOf(this.#book.moves.get(keyOfUnit(unit)) ?? [], line, at);
  }

  /** A serial has one lot for ever, even if something earlier in the timestamp batch named it and was undone. */
  #names(drafts: readonly MovementDraft[], { serials, faults }: TimestampBatch): void {
    const undone = new Set(drafts.map(undonePosting));
    for (const { serial, drafts: naming } of serials.values()) {
      for (const draft of naming) {
        const { product, lot, sublot } = draft;
        if (lot === '' || draft.serial === '' || draft.reverses !== null || undone.has(draft)) continue;
        const { lots } = this.#serials.of(product, serial);
        const before = lots.slice(
          0,
          lots.findIndex((one) => one.lot === lot && one.sublot === sublot),
        );
        const other = before.find((one) => one.lot !== '' && !(one.lot === lot && one.sublot === ''));
        if (other === undefined) continue;
        const message = msg`Serial ${serial} of ${product.code} belongs to lot ${other.lot}${other.sublot === '' ? '' : ` / ${other.sublot}`}. Correct the lot or the serial.`;
        faults.push({ draft, column: 'lot', code: 'SERIAL_IN_USE', message });
      }
    }
  }

  #lines({ touched, unitPair, faults, findings }: TimestampBatch): void {
    const wrong = faults.map(({ draft }) => draft);
    for (const { line, unit, place, draft } of touched.values()) {
      if (this.#balances.isInexact(line)) {
        faults.push({
          draft,
          column: 'quantity',
          code: 'VALIDATION',
          message: msg`${unitMessage(unit)} would reach more than can be stored. Check the quantity.`,
        });
      }
      const quantity = this.#balances.quantity(line);
      if (quantity >= 0 || draft.at < this.#lastAt) continue;
      if (!wrong.includes(draft)) faults.push(shortageIssue(draft, { unit, place, status: line.status }, quantity));
      // Counted on from nothing, so that one missing receipt is one fault and not one per later row.
      this.#balances.add(line, -quantity);
    }
    for (const [draft, { fromUnit, toUnit }] of unitPair) {
      if (fromUnit === toUnit && isStill(draft)) this.#still(draft, fromUnit, touched, { faults, findings });
    }
  }

  /** Goods moved to where they lie must lie there at some time of the timestamp batch, and nothing has happened to them. */
  #still(
    draft: MovementDraft,
    unit: UnitFacts,
    touched: TimestampBatch['touched'],
    { faults, findings }: Pick<TimestampBatch, 'faults' | 'findings'>,
  ): void {
    const line = { unitId: unit.id, placeId: draft.from?.id ?? 0, status: draft.statusFrom };
    const there = touched.get(touchedKey(line));
    if (draft.reverses === null) findings.push(stillFinding(draft, unit));
    if (there === undefined) return;
    const late = draft.at < this.#lastAt;
    const left = late ? this.#stockAsOf(unit, line, draft.at) + there.change : this.#balances.quantity(line);
    const most = left + there.taken - draft.quantity;
    if (most < draft.quantity)
      faults.push(shortageIssue(draft, { unit, place: there.place, status: line.status }, most - draft.quantity));
  }

  #serialsOf({ serials, faults, findings, unitPair }: TimestampBatch): void {
    const wrong = new Set(faults.map(({ draft }) => draft));
    for (const [key, { serial, drafts }] of serials) {
      const [draft] = drafts.slice(-1);
      // Where a late movement names the serial too, its whole history is checked at the end.
      if (draft === undefined || this.#isLate(key)) continue;
      const { pieces } = this.#serials.of(draft.product, serial);
      const { usedUpBy } = pieces;
      if (usedUpBy !== undefined)
        for (const one of drafts) {
          const { fromUnit, toUnit } = unitPair.get(one) ?? {};
          const isNaming = fromUnit?.serial === '' && toUnit?.serial === serial && one.from !== null && one.to !== null;
          const arrival = { kind: one.kind, isNaming, isReversal: one.reverses !== null };
          if (isNewArrival(arrival, usedUpBy)) findings.push(usedUpFinding(one, usedUpBy));
        }
      if (!pieces.isInTwoLocations) continue;
      const place = pieces.isOutside ? msg`with a customer or in a product` : msg`in the plant`;
      const message = msg`Serial ${serial} of ${draft.product.code} would be in two locations: it is already ${place}. A serial is one piece; correct the serial, or book the movement that brought it back.`;
      if (!drafts.some((one) => wrong.has(one)))
        faults.push({ draft, column: 'serial', code: 'SERIAL_IN_USE', message });
      pieces.forgive();
    }
  }
}

/** A stock line as a key. */
export const touchedKey = ({ unitId, placeId, status }: StockLine): string => `${unitId}/${placeId}/${status}`;

/** The movement of the same timestamp batch that a draft undoes. */
const undonePosting = ({ reverses }: MovementDraft): MovementDraft | undefined =>
  reverses !== null && 'draft' in reverses ? reverses.draft : undefined;
