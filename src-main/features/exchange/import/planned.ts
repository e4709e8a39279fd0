import type { ProductFacts } from '#main/ledger/facts.ts';
import type { PlannedMovement } from '#main/ledgerStore/policy.ts';
import type { MovementExport } from '#shared/exchange/rows.ts';
import { serialsNamed } from '#shared/movements/serialRange.ts';
import type { ImportRun } from './importRun.ts';

/** The values of rows that policies look at, before they become drafts. */
export function plannedOf(
  { catalogue, ledger: { book } }: Pick<ImportRun, 'catalogue' | 'ledger'>,
  row: MovementExport,
  product: ProductFacts,
): PlannedMovement[] {
  const { at, offsetMinutes, kind, lot, sublot, statusFrom, status: statusTo } = row;
  const from = row.from === '' ? null : (catalogue.place(row.from) ?? null);
  const to = row.to === '' ? null : (catalogue.place(row.to) ?? null);
  const partner = row.partner === '' ? null : (catalogue.partner(row.partner) ?? null);
  return serialsNamed(row.serial, product).map((serial) => ({
    at,
    offsetMinutes,
    kind,
    document: row.document,
    rowSerial: row.serial,
    product,
    lot,
    sublot,
    serial,
    renames: '',
    from,
    to,
    statusFrom,
    statusTo,
    partner,
    workOrder: row.workOrder,
    run: row.run,
    isReversal: row.reverses !== '',
    undoneAt: row.reverses === '' ? 0 : (book.originalsOfRow.get(row.reverses)?.[0]?.at ?? at),
  }));
}
