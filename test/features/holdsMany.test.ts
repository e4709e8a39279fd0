import { expect, it } from 'vitest';
import { buildHeldPlant } from '../support/heldPlant.ts';
import { on, type posted } from '../support/plantTables.ts';

it('a thousand lots are held and lifted with one signature each, and say how long that took', async () => {
  await using plant = await buildHeldPlant();
  const lots = Array.from({ length: 1000 }, (_, index) => `N${index}`);
  for (let first = 0; first < lots.length; first += 200)
    await plant.postAll(
      lots.slice(first, first + 200).map((lot): Parameters<typeof posted> => ['receipt', `OIL ${lot}`, 5, on(7)]),
    );
  const began = performance.now();
  const { set } = await plant.hold(lots.map((lot) => ({ product: 'OIL', lot })));
  const held = performance.now();
  expect(set).toHaveLength(1000);
  await plant.postAll([['scrap', 'OIL N7', 1, on(8)]]);
  const asked = performance.now();
  const { lifted } = await plant.lift(set);
  expect(lifted).toEqual(set);
  const took = (from: number, to: number): string => `${Math.round(to - from)} ms`;
  console.log(
    `holds: 1,000 lots held in ${took(began, held)}, the next posting in ${took(held, asked)}, lifted in ${took(asked, performance.now())}`,
  );
  expect(plant.verify().ok).toBe(true);
});
