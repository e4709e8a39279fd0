import { z } from 'zod';
import { defineList } from '#shared/kernel/defineList.ts';

/** The letters a stock status begins with. */
export const statusLetters = ['A', 'Q', 'R'] as const;
export type StatusLetter = (typeof statusLetters)[number];

/** So many rows of lots are sent at once, and so many lots made of them, at most. */
export const mostRows = 1000;
export const mostMade = 10_000;
/** So many rows a conversion lists at most. */
export const mostListed = 10_000;
/** So many lots are split off or merged at once. */
export const mostRegrouped = 200;

/** A lot as lists show it; what is not recorded is "". */
export const listedLot = z.object({
  product: z.string(),
  productName: z.string(),
  lot: z.string(),
  sublot: z.string(),
  supplier: z.string(),
  supplierLot: z.string(),
  manufacturedOn: z.string(),
  expiresOn: z.string(),
  retestOn: z.string(),
  /** How much of it lies in the plant, its serials included. */
  onHand: z.string(),
  unitOfMeasure: z.string(),
  /** The statuses it lies in, by letter. */
  statuses: z.array(z.string()),
});
export type ListedLot = z.infer<typeof listedLot>;

/** The same in the list of lots, which says as well how much of what lies here of it is on hold. */
export const lotRow = listedLot.extend({ held: z.enum(['', 'whole', 'part']) });

/** The list of lots. Without a sort, the lot recorded last comes first. */
export const lotList = defineList({
  name: 'lots',
  texts: 'lots',
  row: lotRow,
  asOf: true,
  cells: {
    lot: {
      kind: 'unit',
      header: 'fields.lot',
      of: ({ product, lot, sublot }) => ({ product, lot, sublot, serial: '' }),
      sorts: true,
      width: 160,
    },
    product: { kind: 'code', header: 'fields.product', page: 'product', sorts: true, filters: true },
    name: { kind: 'text', header: 'fields.name', of: ({ productName }) => productName, width: 190 },
    onHand: {
      kind: 'quantity',
      header: 'dossier.onHand',
      of: ({ onHand, unitOfMeasure }) => ({ amount: onHand, unit: unitOfMeasure }),
      filters: true,
      values: ['yes', 'no'],
      said: 'lots.onHand',
      width: 130,
    },
    status: {
      kind: 'statuses',
      header: 'fields.status',
      of: ({ statuses }) => statuses,
      filters: true,
      values: statusLetters,
    },
    held: { kind: 'hold', header: 'holds.on', filters: true, values: ['whole', 'part'], said: 'lots.held', width: 130 },
    expiresOn: {
      kind: 'expiry',
      header: 'dossier.expiresOn',
      of: ({ expiresOn, statuses }) => ({ date: expiresOn, isHere: statuses.length > 0 }),
      said: 'lots.expired',
      sorts: true,
      filters: true,
      width: 132,
    },
    retestOn: { kind: 'date', header: 'dossier.retestOn', extra: true, sorts: true, filters: true, width: 132 },
    manufacturedOn: {
      kind: 'date',
      header: 'dossier.manufacturedOn',
      extra: true,
      sorts: true,
      filters: true,
      width: 132,
    },
    supplier: { kind: 'code', header: 'fields.supplier', page: 'partner', sorts: true, filters: true, width: 140 },
    supplierLot: { kind: 'code', header: 'fields.supplierLot', sorts: true, filters: true },
  },
});
