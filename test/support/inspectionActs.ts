import { formatMoment } from '#shared/kernel/dates.ts';
import type { TestApp } from './app.ts';
import { password, signIn } from './people.ts';
import { planWritten } from './planRows.ts';
import { on } from './plantTables.ts';
import { signAs, type SignedAct, type SignedPlant } from './signAs.ts';

const named = (inspection: string, reason: string) => ({ inspection, reinspection: 0, reason });

/** A reading more: what is decided or given up rests on others. */
const readMore =
  (inspection: string) =>
  async ({ plant }: SignedPlant): Promise<void> => {
    await plant.ask(
      'inspections.record',
      { inspection, reinspection: 0, mark: '.', readings: [{ row: 0, piece: 0, typed: '0.5' }] },
      { as: await signIn(plant, 'inspector') },
    );
  };

/** Part of the goods is brought elsewhere, in the status they are in. */
const moved =
  (goods: string, status: string) =>
  async ({ plant }: SignedPlant): Promise<unknown> =>
    plant.postAll(
      [['transfer', goods, 1, formatMoment(plant.clock.moment), { status_from: status, to: 'QUAR', status }]],
      {
        as: await signIn(plant, 'warehouse'),
      },
    );

/** What is signed of inspections. */
export const inspectionActs: Record<string, SignedAct> = {
  'inspections.decide': {
    input: () => ({ ...named('IN-1', 'smells of diesel'), accepted: '0', rejected: '4' }),
    ...{ by: 'qualityManager', meaning: 'rejected', why: 'reason', meanwhile: readMore('IN-1') },
  },
  'inspections.withdraw': {
    input: () => named('IN-4', 'opened for the wrong lot'),
    ...{ by: 'qualityManager', meaning: 'approved', why: 'reason', meanwhile: readMore('IN-4') },
  },
  'inspections.moveDecided': {
    input: () => ({ ...named('IN-2', 'the pallet is free now'), tranche: 1 }),
    ...{ by: 'qualityManager', meaning: 'rejected', why: 'reason', meanwhile: moved('OIL O7', 'Q') },
  },
  'inspections.destroySample': {
    input: () => ({ ...named('IN-4', 'past its day'), sampleNumber: 1 }),
    ...{ by: 'qualityManager', meaning: 'performed', witness: 'second', why: 'reason' },
  },
  'inspections.reinspect': {
    input: () => named('IN-3', 'the laboratory had mixed up the samples'),
    ...{ by: 'qualityManager', meaning: 'performed', why: 'reason', meanwhile: moved('OIL O6', 'R') },
  },
  'inspections.startAnew': {
    input: () => named('IN-5', 'the limits are other ones'),
    ...{ by: 'qualityManager', meaning: 'approved', why: 'reason', meanwhile: readMore('IN-5') },
  },
};

/**
 * A plan in force, and inspections by it: two open ones, one decided and not moved, one whose goods were rejected, and one that is
 * open by a former version.
 */
export async function addInspections(plant: TestApp, as: TestApp['me']): Promise<void> {
  await plant.postAll(
    [
      ['receipt', 'OIL O4', 2, on(3), { status: 'Q' }],
      ['receipt', 'OIL O5', 4, on(3), { status: 'Q' }],
      ['receipt', 'OIL O7', 3, on(3), { status: 'Q' }],
      ['receipt', 'OIL O6', 2, on(3), { status: 'Q' }],
      ['receipt', 'OIL OX', 2, on(3), { status: 'Q' }],
    ],
    { as: await signIn(plant, 'warehouse') },
  );
  const today = formatMoment(plant.clock.moment).slice(0, 10);
  const written = planWritten({ plan: 'PL-2', validFrom: today });
  await plant.ask('inspections.writePlan', written, { as: await signIn(plant, 'second') });
  const sign = (
    operation: 'inspections.approvePlan' | 'inspections.decide',
    input: object,
    meaning: 'approved' | 'rejected',
  ) =>
    signAs(
      plant,
      operation,
      { reason: 'as it is', ...input },
      { as, signature: { user: 'qualityManager', password, meaning } },
    );
  await sign('inspections.approvePlan', { plan: 'PL-2', planVersion: 1 }, 'approved');
  for (const lot of ['O5', 'O7', 'O6', 'O4', 'OX'])
    await plant.ask('inspections.open', { product: 'OIL', lot, status: 'Q', plan: 'PL-2', reason: 'by hand' }, { as });
  await plant.ask('inspections.writePlan', { ...written, planVersion: 2 }, { as: await signIn(plant, 'second') });
  await sign('inspections.approvePlan', { plan: 'PL-2', planVersion: 2 }, 'approved');
  const kept = { kind: 'retained' as const, quantity: '1', keptAt: 'STORE', destroyOn: '2050-01-01' };
  await plant.ask(
    'inspections.drawSample',
    { inspection: 'IN-4', reinspection: 0, ...kept },
    { as: await signIn(plant, 'inspector') },
  );
  await sign(
    'inspections.decide',
    { ...named('IN-2', 'as it is'), accepted: '0', rejected: '3', movesLater: true },
    'rejected',
  );
  await sign('inspections.decide', { ...named('IN-3', 'as it is'), accepted: '0', rejected: '2' }, 'rejected');
}
