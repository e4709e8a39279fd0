import type { LotKey } from '#main/features/lots/lots.actions.ts';
import type { LotValues } from '#shared/lots/records.ts';
import type { ProductFacts } from '#main/ledger/facts.ts';
import type { LotExport } from '#shared/exchange/rows.ts';
import type { Taking } from './taking.ts';

/** Loads what rows of lots are going to ask for. */
export async function loadLots({ catalogue, lots, ledger }: Taking, rows: readonly LotExport[]): Promise<void> {
  const keys = rows.flatMap(({ product, lot, sublot }): LotKey[] => {
    const id = catalogue.product(product)?.id;
    return id === undefined ? [] : [[id, lot, sublot]];
  });
  await lots.load(keys);
  await ledger.loadUnits(keys.map((key) => [...key, '']));
}

/** Takes over a lot's attributes and registers it, so that it can be asked for before it first moves. */
export function saveLotRow(taking: Taking, row: LotExport, fields: ReadonlySet<string>): void {
  const product = taking.product('lots', row.row, row.product);
  if (product === undefined) return;
  if (product.lotTracking === 'none') {
    const message = `${product.code} is not tracked by lot; remove the row or change the product.`;
    taking.faults.add('lots', { row: row.row, column: 'lot', code: 'VALIDATION', message });
    return;
  }
  if (row.sublot !== '' && product.lotTracking !== 'lot-sublot') {
    const message = `${product.code} has no sublots; leave the sublot blank or change the product.`;
    taking.faults.add('lots', { row: row.row, column: 'sublot', code: 'VALIDATION', message });
    return;
  }
  const supplier =
    row.supplier === '' ? null : taking.partner('lots', { row: row.row, column: 'supplier', code: row.supplier });
  if (supplier === undefined) return;
  const before = taking.lots.find(product.id, row.lot, row.sublot);
  const given: LotValues = {
    productId: product.id,
    lot: row.lot,
    sublot: row.sublot,
    supplierId: supplier?.id ?? null,
    supplierLot: row.supplierLot,
    manufacturer: row.manufacturer,
    manufacturerLot: row.manufacturerLot,
    manufacturedOn: row.manufacturedOn,
    expiresOn: row.expiresOn,
    bestBeforeOn: row.bestBeforeOn,
    useByOn: row.useByOn,
    retestOn: row.retestOn,
    reference: row.reference,
  };
  taking.count('lots', taking.lots.save(before === undefined ? given : keepUnsaid(given, before, fields)));
  const after = taking.lots.find(product.id, row.lot, row.sublot);
  if (before !== undefined && after !== undefined) taking.issued.noteLot(product, { before, after, row: row.row });
  if (before === undefined) noteLotLooks(taking, 'lots', product, row);
  if (row.supplierLot !== '' && row.supplierLot !== before?.supplierLot) {
    const code = { kind: 'supplierLot', of: supplier ?? undefined, name: row.supplierLot } as const;
    taking.noteLooks('lots', { row: row.row, column: 'supplier_lot' }, code);
  }
  taking.ledger.nodes.unit(product, row.lot, row.sublot, '');
}

/** Lists a lot that looks like another of its product, and a sublot that looks like another of its lot. */
export function noteLotLooks(
  taking: Taking,
  file: 'lots' | 'movements',
  { id, code }: Pick<ProductFacts, 'id' | 'code'>,
  { row, lot, sublot }: { row: number; lot: string; sublot: string },
): void {
  const at = { row, column: 'lot' };
  taking.noteLooks(file, at, { kind: 'lot', of: { id, code }, name: lot });
  if (sublot !== '') taking.noteLooks(file, at, { kind: 'sublot', of: { id, code, lot }, name: sublot });
}

/** A column the export does not have says nothing: what the store holds stands. */
function keepUnsaid(given: LotValues, before: LotValues, fields: ReadonlySet<string>): LotValues {
  return {
    ...given,
    supplierId: fields.has('supplier') ? given.supplierId : before.supplierId,
    supplierLot: fields.has('supplierLot') ? given.supplierLot : before.supplierLot,
    manufacturer: fields.has('manufacturer') ? given.manufacturer : before.manufacturer,
    manufacturerLot: fields.has('manufacturerLot') ? given.manufacturerLot : before.manufacturerLot,
    reference: fields.has('reference') ? given.reference : before.reference,
  };
}
