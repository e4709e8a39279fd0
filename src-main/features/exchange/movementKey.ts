import { hash } from 'node:crypto';
import { type CellValue, fieldsOf, type MovementExport } from '#shared/exchange/rows.ts';

/** What a movement is known again by: its content in this order, and neither its row, its id nor how its zone is written. */
const content = [
  'at',
  'kind',
  'document',
  'line',
  'product',
  'lot',
  'sublot',
  'serial',
  'quantity',
  'from',
  'to',
  'statusFrom',
  'status',
  'workOrder',
  'run',
  'equipment',
  'partner',
  'unitCost',
  'reason',
  'reverses',
] as const satisfies readonly (keyof MovementExport)[];

const keyBytes = 16;

/** The key of a row's values, by which another way of writing the same time or number is the same row. */
export const keyOf = (values: readonly (CellValue | undefined)[]): Buffer =>
  hash('sha256', values.join('\u001f'), 'buffer').subarray(0, keyBytes);

/** By what an imported movement is known again. The reader brings it along where nothing changed the row since. */
export const movementKey = (row: MovementExport): Buffer =>
  Buffer.isBuffer(row.key) ? row.key : keyOf(content.map((field) => row[field]));

const places = content.map((field) => fieldsOf('movements').indexOf(field));

/** The keys of rows kept by column, one after another. */
export function movementKeys(columns: readonly (readonly CellValue[])[]): Uint8Array {
  const count = columns[0]?.length ?? 0;
  const keys = new Uint8Array(count * keyBytes);
  for (let index = 0; index < count; index += 1)
    keys.set(keyOf(places.map((place) => columns[place]?.[index])), index * keyBytes);
  return keys;
}

/** One of the keys of `movementKeys`. */
export const keyAt = (keys: Uint8Array, index: number): Buffer =>
  Buffer.from(keys.buffer, keys.byteOffset + index * keyBytes, keyBytes);
