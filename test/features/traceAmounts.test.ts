import { describe, expect, it } from 'vitest';
import { traceViewOf } from '#main/features/trace/trace.answer.ts';
import { readTrace } from '#main/features/trace/traceLists.queries.ts';
import { resolveUnits } from '#main/features/trace/units.queries.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import { shortOf, unitNamed, walkPlant } from '../support/askPlant.ts';
import { giveBack, make, plantOf, receive, use } from '../support/movements.ts';
import { PlantStore } from '../support/plantStore.ts';

describe('amounts in a trace', () => {
  const amountsOf = (plant: PlantStore, name: string, direction: Direction, dated = false): string[] => {
    const roots = resolveUnits(plant.db, [unitNamed(name)]);
    const lists = readTrace(plant.db, walkPlant(plant, roots, { direction, dated }));
    return traceViewOf(plant.db, lists, { offset: 0, limit: 100 }).units.map(
      (row) => `${shortOf(row)} ${row.cameIn} ${row.used}`,
    );
  };

  it('are what was received or made, and what of it went into the runs on the way alone', () => {
    const plant = plantOf(
      receive('MILK M1', 90, 1),
      receive('CUP C1', 40, 1),
      use('WO-1', 'MILK M1', 30, 2, { run: 'R1' }),
      use('WO-1', 'MILK M1', 20, 2, { run: 'R2' }),
      use('WO-1', 'CUP C1', 9, 2),
      use('WO-2', 'MILK M1', 5, 2),
      make('WO-1', 'YOG Y1', 8, 3, { run: 'R1' }),
      make('WO-1', 'YOG Y2', 7, 3, { run: 'R2' }),
      make('WO-2', 'YOG Y1', 3, 3),
      use('WO-3', 'YOG Y1', 4, 4),
      make('WO-3', 'CAKE K1', 2, 5),
    );
    expect(amountsOf(plant, 'YOG Y2', 'upstream')).toEqual(['YOG Y2 7 0', 'CUP C1 40 9', 'MILK M1 90 20']);
    expect(amountsOf(plant, 'CUP C1', 'downstream')).toEqual([
      'CUP C1 40 9',
      'YOG Y1 8 4',
      'YOG Y2 7 0',
      'CAKE K1 2 0',
    ]);
    expect(amountsOf(plant, 'YOG Y1', 'downstream')).toEqual(['YOG Y1 11 4', 'CAKE K1 2 0']);
  });

  it('are without what a run gave back, also after it had made its goods', () => {
    const plant = plantOf(
      receive('MILK M1', 90, 1),
      use('WO-1', 'MILK M1', 30, 2),
      make('WO-1', 'YOG Y1', 8, 3),
      giveBack('WO-1', 'MILK M1', 5, 4),
    );
    for (const dated of [false, true])
      expect(amountsOf(plant, 'YOG Y1', 'upstream', dated)).toEqual(['YOG Y1 8 0', 'MILK M1 90 25']);
  });

  it('of goods that serial links tie are those of the links', () => {
    const plant = new PlantStore();
    plant.product('PUMP', { lotTracking: 'none', serialTracking: 'received-issued' });
    plant.move(receive('SCREW R1', 90, 1));
    plant.move(use('WO-1', 'SCREW R1', 60, 2));
    for (const serial of ['P1', 'P2']) plant.move(make('WO-1', `PUMP #${serial}`, 1, 3));
    for (const [parent, quantity] of [
      ['P1', 4],
      ['P2', 5],
    ] as const)
      plant.link({
        workOrder: 'WO-1',
        parent: unitNamed(`PUMP #${parent}`),
        component: unitNamed('SCREW R1'),
        at: 2,
        quantity,
      });
    expect(amountsOf(plant, 'PUMP #P1', 'upstream')).toEqual(['PUMP #P1 1 0', 'SCREW R1 90 4']);
    expect(amountsOf(plant, 'SCREW R1', 'downstream')).toEqual(['SCREW R1 90 9', 'PUMP #P1 1 0', 'PUMP #P2 1 0']);
  });
});
