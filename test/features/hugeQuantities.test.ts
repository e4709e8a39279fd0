import { beforeAll, describe, expect, it } from 'vitest';
import { formatQuantity, largestStored } from '#shared/kernel/quantity.ts';
import { buildPlantApp, type TestApp } from '../support/app.ts';
import type { Cells } from '../support/exportFiles.ts';
import { on, plantWith, row } from '../support/plantTables.ts';
import { writeInspection } from '../support/oneInspection.ts';
import { allAnswers, questions } from '../support/questions.ts';

/** As often as the largest quantity goes past what 64 bits hold. */
const times = 1030;
const huge = formatQuantity(largestStored);
const sumOf = (pieces: number): string => formatQuantity(BigInt(largestStored) * BigInt(pieces));

let plant: TestApp;
let folder: string;

/** A lot of which the largest quantity came, and went or was used, again and again; and one that lies in many locations. */
beforeAll(async () => {
  plant = await buildPlantApp();
  const movements: Cells[] = [];
  const at = (step: number): string => on(5 + Math.floor(step / 1440), `${two((step / 60) % 24)}:${two(step % 60)}`);
  for (let time = 0; time < times; time += 1) {
    const gone = time % 2 === 0 ? 'scrap' : 'consumption';
    movements.push(row('receipt', 'MILK L1', huge, at(2 * time), { document: `GRN-${time}` }));
    movements.push(row(gone, 'MILK L1', huge, at(2 * time + 1), { document: `OUT-${time}` }));
    movements.push(row('receipt', 'OIL L9', huge, at(2 * time + 1), { to: `P${time}`, document: `GRN-O${time}` }));
  }
  movements.push(row('output', 'CAKE K1', 1, on(20)), row('receipt', 'MOTOR #1', 1, on(20)));
  const locations = Array.from({ length: times }, (_, place) => ({ code: `P${place}`, site: 'MAIN', kind: 'storage' }));
  const tables = plantWith(movements);
  await plant.take({ ...tables, locations: [...(tables['locations'] ?? []), ...locations] });
  folder = plant.folder;
  await plant.post('receipt', 'MILK L1', 7, on(4), { document: 'GRN-LATE' });
  return () => plant[Symbol.asyncDispose]();
});

const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');

describe('a store whose quantities add up to more than 64 bits hold', () => {
  it('is verified', () => {
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('answers every question', async () => {
    await writeInspection(plant);
    const {
      'exchange.preview': _ofFiles,
      'reports.compare': _issued,
      'backups.compare': _made,
      ...asked
    } = questions(folder);
    expect(Object.keys(await allAnswers(plant, asked))).toEqual(Object.keys(asked));
  });

  it('has exact sums in a recall and in the mass balance', async () => {
    const suspects = [{ product: 'MILK', lot: 'L1' }];
    const { balances } = await plant.ask('recalls.simulate', { suspects });
    const received = formatQuantity(BigInt(largestStored) * BigInt(times) + 7_000_000n);
    expect(balances.find(({ product }) => product === 'MILK')).toMatchObject({
      in: received,
      here: '7',
      consumed: sumOf(times / 2),
    });
  });

  it('has exact sums of what lies in many locations', async () => {
    const { rows } = await plant.ask('lots.list', { text: 'L9' });
    expect(rows[0]).toMatchObject({ lot: 'L9', onHand: sumOf(times) });
    const stock = await plant.ask('products.listWithStock', { limit: 50 });
    expect(stock.rows.find(({ code }) => code === 'OIL')).toMatchObject({ released: { amount: sumOf(times) } });
  });

  it('takes over links of a work order that used so much, late movements, and what is given back', async () => {
    const link = { work_order: 'WO-1', parent_product: 'CAKE', component_product: 'MILK', quantity: huge };
    await plant.take({ serial_links: [link] });
    const { movements } = await plant.take(
      plantWith([row('production-return', 'MILK L1', 5, on(21), { document: 'BACK-1' })]),
    );
    expect(movements).toBe(1);
    expect(plant.verify().ok).toBe(true);
  });
});
