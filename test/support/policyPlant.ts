import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#main/app/createApp.ts';
import { features } from '#main/app/features.ts';
import type { Feature } from '#main/context/feature.ts';
import { buildPlantApp, TestApp, TestClock } from './app.ts';
import { locationNotesFeature, m0006LocationNotes } from './locationNotes.ts';
import { setUpPeople, signIn } from './people.ts';
import { on } from './plantTables.ts';
import { copyPrepared } from './prepared.ts';

/** The features of the product, and one more that keeps notes on locations. */
export const featuresWithNotes: readonly Feature[] = [...features, locationNotesFeature];

/** The same where nobody is asked about one policy. */
export const featuresWithout = (name: string): Feature[] =>
  featuresWithNotes.map((feature) => ({
    ...feature,
    policies: feature.policies.filter((policy) => policy.name !== name),
  }));

export type PolicyPlant = { plant: TestApp; warehouse: TestApp['me']; quality: TestApp['me'] } & AsyncDisposable;

/**
 * Goods in every state a policy looks at, and one person of each role: OIL O1 is released, OIL Q1 in quarantine at both
 * stores, MILK L1 released and good through 12 January, MILK L2 the same in quarantine.
 */
export async function buildPolicyPlant(some: readonly Feature[] = featuresWithNotes): Promise<PolicyPlant> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-test-'));
  const file = join(folder, 'plant.lotline');
  await copyPrepared('app-policies.lotline', file, makePolicyPlant);
  const clock = new TestClock();
  const app = await createApp({ file, mode: 'write', host: 'test', clock, passwordCost: 4, features: some });
  const plant = new TestApp({ folder, file, clock, host: 'test', app });
  const [warehouse, quality] = [await signIn(plant, 'warehouse'), await signIn(plant, 'qualityManager')];
  // The file is checked before the first command, and has a table more afterwards.
  await plant.ask('people.saveView', { list: 'lots', name: 'All', question: {} }, { as: quality });
  // The store stays of this program's version.
  const table = m0006LocationNotes.statements.filter((statement) => !statement.startsWith('pragma'));
  await app.store.work(({ db }) => void db.exec(table.join(';\n')));
  return { plant, warehouse, quality, [Symbol.asyncDispose]: () => plant[Symbol.asyncDispose]() };
}

async function makePolicyPlant(made: string): Promise<void> {
  await using plant = await buildPlantApp();
  await plant.take({ lots: [{ product: 'MILK', lot: 'L1', retest_on: '2026-02-01' }] });
  await plant.postAll([
    ['receipt', 'OIL O1', 50, on(2)],
    ['receipt', 'OIL Q1', 50, on(2), { status: 'Q' }],
    ['receipt', 'OIL Q1', 5, on(2), { status: 'Q', to: 'STORE2' }],
    ['receipt', 'MILK L1', 50, on(2)],
    ['receipt', 'MILK L2', 50, on(2), { status: 'Q' }],
  ]);
  await setUpPeople(plant);
  await plant.app.close();
  copyFileSync(plant.file, made);
}
