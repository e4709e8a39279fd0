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
import { lotList, mostListed, mostMade, mostRows } from './vocabulary.ts';

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
  /** Every lot. `text` is looked for in its own number, its sublot's and its supplier's. */
  list: query({
    permission: 'look',
    reads: ['product', 'partner', 'place', 'lot', 'serial_link', 'status_decision', 'movement', 'hold'],
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
