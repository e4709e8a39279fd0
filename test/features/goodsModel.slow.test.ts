import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';
import { Random } from '../support/chance.ts';
import { countOf } from '../support/counts.ts';
import { addPerson, confirm, setUpPeople } from '../support/people.ts';
import { QualityOffice } from '../support/qualityOffice.ts';

const seeds = countOf('LOTLINE_GOODS_SEEDS');
const commands = 120;

describe('random work of a quality office', () => {
  it(`leaves what lies here as a reference says, through ${seeds} seeds of ${commands} commands`, {
    timeout: seeds * 120_000,
  }, async () => {
    const [refused, done] = [new Set<string>(), new Set<string>()];
    for (let seed = 1; seed <= seeds; seed += 1) {
      await using plant = await buildPlantApp();
      const people = await setUpPeople(plant);
      const second = { user: 'second', name: 'Sergei Oda', roles: ['qualityManager'] };
      await addPerson(plant, people.administrator, second);
      await confirm(plant, 'second');
      const office = new QualityOffice(plant, new Random(seed));
      await office.begin();
      for (let count = 0; count < commands; count += 1) {
        try {
          await office.step();
        } catch (error) {
          throw new Error(`seed ${seed}, command ${count}`, { cause: error });
        }
      }
      expect(plant.verify().problems, `seed ${seed}`).toEqual([]);
      for (const code of office.refused.keys()) refused.add(code);
      for (const act of office.done.keys()) done.add(act);
    }
    // What was never refused, or never done, was not tried.
    expect([...refused]).toEqual(
      expect.arrayContaining([
        'INSUFFICIENT_QTY',
        'STATUS_FORBIDS',
        'EXPIRED_LOT',
        'ILLEGAL_TRANSITION',
        'SERIAL_IN_USE',
      ]),
    );
    expect([...done]).toEqual(
      expect.arrayContaining(['receive', 'move', 'ship', 'scrap', 'decide', 'hold', 'lift', 'change', 'make', 'day']),
    );
  });
});
