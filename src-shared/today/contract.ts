import { z } from 'zod';
import { plainDateText } from '#shared/kernel/fields.ts';
import { query } from '#shared/kernel/operation.ts';
import { listedLot } from '#shared/lots/vocabulary.ts';
import { dutyKinds, goodsKinds, taskGroups } from './vocabulary.ts';

/** By which day, as a plain date, and since when, as ISO text; "" for neither. */
const times = { due: z.string(), since: z.string() };
const waitingGoods = z.object({
  kind: z.enum(goodsKinds),
  /** What the same goods wait for beside. */
  also: z.array(z.enum(goodsKinds)),
  ...times,
  lot: listedLot,
});
/** What it does not have is "" or 0. */
const duty = z.object({
  kind: z.enum(dutyKinds),
  ...times,
  /** Whose account waits. */
  user: z.string(),
  /** The name of a report that is kept and scheduled. */
  report: z.string(),
  /** The entry of the trail it is about, or the first of those. */
  entry: z.number().int(),
  /** Findings of an import, entries nobody looked through, entries no backup has, or holds. */
  count: z.number().int(),
});
export type WaitingGoods = z.infer<typeof waitingGoods>;
export type Duty = z.infer<typeof duty>;

/** Something that waits, computed from what is recorded: it is gone with its cause. */
export const task = z.discriminatedUnion('kind', [waitingGoods, duty]);
export type Task = z.infer<typeof task>;

const count = z.number().int();
/** The day where the person sits. */
const day = plainDateText;
const ofLots = ['product', 'partner', 'place', 'lot', 'serial_link', 'status_decision', 'movement'] as const;

export const today = {
  /** What waits for whoever asks, by what their permissions let them do about it: the first of each group, and how many. */
  list: query({
    permission: 'look',
    reads: [...ofLots, 'hold', 'entry', 'supplier_approval', 'partner_terms', 'inspection'],
    input: z.object({ today: day, limit: z.number().int().min(1).max(200).default(50) }).strict(),
    output: z.object({
      groups: z.array(z.object({ group: z.enum(taskGroups), total: count, tasks: z.array(task) })),
      /** As many as the views of the list of lots have that bear these names. */
      counts: z.object({ expired: count, quarantine: count, expiring: count, rejected: count }),
      /** When the last backup was made, which is verified with it; "" for never. */
      lastBackup: z.string(),
      /** The lot in stock that expires next; null where none does within a year. */
      next: listedLot.nullable(),
    }),
  }),
  /**
   * How many lots were received, released, and put into quarantine or rejected on each of the 14 days up to today, and
   * how many in stock expire on each of the 14 from today on.
   */
  days: query({
    permission: 'look',
    reads: [...ofLots],
    input: z.object({ today: day }).strict(),
    output: z.object({
      past: z.array(z.object({ date: z.string(), received: count, released: count, held: count })),
      ahead: z.array(z.object({ date: z.string(), expiring: count })),
    }),
  }),
};
