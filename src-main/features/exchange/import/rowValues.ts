import type { RecordValues, Scalar } from '#main/store/records.ts';
import type { CellValue } from '#shared/exchange/rows.ts';
import type { RecordKind } from '#shared/kernel/record.ts';

/** The values of an export's row for a record, field by field; `ids` are those of the records it refers to. */
export function valuesOfRow(
  { fields }: RecordKind,
  row: Readonly<Record<string, CellValue>>,
  ids: Readonly<Record<string, number | null>> = {},
): RecordValues {
  const values: Record<string, Scalar> = {};
  for (const [name, field] of Object.entries(fields)) {
    const cell = field.kind === 'reference' ? (ids[name] ?? null) : (row[name] ?? null);
    values[name] = typeof cell === 'boolean' ? Number(cell) : cell;
  }
  return values;
}
