import { describe, expect, it } from 'vitest';
import type { Cells } from '../support/exportFiles.ts';
import { foundInTurn } from '../support/foundInTurn.ts';
import { on, row, undoing } from '../support/plantTables.ts';

describe('runs of one work order that do not meet', () => {
  const oil = row('receipt', 'OIL O1', 100, on(2), { id: 'R' });
  const used = (run: string, more: Cells = {}) =>
    row('consumption', 'OIL O1', 5, on(3), { id: `U${run}`, run, ...more });
  const made = (run: string, more: Cells = {}) =>
    row('output', 'CAKE K1', 9, on(3, '12:00'), { id: `O${run}`, run, ...more });
  const told = (at: number) => [`movements.csv ${at} run VALIDATION`];

  it('are told, in one import or in two', async () => {
    expect(await foundInTurn({ movements: [oil, used('A'), made('7')] })).toEqual([told(4)]);
    expect(await foundInTurn({ movements: [oil, used('A')] }, { movements: [made('7')] })).toEqual([[], told(2)]);
    expect(await foundInTurn({ movements: [oil, made('7')] }, { movements: [used('A')] })).toEqual([[], told(2)]);
    expect(await foundInTurn({ movements: [oil, used('A'), used('B'), made('B'), made('7')] })).toEqual([told(6)]);
  });

  it('may be under way, of an order whose other rows name no run, of another order, or undone', async () => {
    const honest = [
      [oil, used('A'), made('A'), used('B')],
      [oil, used('A'), made('')],
      [oil, used(''), made('A'), used('B')],
      [oil, used('A', { work_order: 'WO-5' }), made('B', { work_order: 'WO-6' })],
      [
        oil,
        used('A'),
        undoing(used('A'), { at: on(4) }),
        used('B'),
        made('B'),
        made('7'),
        undoing(made('7'), { at: on(4) }),
      ],
    ];
    for (const movements of honest) expect(await foundInTurn({ movements })).toEqual([[]]);
  });
});
