import { trackingIssue } from '#shared/movements/tracking.ts';
import { Balances } from './balances.ts';
import type { Book } from './book.ts';
import type { StockLine, UnitFacts } from './facts.ts';
import { type TimestampBatch, TimestampBatchCheck, touchedKey } from './timestampBatch.ts';
import { UnitRegistry } from './unitRegistry.ts';
import type { PostedMovement, PostedBy, MovementDraft, MovementIssue, UnitPair } from './movementDraft.ts';
import { nameGoods, type StockAt } from './naming.ts';
import { Serials } from './serials.ts';
import { lotOfReturn, completed, unitPairOf, type Turn, turnOf } from './unitPair.ts';
import type { LateSerial, LateUnit } from './backDating.ts';

/** What a timestamp batch came to. */
export type PostResult = { posted: PostedMovement[]; faults: MovementIssue[]; findings: MovementIssue[] };

/**
 * Decides on stock. Takes movements timestamp batch by timestamp batch, in the order they happened; a balance must
 * hold after all movements of one timestamp batch, since plants often give a whole document one time. A movement
 * dated before the journal's last one is late: the stock ledger checks its units and serials against everything that
 * happened since, once all movements are written.
 * Once a fault is found no more movements are decided, and the caller undoes the unit of work; it goes on counting so
 * that every fault can be reported.
 */
export class LedgerEngine {
  readonly nodes: UnitRegistry;
  readonly #book: Book;
  readonly #by: PostedBy;
  readonly #balances: Balances;
  readonly #serials: Serials;
  readonly #late = new Map<number, LateUnit & { drafts: [MovementDraft, ...MovementDraft[]] }>();
  readonly #lateSerials = new Map<string, LateSerial & { drafts: [MovementDraft, ...MovementDraft[]] }>();
  readonly #judge: TimestampBatchCheck;
  #faulty = false;
  #rowStart = 0;
  /** Numbers of movements that are counted and never written: below zero, each its own, so that a later one can undo it. */
  #lastUnwritten = 0;

  constructor(book: Book, by: PostedBy) {
    this.#book = book;
    this.#by = by;
    this.nodes = new UnitRegistry(book);
    this.#balances = new Balances(book);
    this.#serials = new Serials(book);
    this.#judge = new TimestampBatchCheck({
      book,
      balances: this.#balances,
      serials: this.#serials,
      isLate: (serial) => this.#lateSerials.has(serial),
    });
  }

  /** Whether anything was found wrong. */
  get isFaulty(): boolean {
    return this.#faulty;
  }

  /** What late movements touched, to be checked against all that happened since. */
  get late(): { units: readonly LateUnit[]; serials: readonly LateSerial[] } {
    return { units: [...this.#late.values()], serials: [...this.#lateSerials.values()] };
  }

  /** What the balances came to, where that differs from the store. */
  balances(): (StockLine & { quantity: number })[] {
    return this.#balances.changes();
  }

  /** Posts all movements of one timestamp batch; the order of their rows decides nothing but the order they are written in. */
  postTimestampBatch(drafts: readonly MovementDraft[]): PostResult {
    const timestampBatch: TimestampBatch = {
      faults: [],
      findings: [],
      unitPair: new Map(),
      touched: new Map(),
      serials: new Map(),
    };
    for (const [turn, inTurn] of inTurns(drafts)) {
      const right = inTurn.filter((draft) => this.#isNamedRight(draft, timestampBatch));
      const named = turn === 2 && right.length > 1 ? nameGoods(right, this.#parts(timestampBatch)) : undefined;
      for (const draft of right)
        this.#apply(draft, named?.get(draft) ?? this.#unitPairOf(draft, timestampBatch), timestampBatch);
    }
    this.#judge.all(drafts, timestampBatch);
    const { faults, findings, unitPair } = timestampBatch;
    if (faults.length > 0) this.#faulty = true;
    const posted = new Map<MovementDraft, PostedMovement>();
    for (const draft of inOrder(drafts)) {
      const both = unitPair.get(draft);
      if (both !== undefined) posted.set(draft, { ...both, draft, id: this.#insert(draft, both, posted) });
    }
    return { posted: drafts.flatMap((draft) => posted.get(draft) ?? []), faults, findings };
  }

  #isNamedRight(draft: MovementDraft, { faults }: TimestampBatch): boolean {
    if (draft.reverses !== null) return true;
    const fault = trackingIssue(draft.product, {
      ...draft,
      ...lotOfReturn(draft, this.#serials),
      from: draft.from?.kind ?? null,
      to: draft.to?.kind ?? null,
    });
    if (fault !== undefined) faults.push({ draft, ...fault });
    return fault === undefined;
  }

  #unitPairOf(draft: MovementDraft, timestampBatch: TimestampBatch): UnitPair {
    const undone = undoneUnitPair(draft, timestampBatch.unitPair);
    if (undone !== undefined) return undone;
    const { from, statusFrom } = draft;
    const stockAt = (unit: UnitFacts): number =>
      from === null ? 0 : this.#judge.stockOf({ unit, placeId: from.id, status: statusFrom }, draft, timestampBatch);
    return completed(unitPairOf(draft, this.nodes, this.#serials, stockAt), draft, this.nodes);
  }

  /** What deciding on names needs to know: what lies there with all counted that came before in the timestamp batch. */
  #parts(timestampBatch: TimestampBatch): { nodes: UnitRegistry; serials: Serials; stockAt: StockAt } {
    const stockAt: StockAt = (draft, { unit, place }) => {
      const [at, status] = place === 'from' ? [draft.from, draft.statusFrom] : [draft.to, draft.statusTo];
      return at === null ? 0 : this.#judge.stockOf({ unit, placeId: at.id, status }, draft, timestampBatch);
    };
    return { nodes: this.nodes, serials: this.#serials, stockAt };
  }

  #apply(draft: MovementDraft, unitPair: UnitPair, timestampBatch: TimestampBatch): void {
    timestampBatch.unitPair.set(draft, unitPair);
    const { fromUnit, toUnit } = unitPair;
    const late = draft.at < this.#book.lastAt;
    if (draft.product.stockManaged) {
      this.#change(
        draft,
        { unit: fromUnit, place: draft.from, status: draft.statusFrom },
        -draft.quantity,
        timestampBatch,
      );
      this.#change(draft, { unit: toUnit, place: draft.to, status: draft.statusTo }, draft.quantity, timestampBatch);
    }
    this.#countSerial(draft, unitPair, timestampBatch, late);
    if (!late || !draft.product.stockManaged) return;
    for (const unit of new Set([fromUnit, toUnit])) {
      const known = this.#late.get(unit.id);
      if (known === undefined) this.#late.set(unit.id, { unit, drafts: [draft] });
      else known.drafts.push(draft);
    }
  }

  #change(
    draft: MovementDraft,
    end: { unit: UnitFacts; place: MovementDraft['from']; status: string },
    quantity: number,
    timestampBatch: TimestampBatch,
  ): void {
    const { unit, place, status } = end;
    if (place === null) return;
    const line = { unitId: unit.id, placeId: place.id, status };
    this.#balances.add(line, quantity);
    const key = touchedKey(line);
    const before = timestampBatch.touched.get(key);
    const change = (before?.change ?? 0) + quantity;
    const taken = (before?.taken ?? 0) - Math.min(quantity, 0);
    // The fault of a line is reported at the last row that took from it.
    if (before === undefined || quantity < 0)
      timestampBatch.touched.set(key, { line, unit, place: place.code, draft, change, taken });
    else before.change = change;
  }

  #countSerial(draft: MovementDraft, unitPair: UnitPair, { serials }: TimestampBatch, late: boolean): void {
    const { product } = draft;
    const serial = unitPair.toUnit.serial === '' ? unitPair.fromUnit.serial : unitPair.toUnit.serial;
    if (serial === '') return;
    this.#serials.take(draft, unitPair, serial);
    const key = `${product.id}/${serial}`;
    const inTimestampBatch = serials.get(key);
    if (inTimestampBatch === undefined) serials.set(key, { serial, drafts: [draft] });
    else inTimestampBatch.drafts.push(draft);
    const known = this.#lateSerials.get(key);
    if (known !== undefined) known.drafts.push(draft);
    else if (late) this.#lateSerials.set(key, { product, serial, drafts: [draft] });
  }

  #insert(
    draft: MovementDraft,
    { fromUnit, toUnit }: UnitPair,
    posted: ReadonlyMap<MovementDraft, PostedMovement>,
  ): number {
    if (this.#faulty) {
      this.#lastUnwritten -= 1;
      this.#serials.settle(draft, this.#lastUnwritten);
      return this.#lastUnwritten;
    }
    const reversesId = undoneId(draft, posted);
    const runId = draft.workOrder === '' ? null : this.nodes.run(draft.workOrder, draft.run);
    const rowStart = draft.continuesRow ? this.#rowStart : null;
    const id = this.#book.addMovement(draft, this.#by, { fromUnit, toUnit, runId, rowStart, reversesId });
    if (!draft.continuesRow) this.#rowStart = id;
    this.#serials.settle(draft, id);
    return id;
  }
}

/** The movements of a timestamp batch turn by turn; most timestamp batches have but one movement. */
function inTurns(drafts: readonly MovementDraft[]): [Turn, readonly MovementDraft[]][] {
  const [first] = drafts;
  if (first === undefined) return [];
  if (drafts.length === 1) return [[turnOf(first), drafts]];
  return turns.map((turn) => [turn, drafts.filter((draft) => turnOf(draft) === turn)]);
}

const turns: readonly Turn[] = [0, 1, 2, 3];

/** The pair of units of the movement a reversal undoes, swapped. */
function undoneUnitPair(
  { reverses }: MovementDraft,
  known: ReadonlyMap<MovementDraft, UnitPair>,
): UnitPair | undefined {
  if (reverses === null) return undefined;
  const original = 'posted' in reverses ? reverses.posted : known.get(reverses.draft);
  return original === undefined ? undefined : { fromUnit: original.toUnit, toUnit: original.fromUnit };
}

function undoneId({ reverses }: MovementDraft, posted: ReadonlyMap<MovementDraft, PostedMovement>): number | null {
  if (reverses === null) return null;
  return 'posted' in reverses ? reverses.posted.id : (posted.get(reverses.draft)?.id ?? null);
}

/** The order of rows, but a movement is in the journal before the one that undoes it. */
const inOrder = (drafts: readonly MovementDraft[]): readonly MovementDraft[] =>
  drafts.every((draft) => draft.reverses === null)
    ? drafts
    : [...drafts.filter((draft) => draft.reverses === null), ...drafts.filter((draft) => draft.reverses !== null)];
