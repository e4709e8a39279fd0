import { z } from 'zod';
import { listRow } from '#shared/kernel/defineList.ts';
import { listInput } from '#shared/kernel/list.ts';
import {
  lastDayText,
  message,
  optionalCode,
  optionalStoredCode,
  plainDateText,
  positiveQuantityText,
  statusText,
  storedCode,
} from '#shared/kernel/fields.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageOf } from '#shared/kernel/page.ts';
import { meanings } from '#shared/kernel/signature.ts';
import { unitSelector } from '#shared/kernel/unit.ts';
import { lotTrackings, serialTrackings } from '#shared/products/vocabulary.ts';
import { lotList, mostListed, mostMade, mostRegrouped, mostRows } from './vocabulary.ts';

/** Which goods a decision about a status is about: all of a lot or serial that lies in one status, or what of it lies in one place. */
const decided = unitSelector.extend({
  statusFrom: statusText,
  statusTo: statusText,
  /** "" for wherever it lies. */
  location: optionalStoredCode.default(''),
});

/** A lot by its name. */
const lotNamed = { product: storedCode, lot: storedCode, sublot: optionalStoredCode.default('') };
/** "" for none. */
const dateGiven = z.union([z.literal(''), lastDayText]);

/**
 * A lot that a person makes, or several in a row that are alike but for their numbers: those that follow `lot`, or
 * `sublot` where there is one, or the next by the product's pattern where the lot is blank.
 */
const madeByHand = z
  .object({
    product: storedCode,
    lot: optionalCode.default(''),
    sublot: optionalCode.default(''),
    /** How many; null for one. */
    count: z.number().int().min(1).max(mostMade).nullable().default(null),
    supplier: optionalStoredCode.default(''),
    supplierLot: optionalCode.default(''),
    manufacturer: optionalCode.default(''),
    manufacturerLot: optionalCode.default(''),
    reference: optionalCode.default(''),
    manufacturedOn: z.union([z.literal(''), plainDateText]).default(''),
    expiresOn: dateGiven.default(''),
    bestBeforeOn: dateGiven.default(''),
    useByOn: dateGiven.default(''),
    retestOn: dateGiven.default(''),
  })
  .strict();
export type MadeByHand = z.output<typeof madeByHand>;

/** A product and how it is to be tracked. */
const converted = {
  product: storedCode,
  lotTracking: z.enum(lotTrackings),
  serialTracking: z.enum(serialTrackings),
};

/** A row of the list of what lies here, with the names that its goods have or get. */
const listedRow = z
  .object({
    location: storedCode,
    status: statusText,
    quantity: positiveQuantityText,
    lot: optionalCode.default(''),
    sublot: optionalCode.default(''),
    serial: optionalCode.default(''),
    /** When a lot was made that is new by this list; its dates count from then. */
    manufacturedOn: z.union([z.literal(''), plainDateText]).default(''),
  })
  .strict();
export type Listed = z.output<typeof listedRow>;

/** Where a split takes goods from: so much as lies of a lot at one location in one status. */
const splitOff = z
  .object({
    ...lotNamed,
    location: storedCode,
    status: statusText,
    /**
     * What is split off. A blank lot gets the next number of its product's pattern; where the product has sublots it is
     * the same lot, and a blank sublot is the one after its last. A blank `to` is where the goods lie.
     */
    rows: z
      .array(
        z
          .object({
            lot: optionalCode.default(''),
            sublot: optionalCode.default(''),
            quantity: positiveQuantityText,
            to: optionalStoredCode.default(''),
          })
          .strict(),
      )
      .min(1)
      .max(mostRegrouped),
  })
  .strict();
export type SplitOff = z.output<typeof splitOff>;

/** What becomes one lot: of each lot all that lies there in a status, or so much of it. */
const merged = z.object({
  product: storedCode,
  location: storedCode,
  rows: z
    .array(
      z
        .object({
          lot: storedCode,
          sublot: optionalStoredCode.default(''),
          status: statusText,
          quantity: z.union([z.literal(''), positiveQuantityText]).default(''),
        })
        .strict(),
    )
    .min(1)
    .max(mostRegrouped),
  /** The lot it becomes, which may be one of them; a blank one is numbered as a split is. */
  lot: optionalCode.default(''),
  sublot: optionalCode.default(''),
});
export type Merged = z.output<typeof merged>;

/** What came of it: where how much of which lot lies now. */
const regrouped = z.object({
  document: z.string(),
  lots: z.array(
    z.object({
      product: z.string(),
      lot: z.string(),
      sublot: z.string(),
      location: z.string(),
      status: z.string(),
      quantity: z.string(),
    }),
  ),
  movements: z.array(z.number().int()),
  findings: z.array(z.object({ row: z.number().int(), field: z.string(), code: z.string(), message })),
});

export const lots = {
  /**
   * Makes lots before there are any goods of them: all or none. A refusal tells in `faults` what is wrong with which row;
   * what only looks wrong is found.
   */
  create: command({
    permission: 'move',
    input: z.object({ rows: z.array(madeByHand).min(1).max(mostRows) }).strict(),
    output: z.object({
      lots: z.array(z.object({ row: z.number().int(), product: z.string(), lot: z.string(), sublot: z.string() })),
      findings: z.array(z.object({ row: z.number().int(), field: z.string(), code: z.string(), message })),
    }),
  }),
  /** Makes part of a lot other lots or sublots, which keep its supplier, dates, status and cost. */
  split: command({ permission: 'move', input: splitOff, output: regrouped }),
  /** Makes goods of several lots one, where they are alike in status and dates. */
  merge: command({ permission: 'move', input: merged.strict(), output: regrouped }),
  /** The same of goods that are not: all of it gets the worst status and the earliest dates. */
  mergeUnlike: command({
    permission: 'status',
    reason: true,
    signature: { meanings: ['performed'] },
    input: merged.strict(),
    output: regrouped,
  }),
  /** What a merge would make, and of which goods it changes more than the lot. */
  previewMerge: query({
    permission: 'move',
    reads: ['product', 'place', 'lot', 'movement', 'numbering_rule'],
    input: merged.strict(),
    output: z.object({
      /** The lot it becomes. */
      lot: z.string(),
      sublot: z.string(),
      quantity: z.string(),
      unitOfMeasure: z.string(),
      status: z.string(),
      expiresOn: z.string(),
      bestBeforeOn: z.string(),
      useByOn: z.string(),
      retestOn: z.string(),
      areAlike: z.boolean(),
      /** Whose status becomes a worse one. */
      lowered: z.array(z.object({ lot: z.string(), sublot: z.string(), statusFrom: z.string(), quantity: z.string() })),
      /** Of which lots a date becomes an earlier one. */
      shortened: z.array(z.object({ lot: z.string(), sublot: z.string(), expiresOn: z.string() })),
      /** Why it would be refused; "" when it would not. */
      code: z.string(),
      message: z.union([z.literal(''), message]),
    }),
  }),
  /** What of a product's lots lies at a location, which a split or merge there may take. */
  lyingAt: query({
    permission: 'look',
    reads: ['product', 'place', 'lot', 'movement'],
    input: z.object({ product: storedCode, location: storedCode }).strict(),
    output: z.object({
      unitOfMeasure: z.string(),
      /** What the product is packed in, as it keeps that. */
      packUnits: z.string(),
      lines: z.array(
        z.object({
          lot: z.string(),
          sublot: z.string(),
          status: z.string(),
          quantity: z.string(),
          expiresOn: z.string(),
        }),
      ),
    }),
  }),
  /** Every lot. `text` is looked for in its own number, its sublot's and its supplier's. */
  list: query({
    permission: 'look',
    reads: ['product', 'partner', 'place', 'lot', 'serial_link', 'status_decision', 'movement', 'hold', 'setting'],
    input: listInput(lotList),
    output: pageOf(listRow(lotList)),
  }),
  /** What a change of status would do, and how it must be signed. */
  previewStatus: query({
    permission: 'status',
    reads: [
      'product',
      'partner',
      'place',
      'lot',
      'serial_link',
      'status_decision',
      'movement',
      'person',
      'role',
      'authorisation',
      'setting',
    ],
    input: decided.strict(),
    output: z.object({
      quantity: z.string(),
      unitOfMeasure: z.string(),
      places: z.array(z.object({ location: z.string(), quantity: z.string() })),
      serials: z.number().int(),
      /** What the signature says, and whether a second person signs too. */
      meaning: z.enum(meanings),
      needsWitness: z.boolean(),
      /** What is signed, in one sentence. */
      statement: z.string(),
      /** Why it would be refused; "" when it would not. */
      code: z.string(),
      message: z.union([z.literal(''), message]),
    }),
  }),
  /** Decides the status of a lot or serial, signed. `quantity` is what the signer was shown. */
  changeStatus: command({
    permission: 'status',
    reason: true,
    signature: { meanings: ['released', 'rejected', 'performed'], witness: true },
    input: decided.extend({ quantity: positiveQuantityText }).strict(),
    output: z.object({ document: z.string(), quantity: z.string(), movements: z.array(z.number().int()) }),
  }),
  /** The dates of a lot or sublot as they are recorded, "" for none, and the version they are of. */
  getDates: query({
    permission: 'look',
    reads: ['product', 'lot'],
    input: z.object(lotNamed).strict(),
    output: z.object({
      product: z.string(),
      lot: z.string(),
      sublot: z.string(),
      version: z.number().int(),
      expiresOn: z.string(),
      bestBeforeOn: z.string(),
      useByOn: z.string(),
      retestOn: z.string(),
    }),
  }),
  /**
   * Gives a lot other dates, signed. What is left out stays, or moves with the expiry; `version` is the one that was looked
   * at. No status changes by it.
   */
  changeDates: command({
    permission: 'status',
    reason: true,
    signature: { meanings: ['approved', 'performed'] },
    input: z
      .object({
        ...lotNamed,
        version: z.number().int().min(1),
        dates: z
          .object({ expiresOn: dateGiven, bestBeforeOn: dateGiven, useByOn: dateGiven, retestOn: dateGiven })
          .partial()
          .strict(),
      })
      .strict(),
    output: z.object({ product: z.string(), lot: z.string(), version: z.number().int(), changed: z.array(z.string()) }),
  }),
  /** What a conversion of a product to other modes would have to list, and what it takes or why it is refused. */
  previewConversion: query({
    permission: 'look',
    reads: ['product', 'place', 'movement'],
    input: z.object(converted).strict(),
    output: z.object({
      product: z.string(),
      version: z.number().int(),
      /** "" where the change is free or a conversion. */
      refusal: z.union([z.literal(''), message]),
      isFree: z.boolean(),
      unitOfMeasure: z.string(),
      lines: z.array(
        z.object({
          location: z.string(),
          status: z.string(),
          lot: z.string(),
          sublot: z.string(),
          serial: z.string(),
          quantity: z.string(),
        }),
      ),
    }),
  }),
  /**
   * Changes how a product is tracked whose goods have moved, signed: the list names every lot or serial that lies here and
   * has none, which they get in the same entry. A refusal tells in `faults` what is wrong with which row.
   */
  convertTracking: command({
    permission: 'masterData',
    reason: true,
    signature: { meanings: ['approved', 'performed'] },
    input: z
      .object({ ...converted, version: z.number().int().min(1), rows: z.array(listedRow).max(mostListed) })
      .strict(),
    output: z.object({
      product: z.string(),
      version: z.number().int(),
      document: z.string(),
      movements: z.array(z.number().int()),
    }),
  }),
};
