import { saveLotRow } from './takeLots.ts';
import { savePartner } from '#main/features/partners/partners.actions.ts';
import { savePlace } from '#main/features/places/places.actions.ts';
import { saveProduct } from '#main/features/products/products.actions.ts';
import { faultOfNumber } from '#shared/products/tradeNumbers.ts';
import type { RowsEvent } from '#main/features/exchange/read/readExport.ts';
import { findRecord, type RecordValues } from '#main/store/records.ts';
import type { RecordKind } from '#shared/kernel/record.ts';
import { partnerRecord, type PartnerValues } from '#shared/partners/records.ts';
import { placeRecord, type PlaceValues } from '#shared/places/records.ts';
import { productRecord, type ProductValues } from '#shared/products/records.ts';
import type { LocationExport, PartnerExport, ProductExport } from '#shared/exchange/rows.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { Taking } from './taking.ts';

/** Takes over a slice of products, partners, locations or lots. */
export function takeMasters(taking: Taking, event: RowsEvent, fields: ReadonlySet<string>): void {
  if (event.file === 'products') for (const row of event.rows) takeProduct(taking, row, fields);
  if (event.file === 'partners') for (const row of event.rows) takePartner(taking, row, fields);
  if (event.file === 'locations') for (const row of event.rows) takePlace(taking, row, fields);
  if (event.file === 'lots') for (const row of event.rows) saveLotRow(taking, row, fields);
}

/** A column the export does not have says nothing: what the store holds stands. */
function completed<T extends RecordValues>(
  taking: Taking,
  kind: RecordKind,
  values: T,
  fields: ReadonlySet<string>,
): T {
  if (kind.columns.every((column) => fields.has(column))) return values;
  const stored = findRecord(
    taking.work,
    kind,
    kind.key.map((column) => values[column] ?? null),
  );
  if (stored === undefined) return values;
  // The stored values have the same columns as the kind, and so as the values.
  return Object.fromEntries(
    kind.columns.map((column) => [column, (fields.has(column) ? values : stored.values)[column] ?? null]),
  ) as T;
}

function takeProduct(taking: Taking, row: ProductExport, fields: ReadonlySet<string>): void {
  const { row: at, stockManaged, ...rest } = row;
  const values: ProductValues = { ...rest, stockManaged: stockManaged ? 1 : 0 };
  noteNumber(taking, 'products', { row: at, column: 'gtin', text: row.gtin });
  taking.noteLooks('products', { row: at, column: 'code' }, { kind: 'product', name: values.code });
  inColumn(taking, 'products', at, () =>
    taking.count('products', saveProduct(taking.work, completed(taking, productRecord, values, fields))),
  );
}

/** Runs what may refuse a change, and tells the refusal as a fault in the column it is about. */
function inColumn(taking: Taking, file: 'products' | 'locations', row: number, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof LotlineError)) throw error;
    const { field } = error.details;
    const column = (typeof field === 'string' ? field : '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    taking.faults.add(file, { row, column, code: error.code, message: error.message });
  }
}

/** A number in trade that cannot be right is taken over and told: it hurts no goods, but no barcode leads there. */
function noteNumber(
  taking: Taking,
  file: 'products' | 'partners',
  { row, column, text }: { row: number; column: 'gtin' | 'gln'; text: string },
): void {
  const message = faultOfNumber(column, text);
  if (message !== undefined) taking.faults.addFinding(file, { row, column, code: 'VALIDATION', message });
}

function takePartner(taking: Taking, { row, ...values }: PartnerExport, fields: ReadonlySet<string>): void {
  noteNumber(taking, 'partners', { row, column: 'gln', text: values.gln });
  const given: PartnerValues = values;
  taking.noteLooks('partners', { row, column: 'code' }, { kind: 'partner', name: given.code });
  taking.count('partners', savePartner(taking.work, completed(taking, partnerRecord, given, fields)));
}

function takePlace(taking: Taking, { row, ...values }: LocationExport, fields: ReadonlySet<string>): void {
  const given: PlaceValues = values;
  taking.noteLooks('locations', { row, column: 'code' }, { kind: 'location', name: given.code });
  inColumn(taking, 'locations', row, () =>
    taking.count('locations', savePlace(taking.work, completed(taking, placeRecord, given, fields))),
  );
}
