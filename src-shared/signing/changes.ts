import { formatMoment } from '#shared/kernel/dates.ts';
import { formatCost, formatQuantity } from '#shared/kernel/quantity.ts';
import type { Field, RecordKind } from '#shared/kernel/record.ts';
import { type MessageValue, msg } from '#shared/kernel/message.ts';

type Values = Readonly<Record<string, string | number | null>>;
export type Changed = { before: Values; after: Values; changed: readonly string[] };

/** What of a record changes, field by field in the order people know them in, as its declaration says what each is. */
export function changesOf({ fields, columns }: RecordKind, { before, after, changed }: Changed): MessageValue {
  const list = columns
    .filter((column) => changed.includes(column))
    .map((column) => {
      const field = fields[column];
      if (field === undefined) throw new Error(`there is no field ${column}`);
      const name = { word: `audit.fields.${column}`, or: column };
      return msg`${name} ${valueOf(field, before[column] ?? null)} → ${valueOf(field, after[column] ?? null)}`;
    });
  // Some values have commas in them.
  return { list, between: '; ' };
}

function valueOf({ kind, words }: Field, value: string | number | null): MessageValue {
  if (value === null || value === '') return '\u2013';
  switch (kind) {
    case 'flag':
      return value === 1 ? { word: 'common.yes', or: 'yes' } : { word: 'common.no', or: 'no' };
    case 'cost':
      return { decimal: formatCost(Number(value)) };
    case 'quantity':
      return { decimal: formatQuantity(BigInt(value)) };
    case 'days':
      return value === 1 ? msg`${value} day` : msg`${value} days`;
    case 'moment':
      return formatMoment(Number(value));
    case 'choice':
      return {
        list: String(value)
          .split(',')
          .map((one) => ({ word: `${words}.${one}`, or: one })),
        between: ', ',
      };
    default:
      return String(value);
  }
}
