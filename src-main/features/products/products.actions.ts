import { type Saved, saveRecord, type Stored } from '#main/store/records.ts';
import type { Work } from '#main/store/work.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { productRecord, type ProductValues } from '#shared/products/records.ts';

/** What decides how a product's stock is kept and counted, in words. */
const keeping = {
  lotTracking: 'lot tracking',
  serialTracking: 'serial tracking',
  stockManaged: 'stock keeping',
  unit: 'unit',
};

/** Takes over a product. Throws CONFLICT for a change that its recorded movements forbid. */
export function saveProduct(work: Work, values: ProductValues): Saved {
  return saveRecord(work, productRecord, values, {
    guard: (before) => refuseBreakingChange(work, before, values),
  });
}

function refuseBreakingChange(work: Work, before: Stored, values: ProductValues): void {
  const after: Readonly<Record<string, unknown>> = values;
  const broken = Object.entries(keeping).find(([column]) => before.values[column] !== after[column]);
  if (broken === undefined || !hasMovements(work, before.id)) return;
  const [column, words] = broken;
  throw new LotlineError(
    'CONFLICT',
    `${values.code} has movements, so its ${words} cannot change; it stays ${sayKeeping(column, before.values[column])}.`,
    { field: column },
  );
}

/** As an export writes it: whether stock is kept is a word there, a number here. */
const sayKeeping = (column: string, value: unknown): string =>
  column === 'stockManaged' ? (value === 1 ? 'yes' : 'no') : String(value);

const hasMovements = (work: Work, productId: number): boolean =>
  work.one('select 1 from unit u join movement m on m.to_unit_id = u.id where u.product_id = ? limit 1', productId) !==
  undefined;
