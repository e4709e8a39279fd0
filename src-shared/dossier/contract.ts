import { z } from 'zod';
import { asOfText, message } from '#shared/kernel/fields.ts';
import { heldPart } from '#shared/holds/vocabulary.ts';
import { gs1Faults } from '#shared/kernel/gs1.ts';
import { query } from '#shared/kernel/operation.ts';
import { longestText } from '#shared/kernel/text.ts';
import { unit, unitSelector } from '#shared/kernel/unit.ts';
import { verdicts, whereabouts } from '#shared/serials/vocabulary.ts';
import { borneNumbers, closenesses } from './vocabulary.ts';

/** The page of a lot or serial. Holds, inspections and non-conformances are empty until the work that brings them. */
export const unitPage = z.object({
  unit,
  supplier: z.string(),
  supplierLot: z.string(),
  manufacturedOn: z.string(),
  expiresOn: z.string(),
  /** The input with which it expires, where that is earlier than its shelf life says. */
  expiresWith: z.string(),
  retestOn: z.string(),
  useByOn: z.string(),
  stock: z.array(
    z.object({
      location: z.string(),
      /** Of what kind the location is. */
      kind: z.string(),
      status: z.string(),
      quantity: z.string(),
      unitCost: z.string(),
      /** How much of it is on hold. */
      held: heldPart,
    }),
  ),
  holds: z.array(z.never()),
  inspections: z.array(z.never()),
  nonconformances: z.array(z.never()),
});
export type UnitPage = z.infer<typeof unitPage>;

export const hit = z.object({
  kind: z.enum(['lot', 'serial', 'supplierLot', 'product', 'partner', 'location', 'document', 'inspection', 'plan']),
  /** What to show first: the lot, serial, code or document as typed. */
  label: z.string(),
  /** What tells it apart: product and name, or a partner's name. */
  detail: z.string(),
  unit: unit.nullable(),
  /** Whose number a supplier's lot is; "" for everything else. */
  supplier: z.string(),
  /** The number it was found by, where that is not its own. */
  bears: z.object({ as: z.enum(borneNumbers), number: z.string() }).nullable(),
  closeness: z.enum(closenesses),
});
export type Hit = z.infer<typeof hit>;

/**
 * What a GS1 barcode said. `fault` says why it, or a part of it, cannot have been read right; `notFound` which of the
 * numbers it names are not recorded here. Parts of goods that it does not carry are "".
 */
export const scanned = z.object({
  gtin: z.string(),
  lot: z.string(),
  serial: z.string(),
  expiresOn: z.string(),
  /** Of a barcode that names a pallet, a party or a place. */
  sscc: z.string().optional(),
  /** The numbers that maker and customer give the goods. */
  product: z.string().optional(),
  gln: z.string().optional(),
  order: z.string().optional(),
  notFound: z.array(z.enum(['gtin', 'product', 'lot', 'serial', 'sscc', 'gln', 'order'])).optional(),
  fault: z.enum(['', ...gs1Faults]),
});
export type Scanned = z.infer<typeof scanned>;

const happened = z.object({ on: z.string(), partner: z.string(), document: z.string() });

export const dossier = {
  /** The page of a lot or serial; with `asOf` its stock is what lay there then. Dates and supplier are those of now. */
  get: query({
    permission: 'look',
    reads: [
      'product',
      'product_setting',
      'partner',
      'place',
      'lot',
      'serial_link',
      'status_decision',
      'movement',
      'signature',
      'person',
      'setting',
      'hold',
    ],
    input: unitSelector.extend({ asOf: asOfText.optional() }).strict(),
    output: unitPage,
  }),
  /**
   * Whether a serial that somebody holds is one we know: how it came to be, whom it went to, what does not fit, and which
   * others look like it.
   */
  checkSerial: query({
    permission: 'look',
    reads: ['product', 'partner', 'place', 'lot', 'serial_link', 'movement', 'service_event', 'missing_serial'],
    input: z.object({ text: z.string().min(1).max(longestText) }).strict(),
    output: z.object({
      /** What was read of what was typed or scanned. */
      serial: z.string(),
      gtin: z.string(),
      lot: z.string(),
      found: z.array(
        z.object({
          unit,
          verdict: z.enum(verdicts),
          sentences: z.array(message),
          warnings: z.array(message),
          where: z.enum(whereabouts),
          since: z.string(),
          deliveries: z.array(happened),
          returns: z.array(happened),
          isMissing: z.boolean(),
        }),
      ),
      alike: z.array(unit),
    }),
  }),
  /**
   * Finds lots by any part of their number, that of the supplier or the manufacturer or their reference, sublots, serials
   * and supplier's lots likewise, products by code, name or GTIN, partners by code, name or GLN, documents by how they or
   * the work order begin; and the best record that a scanned barcode names. Best first.
   */
  find: query({
    permission: 'look',
    reads: [
      'product',
      'partner',
      'place',
      'lot',
      'serial_link',
      'status_decision',
      'movement',
      'inspection',
      'inspection_plan',
    ],
    input: z
      .object({ text: z.string().min(1).max(longestText), limit: z.number().int().min(1).max(50).default(20) })
      .strict(),
    output: z.object({ hits: z.array(hit), scanned: scanned.nullable() }),
  }),
};
