import type { Database } from 'better-sqlite3';
import { resolveSupplierLot, resolveUnits, UnitBook, type UnitRow } from '#main/features/trace/units.queries.ts';
import { isLotlineError, LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import type { RecallQuestion, UnknownSuspect } from '#shared/recalls/contract.ts';
import { readOutputs } from './gaps.queries.ts';

/** What a question means: its units, each once, and the refusals of its unknown suspects. */
export type Suspects = {
  units: UnitRow[];
  unknown: (Pick<UnknownSuspect, 'list' | 'place'> & { refusal: LotlineError })[];
};

/** @throws LotlineError VALIDATION when a question names no suspect */
export function resolveSuspects(db: Database, { suspects, supplierLots, workOrders }: RecallQuestion): Suspects {
  if (suspects.length + supplierLots.length + workOrders.length === 0)
    throw new LotlineError('VALIDATION', msg`Name at least one suspect: a lot, a serial or a supplier's lot.`);
  const units = new Map<number, UnitRow>();
  const unknown: Suspects['unknown'] = [];
  const resolve = <Named>(list: UnknownSuspect['list'], named: readonly Named[], find: (one: Named) => UnitRow[]) => {
    for (const [place, one] of named.entries()) {
      try {
        for (const unit of find(one)) units.set(unit.id, unit);
      } catch (error) {
        if (!isLotlineError(error) || error.code !== 'NOT_FOUND') throw error;
        unknown.push({ list, place, refusal: error });
      }
    }
  };
  resolve('suspects', suspects, (suspect) => resolveUnits(db, [suspect]));
  resolve('supplierLots', supplierLots, (lot) => resolveSupplierLot(db, lot));
  resolve('workOrders', workOrders, (order) => resolveOutputs(db, order));
  return { units: [...units.values()], unknown };
}

/**
 * Everything a work order made.
 * @throws LotlineError NOT_FOUND when nothing made by such an order is recorded.
 */
function resolveOutputs(db: Database, workOrder: string): UnitRow[] {
  const outputs = readOutputs(db, workOrder);
  if (outputs.length === 0)
    throw new LotlineError('NOT_FOUND', msg`Nothing that ${workOrder} made is recorded. Check the work order.`, {
      workOrder,
    });
  const book = new UnitBook(db);
  book.load(outputs.map(({ unit }) => unit));
  return outputs.map(({ unit }) => book.unit(unit));
}
