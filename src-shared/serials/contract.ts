import { listRow } from '#shared/kernel/defineList.ts';
import { listInput } from '#shared/kernel/list.ts';
import { query } from '#shared/kernel/operation.ts';
import { pageOf } from '#shared/kernel/page.ts';
import { serialList } from './vocabulary.ts';

export const serials = {
  /** Every serial. `text` is looked for in its own number and its lot's. */
  list: query({
    permission: 'look',
    reads: ['product', 'partner', 'place', 'lot', 'serial_link', 'status_decision', 'movement'],
    input: listInput(serialList),
    output: pageOf(listRow(serialList)),
  }),
};
