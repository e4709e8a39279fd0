import { describe, expect, it } from 'vitest';
import { buildHeldPlant, type HeldPlant } from '../support/heldPlant.ts';
import { on } from '../support/plantTables.ts';

/** What the picture says of goods on hold, by lot. */
async function heldIn(plant: HeldPlant, lot: string): Promise<Record<string, string>> {
  const { nodes } = await plant.ask('trace.picture', { roots: [{ product: 'OIL', lot }], direction: 'downstream' });
  return Object.fromEntries(nodes.flatMap((node) => (node.kind === 'unit' ? [[node.unit.lot, node.held]] : [])));
}

describe('the picture of a trace', () => {
  it('marks what is on hold, whole or in part, until the hold is lifted', async () => {
    await using plant = await buildHeldPlant();
    expect(await heldIn(plant, 'O1')).toEqual({ O1: '', K1: '', K2: '' });
    const { set: numbers } = await plant.hold([
      { product: 'OIL', lot: 'O1' },
      { product: 'CAKE', lot: 'K2' },
    ]);
    expect(await heldIn(plant, 'O1')).toEqual({ O1: 'whole', K1: '', K2: 'whole' });
    await plant.lift(numbers);
    expect(await heldIn(plant, 'O1')).toEqual({ O1: '', K1: '', K2: '' });
    await plant.post('transfer', 'OIL O2', 20, on(7));
    await plant.hold([{ product: 'OIL', lot: 'O2', location: 'STORE2' }]);
    expect(await heldIn(plant, 'O2')).toEqual({ O2: 'part' });
  });
});
