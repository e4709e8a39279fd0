import { describe, expect, it } from 'vitest';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import { goods } from '../support/decided.ts';
import { setUpPeople } from '../support/people.ts';
import { on, row } from '../support/plantTables.ts';

type Change = [from: string, to: string, day: number, time?: string];

const received = row('receipt', 'OIL O1', 20, on(2), { status: 'Q' });
const change = ([from, to, day, time = '08:00']: Change, more = {}) =>
  row('status', 'OIL O1', 20, on(day, time), { status_from: from, status: to, ...more });
const quarantined: Change[] = [
  ['Q', 'R', 10],
  ['R', 'Q', 12],
];
const releasedOnce: Change[] = [
  ['Q', 'A', 4],
  ['A', 'Q', 5],
];

/** Whether releasing what lies in quarantine takes two people. */
async function takesTwo(plant: TestApp): Promise<boolean> {
  const { qualityManager } = await setUpPeople(plant);
  return (await plant.ask('lots.previewStatus', goods, { as: qualityManager })).needsWitness;
}

describe('whether goods were rejected since they were released', () => {
  it('is judged by when it happened: a release entered late does not lie after the rejection', async () => {
    await using plant = await buildPlantApp();
    await plant.take({ movements: [received, ...quarantined.map((one) => change(one))] });
    await plant.take({ movements: releasedOnce.map((one) => change(one)) });
    expect(await takesTwo(plant)).toBe(true);
  });

  it('nor does a rejection entered late lie after the release', async () => {
    await using plant = await buildPlantApp();
    const later: Change[] = [
      ['Q', 'A', 14],
      ['A', 'Q', 15],
    ];
    await plant.take({ movements: [received, ...later.map((one) => change(one))] });
    await plant.take({ movements: quarantined.map((one) => change(one)) });
    expect(await takesTwo(plant)).toBe(false);
  });

  it('is judged within one moment by the order in which it was recorded', async () => {
    for (const [order, two] of [
      [['Q', 'R', 'Q', 'A', 'Q'], false],
      [['Q', 'A', 'Q', 'R', 'Q'], true],
    ] as const) {
      await using plant = await buildPlantApp();
      const steps = order.slice(1).map((to, n): Change => [order[n] ?? '', to, 6]);
      await plant.take({ movements: [received, ...steps.map((one) => change(one))] });
      expect(await takesTwo(plant)).toBe(two);
    }
  });

  it('is not changed by goods of the lot that come in released', async () => {
    await using plant = await buildPlantApp();
    const more = row('receipt', 'OIL O1', 5, on(13), { to: 'STORE2' });
    await plant.take({ movements: [received, ...quarantined.map((one) => change(one)), more] });
    expect(await takesTwo(plant)).toBe(true);
  });

  it('counts nothing that was undone', async () => {
    await using plant = await buildPlantApp();
    const slip = change(['Q', 'R', 10], { id: 'slip' });
    const undone = change(['R', 'Q', 11], { id: 'undo', reverses: 'slip' });
    await plant.take({ movements: [received, slip, undone] });
    expect(await takesTwo(plant)).toBe(false);
  });
});
