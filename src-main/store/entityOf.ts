import { defineEntity, p } from '@mikro-orm/core';
import type { Field, FieldKind, RecordKind, WholeNumber } from '#shared/kernel/record.ts';
import { isWholeNumber } from '#shared/kernel/record.ts';

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

type Index = { name: string; properties?: string[]; expression?: string };

/**
 * The table of a kind of record, for the ORM's comparison of schemas and for typed queries. `unique` names the index of
 * its key where a migration called it otherwise than by the kind.
 */
export function entityOf<F extends Readonly<Record<string, Field>>, N extends string>(
  kind: RecordKind<F, N>,
  { unique = `${kind.name}_key`, indexes = [] }: { unique?: string; indexes?: readonly Index[] } = {},
) {
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
    uniques: [{ name: unique, properties: [...kind.key] as never }],
    // Those who declare an index name columns of the kind.
    indexes: indexes as never,
    properties,
  });
}
