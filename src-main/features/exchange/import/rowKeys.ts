import { hash } from 'node:crypto';
import type { Work } from '#main/store/work.ts';
import { keysOf } from './stored.queries.ts';
import type { MovementExport, SerialLinkExport } from '#shared/exchange/rows.ts';

/**
 * By what an imported row is known again: its whole content, compared as values, so that another way of
 * writing the same time or number is the same row.
 */
export const movementKey = (row: MovementExport): Buffer =>
  keyOf([
    row.at,
    row.kind,
    row.document,
    row.line,
    row.product,
    row.lot,
    row.sublot,
    row.serial,
    row.quantity,
    row.from,
    row.to,
    row.statusFrom,
    row.status,
    row.workOrder,
    row.run,
    row.equipment,
    row.partner,
    row.unitCost,
    row.reason,
    row.reverses,
  ]);

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

const keyOf = (values: readonly (string | number | null)[]): Buffer =>
  hash('sha256', values.join('\u001f'), 'buffer').subarray(0, 16);

/** Rows without an id: known by being the n-th of their like. Hands out the store's likes one by one. */
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
}
