import { formatMoment } from '#shared/kernel/dates.ts';
import { formatCost, formatQuantity } from '#shared/kernel/quantity.ts';
import type { Field, RecordKind } from '#shared/kernel/record.ts';
import type { Sentence, SentenceValue } from './sentence.ts';

type Values = Readonly<Record<string, string | number | null>>;
export type Changed = { before: Values; after: Values; changed: readonly string[] };

/** What of a record changes, field by field in the order people know them in, as its declaration says what each is. */
export function changesOf({ fields, columns }: RecordKind, { before, after, changed }: Changed): SentenceValue {
  const parts = columns
    .filter((column) => changed.includes(column))
    .map((column): Sentence => {
      const field = fields[column];
      if (field === undefined) throw new Error(`there is no field ${column}`);
      return {
        code: 'fieldChanged',
        values: {
          field: { word: `audit.fields.${column}`, or: column },
          before: valueOf(field, before[column] ?? null),
          after: valueOf(field, after[column] ?? null),
        },
      };
    });
  // Some values have commas in them.
  return { parts, between: '; ' };
}

function valueOf({ kind, words }: Field, value: string | number | null): SentenceValue {
  if (value === null || value === '') return '\u2013';
  switch (kind) {
    case 'flag':
      return value === 1 ? { word: 'common.yes', or: 'yes' } : { word: 'common.no', or: 'no' };
    case 'cost':
      return { decimal: formatCost(Number(value)) };
    case 'quantity':
      return { decimal: formatQuantity(BigInt(value)) };
    case 'moment':
      return formatMoment(Number(value));
    case 'choice': {
      const chosen = String(value).split(',');
      return {
        parts: chosen.map((one) => ({ code: 'choice', values: { choice: { word: `${words}.${one}`, or: one } } })),
      };
    }
    default:
      return String(value);
  }
}
