import { trackingFault } from '#shared/movements/tracking.ts';
import { Balances } from './balances.ts';
import type { Book } from './book.ts';
import type { StockLine, UnitFacts } from './facts.ts';
import { type Instant, InstantJudge, touchedKey } from './instant.ts';
import { Nodes } from './nodes.ts';
import type { Posted, PostedBy, Posting, PostingFault, Sides } from './posting.ts';
import { nameGoods, type StockAt } from './naming.ts';
import { Serials } from './serials.ts';
import { lotOfReturn, settled, sidesOf, type Turn, turnOf } from './sides.ts';
import type { LateSerial, LateUnit } from './timeline.ts';

/** What an instant came to. */
export type Posts = { posted: Posted[]; faults: PostingFault[]; findings: PostingFault[] };

/**
 * Decides on stock. Takes movements instant by instant, in the order they happened; a balance
 * must hold after all movements of one instant, since plants often give a whole document one time. A
 * movement dated before the journal's last one is late: whoever keeps the store holds its units and serials against
 * everything that happened since, once all movements are written.
 * Once anything is found wrong no more movements are decided, and the caller undoes the unit of work; it goes
 * on counting so that every fault can be told.
 */
export class Poster {
  readonly nodes: Nodes;
  readonly #book: Book;
  readonly #by: PostedBy;
  readonly #balances: Balances;
  readonly #serials: Serials;
  readonly #late = new Map<number, LateUnit & { postings: [Posting, ...Posting[]] }>();
  readonly #lateSerials = new Map<string, LateSerial & { postings: [Posting, ...Posting[]] }>();
  readonly #judge: InstantJudge;
  #faulty = false;
  #rowStart = 0;

  constructor(book: Book, by: PostedBy) {
    this.#book = book;
    this.#by = by;
    this.nodes = new Nodes(book);
    this.#balances = new Balances(book);
    this.#serials = new Serials(book);
    this.#judge = new InstantJudge({
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

  /** What late movements touched, and is to be held against all that happened since. */
  get late(): { units: readonly LateUnit[]; serials: readonly LateSerial[] } {
    return { units: [...this.#late.values()], serials: [...this.#lateSerials.values()] };
  }

  /** What the balances came to, where that differs from the store. */
  balances(): (StockLine & { quantity: number })[] {
    return this.#balances.changes();
  }

  /** Posts all movements of one instant; the order of their rows decides nothing but the order they are written in. */
  postInstant(postings: readonly Posting[]): Posts {
    const instant: Instant = { faults: [], findings: [], sides: new Map(), touched: new Map(), serials: new Map() };
    for (const [turn, inTurn] of inTurns(postings)) {
      const right = inTurn.filter((posting) => this.#isNamedRight(posting, instant));
      const named = turn === 2 && right.length > 1 ? nameGoods(right, this.#parts(instant)) : undefined;
      for (const posting of right)
        this.#apply(posting, named?.get(posting) ?? this.#sidesOf(posting, instant), instant);
    }
    this.#judge.all(postings, instant);
    const { faults, findings, sides } = instant;
    if (faults.length > 0) this.#faulty = true;
    const posted = new Map<Posting, Posted>();
    for (const posting of inOrder(postings)) {
      const both = sides.get(posting);
      if (both !== undefined) posted.set(posting, { ...both, posting, id: this.#insert(posting, both, posted) });
    }
    return { posted: postings.flatMap((posting) => posted.get(posting) ?? []), faults, findings };
  }

  #isNamedRight(posting: Posting, { faults }: Instant): boolean {
    if (posting.reverses !== null) return true;
    const fault = trackingFault(posting.product, {
      ...posting,
      ...lotOfReturn(posting, this.#serials),
      from: posting.from?.kind ?? null,
      to: posting.to?.kind ?? null,
    });
    if (fault !== undefined) faults.push({ posting, ...fault });
    return fault === undefined;
  }

  #sidesOf(posting: Posting, instant: Instant): Sides {
    const undone = undoneSides(posting, instant.sides);
    if (undone !== undefined) return undone;
    const { from, statusFrom } = posting;
    const stockAt = (unit: UnitFacts): number =>
      from === null ? 0 : this.#judge.stockOf({ unit, placeId: from.id, status: statusFrom }, posting, instant);
    return settled(sidesOf(posting, this.nodes, this.#serials, stockAt), posting, this.nodes);
  }

  /** What deciding on names needs to know: what lies there with all counted that came before in the instant. */
  #parts(instant: Instant): { nodes: Nodes; serials: Serials; stockAt: StockAt } {
    const stockAt: StockAt = (posting, { unit, place }) => {
      const [at, status] = place === 'from' ? [posting.from, posting.statusFrom] : [posting.to, posting.statusTo];
      return at === null ? 0 : this.#judge.stockOf({ unit, placeId: at.id, status }, posting, instant);
    };
    return { nodes: this.nodes, serials: this.#serials, stockAt };
  }

  #apply(posting: Posting, sides: Sides, instant: Instant): void {
    instant.sides.set(posting, sides);
    const { fromUnit, toUnit } = sides;
    const late = posting.at < this.#book.lastAt;
    if (posting.product.stockManaged) {
      this.#change(
        posting,
        { unit: fromUnit, place: posting.from, status: posting.statusFrom },
        -posting.quantity,
        instant,
      );
      this.#change(posting, { unit: toUnit, place: posting.to, status: posting.statusTo }, posting.quantity, instant);
    }
    this.#countSerial(posting, sides, instant, late);
    if (!late || !posting.product.stockManaged) return;
    for (const unit of new Set([fromUnit, toUnit])) {
      const known = this.#late.get(unit.id);
      if (known === undefined) this.#late.set(unit.id, { unit, postings: [posting] });
      else known.postings.push(posting);
    }
  }

  #change(
    posting: Posting,
    end: { unit: UnitFacts; place: Posting['from']; status: string },
    quantity: number,
    instant: Instant,
  ): void {
    const { unit, place, status } = end;
    if (place === null) return;
    const line = { unitId: unit.id, placeId: place.id, status };
    this.#balances.add(line, quantity);
    const key = touchedKey(line);
    const before = instant.touched.get(key);
    const change = (before?.change ?? 0) + quantity;
    const taken = (before?.taken ?? 0) - Math.min(quantity, 0);
    // The fault of a line is told at the last row that took from it.
    if (before === undefined || quantity < 0)
      instant.touched.set(key, { line, unit, place: place.code, posting, change, taken });
    else before.change = change;
  }

  #countSerial(posting: Posting, sides: Sides, { serials }: Instant, late: boolean): void {
    const { product } = posting;
    const serial = sides.toUnit.serial === '' ? sides.fromUnit.serial : sides.toUnit.serial;
    if (serial === '') return;
    this.#serials.take(posting, sides, serial);
    const key = `${product.id}/${serial}`;
    const inInstant = serials.get(key);
    if (inInstant === undefined) serials.set(key, { serial, postings: [posting] });
    else inInstant.postings.push(posting);
    const known = this.#lateSerials.get(key);
    if (known !== undefined) known.postings.push(posting);
    else if (late) this.#lateSerials.set(key, { product, serial, postings: [posting] });
  }

  #insert(posting: Posting, { fromUnit, toUnit }: Sides, posted: ReadonlyMap<Posting, Posted>): number {
    if (this.#faulty) return 0;
    const reversesId = undoneId(posting, posted);
    const runId = posting.workOrder === '' ? null : this.nodes.run(posting.workOrder, posting.run);
    const rowStart = posting.continuesRow ? this.#rowStart : null;
    const id = this.#book.addMovement(posting, this.#by, { fromUnit, toUnit, runId, rowStart, reversesId });
    if (!posting.continuesRow) this.#rowStart = id;
    this.#serials.settle(posting, id);
    return id;
  }
}

/** The movements of an instant turn by turn; most instants have but one movement. */
function inTurns(postings: readonly Posting[]): [Turn, readonly Posting[]][] {
  const [first] = postings;
  if (first === undefined) return [];
  if (postings.length === 1) return [[turnOf(first), postings]];
  return turns.map((turn) => [turn, postings.filter((posting) => turnOf(posting) === turn)]);
}

const turns: readonly Turn[] = [0, 1, 2, 3];

/** The sides of the movement a reversal undoes, swapped. */
function undoneSides({ reverses }: Posting, known: ReadonlyMap<Posting, Sides>): Sides | undefined {
  if (reverses === null) return undefined;
  const original = 'posted' in reverses ? reverses.posted : known.get(reverses.posting);
  return original === undefined ? undefined : { fromUnit: original.toUnit, toUnit: original.fromUnit };
}

function undoneId({ reverses }: Posting, posted: ReadonlyMap<Posting, Posted>): number | null {
  if (reverses === null) return null;
  return 'posted' in reverses ? reverses.posted.id : (posted.get(reverses.posting)?.id ?? null);
}

/** The order of rows, but a movement stands in the journal before the one that undoes it. */
const inOrder = (postings: readonly Posting[]): readonly Posting[] =>
  postings.every((posting) => posting.reverses === null)
    ? postings
    : [
        ...postings.filter((posting) => posting.reverses === null),
        ...postings.filter((posting) => posting.reverses !== null),
      ];
