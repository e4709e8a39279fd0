import { z } from 'zod';
import { defineList } from '#shared/kernel/defineList.ts';
import { unit, unitShape } from '#shared/kernel/unit.ts';
import { statusLetters } from '#shared/lots/vocabulary.ts';

/** From when a warranty counts: the day of delivery, or the day the goods were made. */
export const warrantyStarts = ['delivery', 'made'] as const;
export type WarrantyStart = (typeof warrantyStarts)[number];

/** The longest warranty, in months. */
export const longestWarranty = 600;

/** How a warranty stands: no rule has any; it begins with the delivery; nobody knows when the goods were made. */
export const warrantyStates = ['none', 'notDelivered', 'unknown', 'running', 'ended'] as const;
export type WarrantyState = (typeof warrantyStates)[number];

export const serviceKinds = ['repair', 'inspection', 'upgrade', 'partReplaced', 'recallVisit', 'other'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** How it was noticed that a serial is missing. */
export const noticedBys = ['person', 'count'] as const;
export type NoticedBy = (typeof noticedBys)[number];

/** Where the last movement of a serial left it. */
export const whereabouts = [
  'here',
  'customer',
  'supplier',
  'used',
  'scrapped',
  'sampled',
  'countedOut',
  'nowhere',
] as const;
export type Whereabouts = (typeof whereabouts)[number];

/** What the records say of a serial that somebody holds: it is the one we know, or there is a doubt. */
export const verdicts = ['genuine', 'doubtful'] as const;
export type Verdict = (typeof verdicts)[number];

/** A serial as lists show it. Of place, customer and parent at most one is known; what is not is "" or null. */
export const listedSerial = z.object({
  ...unitShape,
  productName: z.string(),
  /** Where it lies, and in which status. */
  location: z.string(),
  status: z.string(),
  /** Who got it last, when it lies nowhere here. */
  customer: z.string(),
  /** What it is built into. */
  parent: unit.nullable(),
  /** Whether it was reported missing and not found since. */
  missing: z.enum(['', 'missing']),
});
export type ListedSerial = z.infer<typeof listedSerial>;

/** The list of serials. Without a sort, the serial recorded last comes first. */
export const serialList = defineList({
  name: 'serials',
  texts: 'serials',
  row: listedSerial,
  asOf: true,
  cells: {
    serial: {
      kind: 'unit',
      header: 'fields.serial',
      of: ({ product, lot, sublot, serial }) => ({ product, lot, sublot, serial }),
      sorts: true,
      width: 170,
    },
    product: { kind: 'code', header: 'fields.product', page: 'product', sorts: true, filters: true },
    name: { kind: 'text', header: 'fields.name', of: ({ productName }) => productName, width: 180 },
    lot: {
      kind: 'unit',
      header: 'fields.lot',
      of: ({ product, lot, sublot }) => (lot === '' ? null : { product, lot, sublot, serial: '' }),
      filters: true,
    },
    where: {
      kind: 'whereabouts',
      header: 'serials.whereTitle',
      of: ({ location, parent, customer }) => ({ location, parent, customer }),
      filters: true,
      values: ['plant', 'elsewhere'],
      said: 'serials.where',
      width: 230,
    },
    status: { kind: 'status', header: 'fields.status', filters: true, values: statusLetters },
    missing: {
      kind: 'hold',
      header: 'serials.missing.title',
      filters: true,
      values: ['missing'],
      said: 'serials.missing.states',
      width: 110,
    },
  },
});
