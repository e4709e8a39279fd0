import { z } from 'zod';
import { message, optionalCode, optionalStoredCode, storedCode } from '#shared/kernel/fields.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { longestText } from '#shared/kernel/text.ts';
import { mostAtOnce, numberedKinds, numberingLevels, uniquenesses } from './vocabulary.ts';

const rule = {
  level: z.enum(numberingLevels),
  code: optionalCode,
  lotPattern: optionalCode,
  serialPattern: optionalCode,
  uniqueness: z.union([z.literal(''), z.enum(uniquenesses)]),
};

/** The same as it is recorded, by whatever rules it was made. */
const recorded = z.object({ ...rule, code: z.string(), lotPattern: z.string(), serialPattern: z.string() });
export type NumberingRule = z.infer<typeof recorded>;

/** A pattern that holds for a product: "" where numbers are typed. */
const resolved = z.object({
  pattern: z.string(),
  /** The level that decides; "" where none says anything. */
  level: z.union([z.literal(''), z.enum(numberingLevels)]),
  /** The number that would come next; "" where none can be made, with the reason in `message`. */
  next: z.string(),
  message: z.union([z.literal(''), message]),
});

export const numbering = {
  /** Every rule that says something: the site's first, then those of categories and products. */
  listRules: query({
    permission: 'look',
    reads: ['numbering_rule'],
    input: z.object({}).strict(),
    output: z.object({ rules: z.array(recorded) }),
  }),
  /** How a product is numbered, which level says so, and what comes next. */
  ofProduct: query({
    permission: 'look',
    reads: ['numbering_rule', 'number_series', 'product', 'lot', 'movement'],
    input: z.object({ product: storedCode, supplier: optionalStoredCode.default('') }).strict(),
    output: z.object({
      lots: resolved,
      serials: resolved,
      uniqueness: z.object({ value: z.enum(uniquenesses), level: z.union([z.literal(''), z.enum(numberingLevels)]) }),
    }),
  }),
  /** What a pattern makes of today and of made-up goods, while it is typed. */
  tryPattern: query({
    permission: 'look',
    reads: [],
    input: z.object({ pattern: z.string().max(longestText), product: optionalStoredCode.default('') }).strict(),
    output: z.object({ numbers: z.array(z.string()), message: z.union([z.literal(''), message]) }),
  }),
  /**
   * Numbers for goods: so many from a first one, so many by the product's pattern, or pasted. Which are used already is
   * said of those that were typed; those of the pattern are free.
   */
  plan: query({
    permission: 'look',
    reads: ['numbering_rule', 'number_series', 'product', 'lot', 'movement'],
    input: z
      .object({
        product: storedCode,
        of: z.enum(numberedKinds),
        supplier: optionalStoredCode.default(''),
        from: z.union([
          z.object({ first: z.string().max(longestText), count: z.number() }).strict(),
          z.object({ count: z.number().int().min(1).max(mostAtOnce) }).strict(),
          z.object({ text: z.string().max(10_000_000) }).strict(),
        ]),
      })
      .strict(),
    output: z.object({
      numbers: z.array(
        z.object({ line: z.number().int(), number: z.string(), quantity: z.string(), used: z.boolean() }),
      ),
      issues: z.array(z.object({ line: z.number().int(), message })),
    }),
  }),
  /** Says how a level is numbered; all blank takes its rule back. */
  saveRule: command({
    permission: 'masterData',
    reason: true,
    input: z.object(rule).strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']) }),
  }),
};
