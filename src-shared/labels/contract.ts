import { z } from 'zod';
import { listRow } from '#shared/kernel/defineList.ts';
import { freeText, message, optionalStoredCode, positiveQuantityText } from '#shared/kernel/fields.ts';
import { listInput } from '#shared/kernel/list.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageOf } from '#shared/kernel/page.ts';
import { unitSelector, unitShape } from '#shared/kernel/unit.ts';
import {
  labelDrawing,
  labelKinds,
  labelList,
  labelSizes,
  labelSymbols,
  listedPrint,
  mostCopies,
  mostUnits,
  placesOfSheet,
  tagStates,
} from './vocabulary.ts';

const asked = {
  units: z.array(unitSelector).min(1).max(mostUnits),
  kind: z.enum(labelKinds).default('goods'),
  /** What a status tag says; "" for the one state that the goods are in. */
  state: z.union([z.literal(''), z.enum(tagStates)]).default(''),
  size: z.enum(labelSizes).default('100x50'),
  symbol: z.enum(labelSymbols).default('datamatrix'),
  /** Of each lot or serial. */
  copies: z.number().int().min(1).max(mostCopies).default(1),
  /** In the product's unit, where the label says how much it is on; "" for none. */
  quantity: z.union([z.literal(''), positiveQuantityText]).default(''),
  /** So many places of the first sheet are used already. */
  skip: z
    .number()
    .int()
    .min(0)
    .max(placesOfSheet - 1)
    .default(0),
  language: z.enum(['en', 'de']).default('en'),
};

const whole = z.number().int().min(0).max(1_000_000);
const counted = {
  printed: z.number().int(),
  used: z.number().int(),
  destroyed: z.number().int(),
  /** Printed, and neither used nor destroyed. */
  missing: z.number().int(),
};
const goods = ['label_print', 'product', 'partner', 'place', 'lot', 'movement', 'hold'];

export const labels = {
  /** Labels that were printed. */
  list: query({
    permission: 'look',
    reads: ['label_print'],
    input: listInput(labelList),
    output: pageOf(listRow(labelList)),
  }),
  /** The labels of a lot or serial, the last hundred, and what became of those of its lot. */
  ofUnit: query({
    permission: 'look',
    reads: [...goods, 'label_count'],
    input: unitSelector,
    output: z.object({
      hasGtin: z.boolean(),
      /** What a status tag may say just now. */
      states: z.array(z.enum(tagStates)),
      prints: z.array(listedPrint),
      /** Of the lot, or of a serial that has none; status tags are not counted. */
      count: z.object({
        ...unitShape,
        ...counted,
        note: z.string(),
        /** "" where nobody counted them. */
        countedAt: z.string(),
        countedBy: z.string(),
        version: z.number().int(),
      }),
    }),
  }),
  /** How the first label would look, how many there would be, and what keeps others from being printed. */
  preview: query({
    permission: 'label',
    reads: goods,
    input: z.object(asked).strict(),
    output: z.object({
      first: labelDrawing.nullable(),
      says: z.string(),
      labels: z.number().int(),
      /** So many of the lots or serials have such a label already, so that a reason is asked for. */
      again: z.number().int(),
      issues: z.array(z.object({ ...unitShape, text: message })),
    }),
  }),
  /** Prints labels into one document, which is handed over once. All are printed, or none. */
  print: command({
    permission: 'label',
    input: z.object({ ...asked, reason: z.union([z.literal(''), freeText]).default('') }).strict(),
    output: z.object({
      /** The name under which it is fetched. */
      document: z.string(),
      name: z.string(),
      size: z.number().int(),
      sha256: z.string(),
      numbers: z.array(z.string()),
      labels: z.number().int(),
    }),
  }),
  /** Says what became of the labels of a lot; `version` is the count that was looked at, 0 for none. */
  reconcile: command({
    permission: 'reconcile',
    input: z
      .object({
        product: unitSelector.shape.product,
        lot: optionalStoredCode.default(''),
        sublot: optionalStoredCode.default(''),
        serial: optionalStoredCode.default(''),
        version: z.number().int().min(0),
        used: whole,
        destroyed: whole,
        note: z.union([z.literal(''), freeText]).default(''),
      })
      .strict(),
    output: z.object({ ...counted, version: z.number().int() }),
  }),
};
