import { z } from 'zod';
import { name, refusal, storedCode } from '#shared/kernel/fields.ts';
import { msg } from '#shared/kernel/message.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { viewedLists } from './vocabulary.ts';

/** The longest question a view may keep, in characters of its JSON. */
const longestQuestion = 8000;

const answer = z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(500)).max(500)]);
const question = z
  .record(z.string().max(60), answer)
  .refine(
    (asked) => JSON.stringify(asked).length <= longestQuestion,
    refusal(msg`It asks too much to be kept as a view.`),
  );

/** A list as a person wants to see it again: filters, sort and columns as they stand in the address. */
export const savedView = z.object({ name: z.string(), question });
export type SavedView = z.infer<typeof savedView>;

const list = z.enum(viewedLists);

/** The names of the operations begin with "people", as they stand in trails and scripts. */
export const views = {
  /** The views of a list that the one who asks has saved, by name. */
  listViews: query({
    permission: 'look',
    reads: ['saved_view'],
    input: z.object({ list }).strict(),
    output: z.object({ views: z.array(savedView) }),
  }),
  /** Keeps a view under a name; one of that name before is replaced. */
  saveView: command({
    permission: 'look',
    input: savedView.extend({ list, name }).strict(),
    output: z.object({ view: z.enum(['new', 'changed', 'same']) }),
  }),
  /** Takes a view from the list of views; its versions stay in the journal. A report that is kept may be scheduled. */
  removeView: command({
    permission: 'look',
    input: z
      .object({
        list: list.refine(
          (named) => named !== 'reports',
          refusal(msg`A kept report is removed by reports.removeSaved, which ends its schedule too.`),
        ),
        name: storedCode,
      })
      .strict(),
    output: z.object({ removed: z.boolean() }),
  }),
};
