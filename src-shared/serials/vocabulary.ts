import { z } from 'zod';
import { defineList } from '#shared/kernel/defineList.ts';
import { unit, unitShape } from '#shared/kernel/unit.ts';
import { statusLetters } from '#shared/lots/vocabulary.ts';

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
});
export type ListedSerial = z.infer<typeof listedSerial>;

/** The list of serials. Without a sort, the serial recorded last comes first. */
export const serialList = defineList({
  name: 'serials',
  texts: 'serials',
  row: listedSerial,
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
  },
});
