import { z } from 'zod';
import { listRow } from '#shared/kernel/defineList.ts';
import {
  freeText,
  optionalCode,
  optionalStoredCode,
  plainDateText,
  refusal,
  storedCode,
} from '#shared/kernel/fields.ts';
import { listInput } from '#shared/kernel/list.ts';
import { msg } from '#shared/kernel/message.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { pageOf } from '#shared/kernel/page.ts';
import { unit } from '#shared/kernel/unit.ts';
import { numberingLevels } from '#shared/numbering/vocabulary.ts';
import {
  longestWarranty,
  noticedBys,
  serialList,
  serviceKinds,
  warrantyStarts,
  warrantyStates,
  whereabouts,
} from './vocabulary.ts';

const named = { product: storedCode, serial: storedCode };
const part = optionalStoredCode.default('');

const rule = {
  level: z.enum(numberingLevels),
  code: optionalCode,
  validFrom: plainDateText,
  months: z.number().int().min(0).max(longestWarranty),
  starts: z.enum(warrantyStarts),
};
/** The same as it is recorded, by whatever rules it was made. */
const recordedRule = z.object({ ...rule, code: z.string(), validFrom: z.string(), months: z.number().int() });
export type WarrantyRule = z.infer<typeof recordedRule>;

const happened = z.object({ on: z.string(), partner: z.string(), document: z.string() });

export const serviceEvent = z.object({
  number: z.string(),
  kind: z.enum(serviceKinds),
  doneOn: z.string(),
  done: z.string(),
  partInProduct: z.string(),
  partInSerial: z.string(),
  partOutProduct: z.string(),
  partOutSerial: z.string(),
  /** The serial it was done to: another one where this serial was the part. */
  product: z.string(),
  serial: z.string(),
  personName: z.string(),
  recordedAt: z.string(),
  withdrawn: z.string(),
});
export type ServiceEvent = z.infer<typeof serviceEvent>;

export const missingSerial = z.object({
  number: z.string(),
  product: z.string(),
  serial: z.string(),
  noticedBy: z.enum(noticedBys),
  reason: z.string(),
  personName: z.string(),
  reportedAt: z.string(),
  /** "" while it is missing. */
  foundAt: z.string(),
  foundReason: z.string(),
});
export type MissingSerial = z.infer<typeof missingSerial>;

const moved = ['product', 'partner', 'place', 'lot', 'movement'] as const;

export const serials = {
  /** Every serial. `text` is looked for in its own number and its lot's. */
  list: query({
    permission: 'look',
    reads: ['product', 'partner', 'place', 'lot', 'serial_link', 'status_decision', 'movement', 'missing_serial'],
    input: listInput(serialList),
    output: pageOf(listRow(serialList)),
  }),
  /** What is recorded of a serial beside its movements: whom it went to, warranty, service, parts, where it was missing. */
  get: query({
    permission: 'look',
    reads: [...moved, 'serial_link', 'warranty_rule', 'warranty_end', 'service_event', 'missing_serial'],
    input: z.object(named).strict(),
    output: z.object({
      where: z.enum(whereabouts),
      since: z.string(),
      deliveries: z.array(happened),
      returns: z.array(happened),
      warranty: z.object({
        state: z.enum(warrantyStates),
        startsOn: z.string(),
        endsOn: z.string(),
        months: z.number().int(),
        starts: z.enum(warrantyStarts),
        level: z.union([z.literal(''), z.enum(numberingLevels)]),
        isCorrected: z.boolean(),
        /** Of what was said of its end; 0 for nothing. */
        version: z.number().int(),
      }),
      /** Newest first, also where this serial was a part of another. */
      service: z.array(serviceEvent),
      missing: z.array(missingSerial),
      builtInto: unit.nullable(),
      builtFrom: z.array(unit),
    }),
  }),
  /** The serials that are missing just now, the latest first. */
  listMissing: query({
    permission: 'look',
    reads: ['missing_serial'],
    input: z.object({}).strict(),
    output: z.object({ serials: z.array(missingSerial) }),
  }),
  /** For how long goods are under warranty: the rules of the site, of categories and of products, each from a day on. */
  listWarrantyRules: query({
    permission: 'look',
    reads: ['warranty_rule'],
    input: z.object({}).strict(),
    output: z.object({ rules: z.array(recordedRule) }),
  }),
  /** Says for how long goods are under warranty that are delivered from a day on. */
  saveWarrantyRule: command({
    permission: 'masterData',
    reason: true,
    input: z.object(rule).strict(),
    output: z.object({ saved: z.enum(['new', 'changed', 'same']) }),
  }),
  /** Says another last day of one serial's warranty; "" goes back to its rule. `version` is the one that was looked at. */
  correctWarranty: command({
    permission: 'masterData',
    reason: true,
    input: z
      .object({ ...named, version: z.number().int().min(0), endsOn: z.union([z.literal(''), plainDateText]) })
      .strict(),
    output: z.object({ version: z.number().int() }),
  }),
  /** Records what was done to a serial. */
  recordService: command({
    permission: 'service',
    input: z
      .object({
        ...named,
        kind: z.enum(serviceKinds),
        doneOn: plainDateText,
        done: freeText.refine((text) => text !== '', refusal(msg`It is missing.`)),
        partInProduct: part,
        partInSerial: part,
        partOutProduct: part,
        partOutSerial: part,
      })
      .strict(),
    output: z.object({ number: z.string() }),
  }),
  /** Says that what was recorded of a service does not hold. It stays to be read. */
  withdrawService: command({
    permission: 'service',
    reason: true,
    input: z.object({ product: storedCode, number: storedCode }).strict(),
    output: z.object({ number: z.string() }),
  }),
  /** Says that a serial is not where it should be: it moves nowhere until it is found. */
  reportMissing: command({
    permission: 'service',
    reason: true,
    input: z.object({ ...named, noticedBy: z.enum(noticedBys).default('person') }).strict(),
    output: z.object({ number: z.string() }),
  }),
  reportFound: command({
    permission: 'service',
    reason: true,
    input: z.object(named).strict(),
    output: z.object({ number: z.string() }),
  }),
};
