import { z } from 'zod';
import { listInput, listShape } from '#shared/kernel/list.ts';
import { query } from '#shared/kernel/operation.ts';
import { pageOf } from '#shared/kernel/page.ts';
import { lotList } from './vocabulary.ts';

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

/** A question to the list without its page: what a document of it is asked. */
export const lotListQuestion = z.object(listShape(lotList)).strict();
export type LotListQuestion = z.output<typeof lotListQuestion>;

export const lots = {
  /** Every lot. `text` is looked for in its own number, its sublot's and its supplier's. */
  list: query({ permission: 'look', input: listInput(lotList), output: pageOf(listedLot) }),
};
