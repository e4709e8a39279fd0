import { describe, expect, it } from 'vitest';
import type { Cells } from '../support/exportFiles.ts';
import { tellInTurn as tell } from '../support/foundInTurn.ts';
import { on, row } from '../support/plantTables.ts';

const oil = row('receipt', 'OIL O1', 100, on(2));

describe('goods that a work order gives back', () => {
  it('may have been used under serials that were named on issue', async () => {
    const chips = row('receipt', 'CHIP L1', 9, on(2));
    const used = [row('consumption', 'CHIP L1 #1', 1, on(4)), row('consumption', 'CHIP L1 #2', 1, on(4))];
    const unused = (quantity: number) => row('production-return', 'CHIP L1', quantity, on(5));
    expect(await tell([chips, ...used, unused(2)])).toEqual([[]]);
    expect(await tell([chips, ...used, unused(3)])).toEqual([
      [expect.stringContaining('gave back 3 of CHIP lot L1, but used 2 in all')],
    ]);
  });

  const use = (quantity: number, day = 4, more: Cells = {}) => row('consumption', 'OIL O1', quantity, on(day), more);
  const unused = (quantity: number, day = 6, more: Cells = {}) =>
    row('production-return', 'OIL O1', quantity, on(day), more);

  it('are told where another run used them, by run where both name one', async () => {
    const runs = [use(8, 4, { run: '1' }), use(3, 4, { run: '2' })];
    const other = expect.stringContaining('DOC-1: run 2 of work order WO-1 gave back 4 of OIL lot O1, but had used 3');
    expect(await tell([oil, ...runs, unused(4, 6, { run: '2' })])).toEqual([[other]]);
    expect(await tell([oil, ...runs], [unused(3, 6, { run: '2' })], [unused(1, 7, { run: '2' })])).toEqual([
      [],
      [],
      [other],
    ]);
    const never = expect.stringContaining('run 3 of work order WO-1 gave back 1 of OIL lot O1, but had used 0');
    expect(await tell([oil, ...runs, unused(1, 6, { run: '3' })])).toEqual([[never]]);
    // What names no run may be any run's, both what was used and what is given back.
    expect(await tell([oil, ...runs, unused(9), unused(2, 6, { run: '1' })])).toEqual([[]]);
    expect(await tell([oil, ...runs, use(5), unused(8, 6, { run: '2' })])).toEqual([[]]);
  });

  it('are told where they were used a day later or more, and once', async () => {
    const early = expect.stringContaining('DOC-1: work order WO-1 gave back 5 of OIL lot O1, but had used 0 by then');
    expect(await tell([oil, unused(5, 3), use(9)])).toEqual([[early]]);
    expect(await tell([oil, use(9)], [unused(5, 3)], [unused(1, 5)])).toEqual([[], [early], []]);
    expect(await tell([oil, use(4, 2), unused(5, 3), use(9)])).toEqual([
      [expect.stringContaining('gave back 5 of OIL lot O1, but had used 4 by then')],
    ]);
    // Used is booked when the shift or the day ends.
    const atNight = { ...use(9), at: on(4, '07:00') };
    expect(await tell([oil, unused(5, 3), atNight], [unused(4, 9)])).toEqual([[], []]);
    const used = use(9, 2, { id: 'USED' });
    const undone = {
      ...used,
      id: 'U',
      reverses: 'USED',
      from: '',
      status_from: '',
      to: 'STORE',
      status: 'A',
      at: on(7),
    };
    expect(await tell([oil, used, use(9, 8), unused(5, 3)], [undone])).toEqual([
      [],
      [expect.stringMatching(/^2 quantity .*gave back 5 of OIL lot O1, but had used 0 by then/)],
    ]);
  });
});
