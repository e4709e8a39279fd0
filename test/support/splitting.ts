import type { Inputs, Outputs } from '#shared/contract.ts';
import type { TestApp } from './app.ts';
import type { ExportTables } from './exportFiles.ts';
import type { HeldPlant } from './heldPlant.ts';
import { signature } from './people.ts';
import { signAs } from './signAs.ts';

export type Split = Inputs['lots']['split'];
export type Merge = Inputs['lots']['merge'];
type Reply = Outputs['lots']['split'];

export const now = '2026-06-01T12:00:00Z';
export const takeAsOwner = async (plant: HeldPlant, tables: ExportTables) =>
  await plant.take(tables, { as: plant.quality });

export const O1 = { product: 'OIL', lot: 'O1', location: 'STORE', status: 'A' };
export const split = (plant: TestApp, from: Omit<Split, 'rows'>, ...rows: Split['rows']): Promise<Reply> =>
  plant.ask('lots.split', { ...from, rows });
export const merge = (plant: TestApp, into: string, ...rows: Merge['rows']): Promise<Reply> =>
  plant.ask('lots.merge', { product: 'OIL', location: 'STORE', lot: into, rows });
export const decide = async (plant: HeldPlant, input: Merge, reason = 'too little to store apart'): Promise<Reply> =>
  // The reply was checked by the contract.
  (await signAs(
    plant,
    'lots.mergeUnlike',
    { ...input, reason },
    { as: plant.quality, signature: signature('qualityManager', 'performed') },
  )) as Reply;

/** What lies of a product, line by line. */
export async function lying(plant: TestApp, product = 'OIL'): Promise<string[]> {
  const { rows } = await plant.ask('movements.listBalances', { product, limit: 500 });
  return rows.map((one) =>
    [one.lot + (one.sublot === '' ? '' : `/${one.sublot}`), one.location, one.status, one.quantity].join(' '),
  );
}
export const sumOf = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Number(line.split(' ')[3]), 0);

/** The lots that a trace finds. */
export async function reached(plant: HeldPlant, lot: string, direction: 'upstream' | 'downstream'): Promise<string[]> {
  const roots = [{ product: 'OIL', lot, sublot: '', serial: '' }];
  const { units } = await plant.ask('trace.get', { roots, direction, dated: false }, { as: plant.quality });
  return [...new Set(units.map((unit) => unit.lot))].toSorted();
}
