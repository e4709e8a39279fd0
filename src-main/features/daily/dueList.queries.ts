import type { SimpleSource } from '#main/store/simpleList.ts';
import { nextDue } from '#shared/daily/nextDue.ts';
import { dueList } from '#shared/daily/vocabulary.ts';
import { lotsHere } from './lying.queries.ts';

/** How the list of what falls due is read: the lots that lie here and have a date ahead of them or behind. */
export const dueSource: SimpleSource<typeof dueList> = {
  list: dueList,
  isOrdered: true,
  async rows(read, { offsetMinutes }) {
    const lots = await lotsHere(read, offsetMinutes);
    return lots
      .flatMap((here) => {
        const { product, productName, lot, sublot, released, quarantine, bestBeforeOn } = here;
        const due = nextDue(here);
        if (due === undefined) return [];
        const named = { lot: { product, lot, sublot, serial: '' }, product, name: productName };
        const row = { ...named, due: due.date, what: due.kind, work: due.work, released, quarantine };
        return [{ ...row, bestBefore: bestBeforeOn ?? '' }];
      })
      .toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
  },
};
