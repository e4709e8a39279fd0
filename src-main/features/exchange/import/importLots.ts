import { msg } from '#shared/kernel/message.ts';
import type { LotKey } from '#main/features/lots/lots.actions.ts';
import { lotRecord, type LotValues } from '#shared/lots/records.ts';
import type { RecordValues } from '#main/store/records.ts';
import { versionFieldName } from '#shared/kernel/record.ts';
import { valuesOfRow } from './rowValues.ts';
import type { ProductFacts } from '#main/ledger/facts.ts';
import type { LotExport } from '#shared/exchange/rows.ts';
import type { ImportRun } from './importRun.ts';
import type { Code } from './lookAlikes.ts';

/** Loads what rows of lots are going to ask for. */
export async function loadLots({ catalogue, lots, ledger }: ImportRun, rows: readonly LotExport[]): Promise<void> {
  const keys = rows.flatMap(({ product, lot, sublot }): LotKey[] => {
    const id = catalogue.product(product)?.id;
    return id === undefined ? [] : [[id, lot, sublot]];
  });
  await lots.load(keys);
  await ledger.loadUnits(keys.map((key) => [...key, '']));
}

/** Takes over a lot's attributes and registers it, so that it can be asked for before it first moves. */
export function saveLotRow(importRun: ImportRun, row: LotExport, fields: ReadonlySet<string>): void {
  const product = importRun.product('lots', row.row, row.product);
  if (product === undefined) return;
  if (product.lotTracking === 'none') {
    const text = msg`${product.code} is not tracked by lot; remove the row or change the product.`;
    importRun.faults.add('lots', { row: row.row, column: 'lot', code: 'VALIDATION', text });
    return;
  }
  if (row.sublot !== '' && product.lotTracking !== 'lot-sublot') {
    const text = msg`${product.code} has no sublots; leave the sublot blank or change the product.`;
    importRun.faults.add('lots', { row: row.row, column: 'sublot', code: 'VALIDATION', text });
    return;
  }
  const supplier =
    row.supplier === '' ? null : importRun.partner('lots', { row: row.row, column: 'supplier', code: row.supplier });
  if (supplier === undefined) return;
  const before = importRun.lots.find(product.id, row.lot, row.sublot);
  importRun.lotDates.note(product, row);
  // The row has a cell for each of its fields, of the field's kind.
  const given = valuesOfRow(lotRecord, row, { productId: product.id, supplierId: supplier?.id ?? null }) as LotValues;
  importRun.count('lots', importRun.lots.save(before === undefined ? given : keepUnsaid(given, before, fields)));
  const after = importRun.lots.find(product.id, row.lot, row.sublot);
  if (after !== undefined) {
    importRun.lotChanges.note(product, { before, after, row: row.row });
    if (before !== undefined) importRun.changedLots.note(product, { before, after, row: row.row });
    importRun.lotSuppliers.noteLot(product, { before, after, row: row.row });
  }
  if (supplier !== null && supplier.id !== before?.supplierId) importRun.partnerSides.noteLot(supplier, row);
  if (before === undefined) noteLotLooks(importRun, 'lots', product, row);
  const supplierLot = after?.supplierLot ?? '';
  if (supplierLot !== '' && supplierLot === supplier?.code && supplierLot !== before?.supplierLot) {
    const text = msg`The supplier's lot of ${product.code} ${row.lot} is the code of the supplier, ${supplierLot}: cells may stand in the wrong columns. A recall by the lot on the supplier's papers does not find it.`;
    importRun.faults.addFinding('lots', { row: row.row, column: 'supplier_lot', code: 'VALIDATION', text });
  }
  const isOfAnother = supplier !== null && supplier.id !== before?.supplierId;
  if (supplierLot !== '' && (supplierLot !== before?.supplierLot || isOfAnother)) {
    const code = { kind: 'supplierLot', of: supplier ?? undefined, name: supplierLot } as const;
    importRun.noteLooks('lots', { row: row.row, column: 'supplier_lot' }, code);
  }
  noteMakerLooks(importRun, row, before);
  importRun.ledger.nodes.getOrCreate(product, row.lot, row.sublot, '');
}

/** Lists a lot row's new manufacturer, the lot there and its reference, where they look like another. */
function noteMakerLooks(importRun: ImportRun, row: LotExport, before: LotValues | undefined): void {
  const { manufacturer, manufacturerLot, reference } = row;
  const note = (column: string, code: Code): void => {
    if (code.name !== '') importRun.noteLooks('lots', { row: row.row, column }, code);
  };
  if (manufacturer !== before?.manufacturer) note('manufacturer', { kind: 'manufacturer', name: manufacturer });
  if (manufacturerLot !== before?.manufacturerLot || manufacturer !== before.manufacturer)
    note('manufacturer_lot', {
      kind: 'manufacturerLot',
      of: manufacturer === '' ? undefined : { id: 0, code: manufacturer },
      name: manufacturerLot,
    });
  if (reference !== before?.reference) note('reference', { kind: 'reference', name: reference });
}

/** Lists a lot that looks like another of its product, and a sublot that looks like another of its lot. */
export function noteLotLooks(
  importRun: ImportRun,
  file: 'lots' | 'movements',
  { id, code }: Pick<ProductFacts, 'id' | 'code'>,
  { row, lot, sublot }: { row: number; lot: string; sublot: string },
): void {
  const at = { row, column: 'lot' };
  importRun.noteLooks(file, at, { kind: 'lot', of: { id, code }, name: lot });
  if (sublot !== '') importRun.noteLooks(file, at, { kind: 'sublot', of: { id, code, lot }, name: sublot });
}

/** A blank cell and an absent column leave what the store holds as it is. Dates are left to the LotBook. */
const keepUnsaid = (given: LotValues, before: LotValues, fields: ReadonlySet<string>): LotValues =>
  // The same fields, each from the one or the other.
  Object.fromEntries(
    Object.entries(lotRecord.fields).map(([name, field]) => {
      const stands = field.kind !== 'date' && !fields.has(versionFieldName(name, field));
      const values: RecordValues = stands ? before : given;
      return [name, values[name]];
    }),
  ) as LotValues;
