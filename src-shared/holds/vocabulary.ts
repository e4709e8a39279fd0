import { z } from 'zod';
import { defineList } from '#shared/kernel/defineList.ts';
import type { Unit } from '#shared/kernel/unit.ts';

/** What a hold is on, by what narrows it down most. */
export const holdKinds = ['serials', 'lot', 'workOrder', 'supplier', 'location'] as const;
export type HoldKind = (typeof holdKinds)[number];

/** How much of some goods is on hold. */
export const heldParts = ['', 'whole', 'part'] as const;
export const heldPart = z.enum(heldParts);
export type HeldPart = z.infer<typeof heldPart>;

/** What is said of several lines that are shown as one. */
export function heldTogether(parts: readonly HeldPart[]): HeldPart {
  const [first = '', ...others] = parts;
  return others.every((part) => part === first) ? first : 'part';
}

/** So many holds are set or lifted with one signature. */
export const mostHolds = 5_000;

/** So many lots and serials of a hold are named before it is set. */
export const mostPreviewed = 50;

/** What to hold, where a lot or a serial is meant. */
export const targetOf = ({ product, lot, sublot, serial }: Unit) => ({ product, lot, sublot, serialFrom: serial });

/** A hold as lists show it; what does not apply is "". */
export const listedHold = z.object({
  number: z.string(),
  state: z.enum(['holds', 'lifted']),
  what: z.enum(holdKinds),
  product: z.string(),
  productName: z.string(),
  lot: z.string(),
  sublot: z.string(),
  serialFrom: z.string(),
  serialTo: z.string(),
  supplier: z.string(),
  workOrder: z.string(),
  location: z.string(),
  receivedFrom: z.string(),
  receivedTo: z.string(),
  reason: z.string(),
  /** The hold it was set and signed with. */
  act: z.string(),
  setAt: z.string(),
  /** For how many days it has held, or held. */
  days: z.number().int(),
  setBy: z.string(),
  liftedAt: z.string(),
  liftReason: z.string(),
  /** How much it is on just now, where that is of one unit of measure, and of how many lots and serials; null once lifted. */
  quantity: z.object({ amount: z.string(), unit: z.string() }).nullable(),
  units: z.number().int().nullable(),
});
export type ListedHold = z.infer<typeof listedHold>;

type Named = Pick<ListedHold, 'product' | 'lot' | 'sublot' | 'serialFrom' | 'serialTo'>;

/** The lot or the one serial a hold is on; null where it is on other goods. */
const unitOf = ({ product, lot, sublot, serialFrom, serialTo }: Named): Unit | null => {
  const serial = serialTo === '' ? serialFrom : '';
  return lot === '' && serial === '' ? null : { product, lot, sublot, serial };
};

/** The list of holds. Without a sort, the one set last comes first. */
export const holdList = defineList({
  name: 'holds',
  texts: 'holds.list',
  row: listedHold,
  cells: {
    number: { kind: 'code', header: 'holds.number', sorts: true, filters: true, width: 90 },
    state: {
      kind: 'choice',
      header: 'holds.state',
      values: ['holds', 'lifted'],
      said: 'holds.states',
      filters: true,
      width: 110,
    },
    what: {
      kind: 'choice',
      header: 'holds.what',
      values: holdKinds,
      said: 'holds.kinds',
      filters: true,
      width: 130,
    },
    // A click on a row opens what its first link leads to: the goods that are on hold.
    goods: { kind: 'unit', header: 'holds.goods', of: unitOf, width: 190 },
    product: { kind: 'code', header: 'fields.product', page: 'product', sorts: true, filters: true },
    name: { kind: 'text', header: 'fields.name', of: ({ productName }) => productName, width: 190 },
    serials: {
      kind: 'text',
      header: 'holds.serials',
      of: ({ serialFrom, serialTo }) => (serialTo === '' ? '' : `${serialFrom} – ${serialTo}`),
      extra: true,
      width: 190,
    },
    lot: { kind: 'code', header: 'fields.lot', extra: true, sorts: true, filters: true },
    quantity: { kind: 'quantity', header: 'holds.quantity', width: 110 },
    units: { kind: 'integer', header: 'holds.units', extra: true, width: 130 },
    supplier: { kind: 'code', header: 'fields.supplier', page: 'partner', extra: true, filters: true },
    workOrder: { kind: 'code', header: 'fields.workOrder', extra: true, filters: true },
    location: { kind: 'code', header: 'fields.location', page: 'location', filters: true },
    receivedFrom: { kind: 'date', header: 'holds.receivedFrom', extra: true, filters: true },
    receivedTo: { kind: 'date', header: 'holds.receivedTo', extra: true, filters: true },
    reason: { kind: 'text', header: 'audit.fields.reason', filters: true, width: 260 },
    days: { kind: 'integer', header: 'holds.days', sorts: true, width: 90 },
    setBy: { kind: 'text', header: 'holds.setBy', filters: true, width: 150 },
    setAt: { kind: 'moment', header: 'holds.setAt', sorts: true, filters: true, width: 190 },
    liftedAt: { kind: 'moment', header: 'holds.liftedAt', extra: true, sorts: true, filters: true, width: 190 },
    liftReason: { kind: 'text', header: 'holds.liftReason', extra: true, filters: true, width: 220 },
    act: { kind: 'code', header: 'holds.act', extra: true, filters: true, width: 100 },
  },
});
