import { defineEntity, p } from '@mikro-orm/core';
import type { Field, FieldKind, Fields, RecordIndex, RecordKind, WholeNumber } from '#shared/kernel/record.ts';
import { isWholeNumber } from '#shared/kernel/record.ts';
import { snake } from './records.ts';

const id = p.integer().primary().autoincrement(false);
const whole = p.integer();
const maybeWhole = p.integer().nullable();
const text = <T>() => p.text().$type<T>();
const maybeText = <T>() => p.text().$type<T>().nullable();

type ColumnOf<F> =
  F extends Field<infer T, infer K extends FieldKind, infer N>
    ? K extends WholeNumber
      ? N extends true
        ? typeof maybeWhole
        : typeof whole
      : N extends true
        ? ReturnType<typeof maybeText<NonNullable<T>>>
        : ReturnType<typeof text<T>>
    : never;
type ColumnsOf<F> = { [K in keyof F]: ColumnOf<F[K]> };

/** A kind of record as the ORM and typed queries know it. */
export type EntityOf<K> = K extends RecordKind<infer F, infer N> ? ReturnType<typeof entityOf<F, N>> : never;

/** The table of a kind of record, for the ORM's comparison of schemas and for typed queries. */
export function entityOf<F extends Fields, N extends string>(kind: RecordKind<F, N>) {
  const columns = Object.entries(kind.fields).map(([name, { kind: of, nullable }]) => {
    if (isWholeNumber(of)) return [name, nullable ? maybeWhole : whole];
    return [name, nullable ? maybeText() : text()];
  });
  // As ColumnsOf maps them, one by one.
  const properties = { id, ...(Object.fromEntries(columns) as ColumnsOf<F>), version: whole };
  return defineEntity({
    name: kind.name,
    tableName: kind.name,
    // The declaration checks that the key names fields; here its names are plain texts.
    uniques: [{ name: kind.keyIndex, properties: [...kind.key] as never }],
    indexes: kind.indexes.map((index) => indexOf(kind, index)),
    properties,
  });
}

function indexOf({ name: table, fields }: RecordKind, { name, columns, filled }: RecordIndex) {
  const [first = ''] = columns;
  if (!filled) return { name, properties: [...columns] };
  const isFilled = fields[first]?.nullable === true ? 'is not null' : "<> ''";
  const listed = columns.map((column) => `\`${snake(column)}\``).join(', ');
  return { name, expression: `create index \`${name}\` on \`${table}\` (${listed}) where ${snake(first)} ${isFilled}` };
}
