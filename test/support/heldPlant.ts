import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#main/app/createApp.ts';
import type { Inputs, Outputs } from '#shared/contract.ts';
import { buildPlantApp, TestApp, TestClock } from './app.ts';
import { setUpPeople, signature, signIn } from './people.ts';
import { locations, on, plantWith, type posted } from './plantTables.ts';
import { copyPrepared } from './prepared.ts';
import { signAs } from './signAs.ts';

export type HoldTarget = Inputs['holds']['set']['targets'][number];

/** The places of the small plant, and those that goods on hold may or may not be brought to. */
export const heldPlaces = [
  ...locations,
  { code: 'REJ', site: 'MAIN', kind: 'reject' },
  { code: 'LINE', site: 'MAIN', kind: 'production' },
  { code: 'OUT', site: 'MAIN', kind: 'shipping' },
];

/** A plant with one person of each role; whoever asks is of the warehouse, and the quality manager sets holds. */
export class HeldPlant extends TestApp {
  quality: TestApp['me'] = this.me;

  async hold(targets: HoldTarget[], reason = 'glass found'): Promise<Outputs['holds']['set']> {
    const signed = { as: this.quality, signature: signature('qualityManager', 'performed') };
    // The reply was checked by the contract.
    return (await signAs(this, 'holds.set', { targets, reason }, signed)) as Outputs['holds']['set'];
  }

  async lift(numbers: string[], reason = 'nothing was found'): Promise<Outputs['holds']['lift']> {
    const signed = { as: this.quality, signature: signature('qualityManager', 'released') };
    return (await signAs(this, 'holds.lift', { numbers, reason }, signed)) as Outputs['holds']['lift']; // as above
  }
}

/** Two of everything: one that holds are on, and one like it that is free. Made once a run. */
export async function buildHeldPlant(): Promise<HeldPlant> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-test-'));
  const file = join(folder, 'plant.lotline');
  await copyPrepared('app-held.lotline', file, makeHeldPlant);
  const clock = new TestClock();
  const app = await createApp({ file, mode: 'write', host: 'test', clock, passwordCost: 4 });
  const plant = new HeldPlant({ folder, file, clock, host: 'test', app });
  plant.me = await signIn(plant, 'warehouse');
  plant.quality = await signIn(plant, 'qualityManager');
  return plant;
}

async function makeHeldPlant(made: string): Promise<void> {
  await using plant = await buildPlantApp();
  await plant.take(plantWith([], { locations: heldPlaces }));
  await plant.postAll([
    ['receipt', 'OIL O1', 50, on(2)],
    ['receipt', 'OIL O2', 50, on(2), { partner: 'S2' }],
    ['receipt', 'OIL O3', 50, on(2), { to: 'STORE2' }],
    ['receipt', 'OIL Q1', 50, on(2), { status: 'Q' }],
    ['receipt', 'CHEESE L1/S1', 50, on(3)],
    ['receipt', 'CHEESE L1/S2', 50, on(5)],
    ['consumption', 'OIL O1', 1, on(6), { work_order: 'WO-1' }],
    ['output', 'CAKE K1', 50, on(6), { work_order: 'WO-1' }],
    ['consumption', 'OIL O1', 1, on(6), { work_order: 'WO-2' }],
    ['output', 'CAKE K2', 50, on(6), { work_order: 'WO-2' }],
    ...['P-09', 'P-10', 'P-11', 'P-12', 'P-13', 'PX-11'].map(
      (serial): Parameters<typeof posted> => ['receipt', `PUMP #${serial}`, 1, on(4)],
    ),
  ]);
  await setUpPeople(plant);
  await plant.app.close();
  copyFileSync(plant.file, made);
}
