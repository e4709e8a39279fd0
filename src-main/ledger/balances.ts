import type { Work } from '#main/store/work.ts';
import { largestStored } from '#shared/kernel/quantity.ts';

/** A stock line: so much of a unit at a place in a status. */
export type StockLine = { unitId: number; placeId: number; status: string };

type Line = StockLine & { quantity: number; stored: number; isInexact: boolean };

/**
 * The balances a unit of work touches: read once, changed in memory, written back at the end. They may
 * pass below zero inside one instant; whoever posts asks at its end.
 */
export class Balances {
  readonly #work: Work;
  readonly #lines = new Map<string, Line>();
  readonly #startsEmpty: boolean;

  constructor(work: Work, startsEmpty: boolean) {
    this.#work = work;
    this.#startsEmpty = startsEmpty;
  }

  quantity(line: StockLine): number {
    return this.#line(line).quantity;
  }

  add(line: StockLine, quantity: number): void {
    const held = this.#line(line);
    held.quantity += quantity;
    // Beyond this a number is rounded, and coming back below does not mend it.
    if (Math.abs(held.quantity) > largestStored) held.isInexact = true;
  }

  /** Whether a line was ever, even within an instant, more than can be counted exactly. */
  isInexact(line: StockLine): boolean {
    return this.#line(line).isInexact;
  }

  /** Writes what changed. A line of nothing is no line. */
  write(): void {
    for (const line of this.#lines.values()) {
      if (line.quantity === line.stored) continue;
      if (line.quantity === 0) {
        this.#work.run(
          'delete from balance where unit_id = ? and place_id = ? and status = ?',
          line.unitId,
          line.placeId,
          line.status,
        );
      } else {
        this.#work.run(
          `insert into balance (unit_id, place_id, status, quantity) values (?, ?, ?, ?)
           on conflict (unit_id, place_id, status) do update set quantity = excluded.quantity`,
          line.unitId,
          line.placeId,
          line.status,
          line.quantity,
        );
      }
      line.stored = line.quantity;
    }
  }

  #line({ unitId, placeId, status }: StockLine): Line {
    const key = `${unitId}/${placeId}/${status}`;
    const known = this.#lines.get(key);
    if (known !== undefined) return known;
    const stored = this.#startsEmpty
      ? 0
      : (this.#work.one<{ quantity: number }>(
          'select quantity from balance where unit_id = ? and place_id = ? and status = ?',
          unitId,
          placeId,
          status,
        )?.quantity ?? 0);
    const line = { unitId, placeId, status, quantity: stored, stored, isInexact: false };
    this.#lines.set(key, line);
    return line;
  }
}
