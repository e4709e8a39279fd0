import { z } from 'zod';
import { freeText, name, optionalName, optionalStoredCode, plainDateText } from '#shared/kernel/fields.ts';
import { mostRows, planStandings, writtenRow } from './vocabulary.ts';

/** How many are drawn by class, as planners write it. */
const samplings = z.object({ critical: name, major: name, minor: name }).strict();

/** What goods a plan is used for; "" for any. A product or a category, never both. */
export const used = {
  product: optionalStoredCode.default(''),
  category: optionalStoredCode.default(''),
  supplier: optionalStoredCode.default(''),
  operation: optionalName.default(''),
};

export const writtenPlan = {
  name,
  /** The day from which it is meant to be in force. */
  validFrom: plainDateText,
  /** The last day; "" for no end. */
  validUntil: z.union([z.literal(''), plainDateText]).default(''),
  basedOn: optionalName.default(''),
  revision: optionalName.default(''),
  /** What is new in this version. */
  note: freeText.default(''),
  samplings,
  isCurtailed: z.boolean().default(false),
  drawsLargest: z.boolean().default(true),
  isDecidedByAnother: z.boolean().default(false),
  rows: z.array(writtenRow).min(1).max(mostRows),
};

export const versionShown = z.object({
  planVersion: z.number().int(),
  standing: z.enum(planStandings),
  validFrom: z.string(),
  validUntil: z.string(),
  note: z.string(),
  author: z.string(),
  approver: z.string(),
});
