import { keyOf } from '#main/features/exchange/movementKey.ts';
import type { Work } from '#main/store/work.ts';
import { keysOf } from './stored.queries.ts';
import type { SerialLinkExport } from '#shared/exchange/rows.ts';

/** By what an imported link is known again. */
export const linkKey = (row: SerialLinkExport): Buffer =>
  keyOf([
    row.workOrder,
    row.parentProduct,
    row.parentLot,
    row.parentSublot,
    row.parentSerial,
    row.componentProduct,
    row.componentLot,
    row.componentSublot,
    row.componentSerial,
    row.quantity,
  ]);

/** Rows without an id: recognised as the n-th of their like. Assigns the store's likes one by one. */
export class KnownRows {
  readonly #left = new Map<string, number>();

  constructor(work: Work, table: 'movement' | 'serial_link') {
    for (const { key, times } of keysOf(work, table)) this.#left.set(key.toString('latin1'), times);
  }

  /** Whether the store holds one more of these; each is found once. */
  take(key: Buffer): boolean {
    const name = key.toString('latin1');
    const left = this.#left.get(name) ?? 0;
    if (left === 0) return false;
    this.#left.set(name, left - 1);
    return true;
  }

  /** Whether the store holds one of these that was not asked for. */
  isLeft(key: Buffer): boolean {
    return (this.#left.get(key.toString('latin1')) ?? 0) > 0;
  }
}
