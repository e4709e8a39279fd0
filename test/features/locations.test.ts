import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';

describe('the sites of a plant', () => {
  it('are those its places name, each once, in order', async () => {
    await using plant = await buildPlantApp();
    const before = await plant.ask('locations.listSites', {});
    await plant.take({
      locations: [
        { code: 'W-1', name: 'Shelf', site: 'WEST', kind: 'storage' },
        { code: 'W-2', name: 'Shelf', site: 'WEST', kind: 'storage' },
        { code: 'A-1', name: 'Shelf', site: 'ANNEX', kind: 'storage' },
      ],
    });
    const { sites } = await plant.ask('locations.listSites', {});
    expect(sites.filter(({ name }) => !before.sites.some((known) => known.name === name))).toEqual([
      { name: 'ANNEX', locations: 1 },
      { name: 'WEST', locations: 2 },
    ]);
    expect(sites.map(({ name }) => name)).toEqual(sites.map(({ name }) => name).toSorted());
  });
});
