import { z } from 'zod';
import { type PlainDate, addDays } from './dates.ts';
import { optionalStoredCode, plainDateText, searchText } from './fields.ts';

/**
 * What the blank of a report takes, as the fields of forms know it. A date that is left blank is so many days from the
 * day it is asked on; a choice has its words among the texts, at `words`.
 */
export type ParameterKind =
  | { readonly kind: 'code' | 'text' | 'flag' }
  | { readonly kind: 'date'; readonly days: number }
  | { readonly kind: 'choice' | 'choices'; readonly values: readonly string[]; readonly words: string };

const kinds = z.registry<ParameterKind>();
const known = <S extends z.ZodType>(schema: S, kind: ParameterKind): S => {
  kinds.add(schema, kind);
  return schema;
};

/** The blanks of a report, for its schema. Each may be left out. */
export const parameter = {
  code: () => known(optionalStoredCode.default(''), { kind: 'code' }),
  text: () => known(searchText.default(''), { kind: 'text' }),
  flag: () => known(z.boolean().default(false), { kind: 'flag' }),
  date: (days: number) => known(plainDateText.or(z.literal('')).default(''), { kind: 'date', days }),
  choice: <const V extends readonly [string, ...string[]]>(values: V, words: string) =>
    known(z.enum(values).default(values[0]), { kind: 'choice', values, words }),
  choices: <const V extends readonly [string, ...string[]]>(values: V, words: string) =>
    known(z.array(z.enum(values)).max(values.length).default([]), { kind: 'choices', values, words }),
};

/** The blanks of a schema that a person fills in, in their order. Others are put together on a screen of their own. */
export const blanksOf = ({ shape }: z.ZodObject): (ParameterKind & { name: string })[] =>
  Object.entries(shape).flatMap(([name, schema]) => {
    // Every field of an object's shape is a schema of the same library.
    const kind = kinds.get(schema as z.ZodType);
    return kind === undefined ? [] : [{ name, ...kind }];
  });

/** The same parameters with a day in each date that was left blank, so that asking again later asks the same. */
export function withDays(
  schema: z.ZodObject,
  parameters: Readonly<Record<string, unknown>>,
  today: PlainDate,
): Record<string, unknown> {
  const days = blanksOf(schema).flatMap((blank) =>
    blank.kind === 'date' && parameters[blank.name] === '' ? [[blank.name, addDays(today, blank.days)] as const] : [],
  );
  return { ...parameters, ...Object.fromEntries(days) };
}
