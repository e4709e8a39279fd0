import type { CommandsOf } from '#main/context/context.ts';
import { sign } from '#main/features/people/people.actions.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { texts } from '#shared/texts/index.ts';
import { formatCost, parseCost } from '#shared/kernel/quantity.ts';
import { productRecord, type ProductValues } from '#shared/products/records.ts';
import { saveProduct } from './products.actions.ts';
import { findProduct } from './products.queries.ts';
import { faultOfNumber } from '#shared/products/tradeNumbers.ts';

export const productCommands: CommandsOf<'products'> = {
  async edit({ code, version, change, reason, signature }, context) {
    const { read, work } = context;
    if (reason.trim().length < 3)
      throw new LotlineError('REASON_REQUIRED', 'Say why the product changes, in a few words.', { field: 'reason' });
    if (signature.meaning !== 'approved' && signature.meaning !== 'performed') {
      throw new LotlineError('VALIDATION', 'Whoever edits a product has performed or approved the change.', {
        field: 'signature.meaning',
      });
    }
    const wrongNumber = faultOfNumber('gtin', change.gtin ?? '');
    if (wrongNumber !== undefined) throw new LotlineError('VALIDATION', wrongNumber, { field: 'gtin' });
    const stored = await findProduct(read, code);
    if (stored === undefined) throw new LotlineError('NOT_FOUND', `There is no product ${code}.`, { field: 'code' });
    if (stored.version !== version) {
      throw new LotlineError(
        'RECORD_CHANGED',
        `${code} was changed by somebody else since you opened it. Load it again; what you typed is kept.`,
        { version: stored.version },
      );
    }
    const { id: _id, version: _version, ...before } = stored;
    const after: ProductValues = { ...before, ...valuesOf(change) };
    const earlier: Readonly<Record<string, unknown>> = before;
    const changed = Object.entries(after)
      .filter(([column, value]) => earlier[column] !== value)
      .map(([column]) => column);
    const changes = changed.map((column) => `${nameOf(column)} ${said(before, column)} → ${said(after, column)}`);
    if (changed.length === 0)
      throw new LotlineError('VALIDATION', 'Nothing was changed, so there is nothing to sign.', { field: 'change' });
    saveProduct(work, after);
    sign(context, {
      operation: 'products.edit',
      statement: `Change product ${code}: ${changes.join(', ')}. ${reason}`,
      records: [{ kind: productRecord, name: code }],
    });
    return { version: version + 1, changed };
  },
};

/** A field as people know it. */
const nameOf = (column: string): string =>
  Object.entries(texts.en.audit.fields).find(([key]) => key === column)?.[1] ?? column;

/** A value as people read it in what they sign. */
function said(values: Readonly<Record<string, string | number | null>>, column: string): string {
  const value = values[column] ?? null;
  if (value === null || value === '') return '–';
  if (column === 'standardCost') return formatCost(Number(value));
  return column === 'stockManaged' ? (value === 1 ? 'yes' : 'no') : String(value);
}

type Change = Partial<Omit<ProductValues, 'code' | 'stockManaged' | 'standardCost'>> & {
  stockManaged?: boolean;
  standardCost?: string;
};

/** What was given, as the store keeps it. What was left out is not there. */
function valuesOf(given: { [K in keyof Change]: Change[K] | undefined }): Partial<ProductValues> {
  const { stockManaged, standardCost, ...rest } = given;
  const plain: Partial<Record<keyof ProductValues, unknown>> = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  );
  // Each is of its column's own type, by the contract.
  const values = plain as Partial<ProductValues>;
  if (stockManaged !== undefined) values.stockManaged = Number(stockManaged);
  if (standardCost !== undefined) values.standardCost = standardCost === '' ? null : costOf(standardCost);
  return values;
}

function costOf(text: string): number {
  const cost = parseCost(text);
  if (cost === undefined || cost < 0n)
    throw new LotlineError('VALIDATION', 'Write the cost with at most four decimals, such as 12.5.', {
      field: 'standardCost',
    });
  return Number(cost);
}
