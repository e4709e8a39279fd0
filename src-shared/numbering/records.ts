import { field, record, type ValuesOf } from '#shared/kernel/record.ts';
import type { NumberingLevel, Uniqueness } from './vocabulary.ts';

/** How lots and serials of the site, of a category or of a product are numbered. What is "" the level above decides. */
export const numberingRuleRecord = record({
  name: 'numbering_rule',
  key: ['level', 'code'],
  fields: {
    level: field.choice<NumberingLevel>('numbering.levels'),
    /** Of the category or the product; "" of the site. */
    code: field.code(),
    lotPattern: field.code(),
    serialPattern: field.code(),
    uniqueness: field.choice<Uniqueness | ''>('numbering.uniquenesses'),
  },
});
export type NumberingRuleValues = ValuesOf<typeof numberingRuleRecord>;

/** How far the numbers between two texts were counted. */
export const numberSeriesRecord = record({
  name: 'number_series',
  key: ['before', 'after'],
  fields: { before: field.code(), after: field.code(), last: field.number() },
});
