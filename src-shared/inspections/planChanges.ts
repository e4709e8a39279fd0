import { fold } from '#shared/kernel/fold.ts';
import type { WrittenRow } from './vocabulary.ts';

type Field = keyof WrittenRow;
export type FieldChange = { field: Field; before: string; after: string };
/** A row that is another in the later version, or stands in one of them alone: then it has no fields. */
export type RowChange = {
  balloon: string;
  name: string;
  what: 'added' | 'removed' | 'changed';
  fields: readonly FieldChange[];
};

/** Rows are the same by their number, those without one by their name. */
const keyOf = ({ balloon, name }: WrittenRow): string => (balloon === '' ? `name ${fold(name)}` : fold(balloon));

const textOf = (value: WrittenRow[Field]): string =>
  typeof value === 'boolean' ? (value ? 'yes' : '') : value === null ? '' : String(value);

/** What changed from one version's rows to another's, in the order of the later, then what is gone. */
export function changesOfRows(before: readonly WrittenRow[], after: readonly WrittenRow[]): RowChange[] {
  const earlier = new Map(before.map((row) => [keyOf(row), row]));
  const later = new Set(after.map(keyOf));
  const named = ({ balloon, name }: WrittenRow) => ({ balloon, name });
  return [
    ...after.flatMap((row): RowChange[] => {
      const old = earlier.get(keyOf(row));
      if (old === undefined) return [{ ...named(row), what: 'added', fields: [] }];
      const fields = fieldsOf(row).flatMap((field) => {
        const [was, is] = [textOf(old[field]), textOf(row[field])];
        return was === is ? [] : [{ field, before: was, after: is }];
      });
      return fields.length === 0 ? [] : [{ ...named(row), what: 'changed', fields }];
    }),
    ...before.flatMap((row): RowChange[] =>
      later.has(keyOf(row)) ? [] : [{ ...named(row), what: 'removed', fields: [] }],
    ),
  ];
}

// A row has these fields and no others: the contract's schema is strict.
const fieldsOf = (row: WrittenRow): Field[] => Object.keys(row) as Field[];
