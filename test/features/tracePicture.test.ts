import { describe, expect, it } from 'vitest';
import { pictureOf } from '#main/features/trace/picture.queries.ts';
import { readTrace } from '#main/features/trace/traceLists.queries.ts';
import { resolveUnits } from '#main/features/trace/units.queries.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import { unitNamed, walkPlant } from '../support/askPlant.ts';
import { make, plantOf, putAway, receive, ship, use } from '../support/movements.ts';
import type { PlantStore } from '../support/plantStore.ts';

function draw(plant: PlantStore, name: string, direction: Direction) {
  const traced = walkPlant(plant, resolveUnits(plant.db, [unitNamed(name)]), { direction });
  const picture = pictureOf(plant.db, readTrace(plant.db, traced), []);
  return {
    ...picture,
    ids: picture.nodes.map(({ id }) => id).sort(),
    arrows: picture.links.map(({ from, to, kind, quantity }) => `${from} -${kind} ${quantity}-> ${to}`).sort(),
  };
}

const dairy = (): PlantStore =>
  plantOf(
    receive('MILK M1', 100, 1),
    receive('SUGAR S1', 10, 1),
    use('WO-1', 'MILK M1', 80, 2),
    use('WO-1', 'SUGAR S1', 10, 2),
    make('WO-1', 'YOG Y1', 85, 3),
    ship('YOG Y1', 20, 6),
  );

describe('the picture of a trace', () => {
  it('leads from the supplier through runs to the customer, with quantities', () => {
    const { arrows, nodes, counts } = draw(dairy(), 'MILK M1', 'downstream');
    expect(arrows).toEqual([
      'r/WO-1/ -output 85-> u/YOG/Y1//',
      'supplier/S1 -receipt 100-> u/MILK/M1//',
      'u/MILK/M1// -consumption 80-> r/WO-1/',
      'u/YOG/Y1// -shipment 20-> customer/C1',
    ]);
    expect(counts).toEqual({ nodes: 5, links: 4, breaks: 0 });
    expect(nodes).toContainEqual(
      expect.objectContaining({ id: 'u/MILK/M1//', root: true, depth: 0, onHand: '20', statuses: ['A'] }),
    );
  });

  it('shows what else went in when it is asked upstream', () => {
    const { ids } = draw(dairy(), 'YOG Y1', 'upstream');
    expect(ids).toEqual(['r/WO-1/', 'supplier/S1', 'u/MILK/M1//', 'u/SUGAR/S1//', 'u/YOG/Y1//', 'customer/C1'].sort());
  });

  it('shows goods that got their lot at put-away as one step of naming', () => {
    const plant = plantOf(receive('MILK', 50, 1, { to: 'DOCK' }), putAway('MILK M9', 50, 2));
    expect(draw(plant, 'MILK M9', 'upstream').arrows).toContainEqual('u/MILK/// -naming 50-> u/MILK/M9//');
  });
});
