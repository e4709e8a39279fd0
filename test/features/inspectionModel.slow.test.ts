import { describe, expect, it } from 'vitest';
import { Random } from '../support/chance.ts';
import { countOf } from '../support/counts.ts';
import { buildInspected } from '../support/inspected.ts';
import { InspectionOffice } from '../support/inspectionOffice.ts';

const seeds = countOf('LOTLINE_INSPECTION_SEEDS');
const commands = 120;

describe('random work of inspectors', () => {
  it(`leaves goods and inspections as a reference says, through ${seeds} seeds of ${commands} commands`, {
    timeout: seeds * 120_000,
  }, async () => {
    const [refused, done] = [new Set<string>(), new Set<string>()];
    for (let seed = 1; seed <= seeds; seed += 1) {
      await using office = await buildInspected();
      const inspectors = await InspectionOffice.begin(office, new Random(seed));
      for (let count = 0; count < commands; count += 1) {
        try {
          await inspectors.step();
        } catch (error) {
          throw new Error(`seed ${seed}, command ${count}`, { cause: error });
        }
      }
      expect(office.plant.verify().problems, `seed ${seed}`).toEqual([]);
      for (const code of inspectors.refused.keys()) refused.add(code);
      for (const act of inspectors.done.keys()) done.add(act);
    }
    // What was never refused, or never done, was not tried.
    expect([...refused]).toEqual(
      expect.arrayContaining([
        ...['INSUFFICIENT_QTY', 'STATUS_FORBIDS', 'ILLEGAL_TRANSITION', 'VALIDATION', 'CONFLICT', 'FORBIDDEN'],
      ]),
    );
    expect([...done]).toEqual(
      expect.arrayContaining([
        ...['receive', 'move', 'scrap', 'undo', 'ship', 'change', 'split', 'merge'],
        ...['open', 'read', 'decide', 'moveDecided', 'giveUp', 'again'],
      ]),
    );
  });
});
