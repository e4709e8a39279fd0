import { password, signIn } from './people.ts';
import { planWritten } from './planRows.ts';
import { signAs, type SignedAct, type SignedPlant } from './signAs.ts';

/** What is signed of inspection plans. */
export const planActs: Record<string, SignedAct> = {
  'inspections.approvePlan': {
    input: () => ({ plan: 'PL-1', planVersion: 1, reason: 'held against the specification' }),
    by: 'qualityManager',
    meaning: 'approved',
    why: 'reason',
    meanwhile: writeOtherLimit,
  },
  'inspections.withdrawPlan': {
    input: () => ({ plan: 'PL-1', planVersion: 1, reason: 'begun by mistake' }),
    by: 'qualityManager',
    meaning: 'approved',
    why: 'reason',
    meanwhile: writeOtherLimit,
  },
  'inspections.usePlan': {
    input: () => ({ plan: 'PL-1', product: 'OIL', reason: 'oil is tested from now on' }),
    by: 'qualityManager',
    meaning: 'approved',
    why: 'reason',
    // Said by somebody else, and taken back.
    async meanwhile({ plant }) {
      const signed = {
        as: await signIn(plant, 'second'),
        signature: { user: 'second', password, meaning: 'approved' as const },
      };
      for (const plan of ['PL-1', ''])
        await signAs(plant, 'inspections.usePlan', { plan, product: 'OIL', reason: 'tried' }, signed);
    },
  },
  'inspections.savePlanTable': {
    input: () => ({ ...tableWritten, version: 1, rows: [{ lots: '> 1', sample: 13, accept: 0 }], reason: 'stricter' }),
    by: 'qualityManager',
    meaning: 'approved',
    why: 'reason',
    async meanwhile({ plant }) {
      const signed = {
        as: await signIn(plant, 'second'),
        signature: { user: 'second', password, meaning: 'approved' as const },
      };
      await signAs(
        plant,
        'inspections.savePlanTable',
        { ...tableWritten, version: 1, edition: '5', reason: 'newer' },
        signed,
      );
    },
  },
};

/** The table of the plant that signs. */
export const tableWritten = {
  ...{ table: 'C=0', source: 'What a customer asks for', edition: '4', version: 0 },
  rows: [{ lots: '> 1', sample: 5, accept: 0 }],
};

/** The same plan with as many rows and another limit. */
async function writeOtherLimit({ plant }: SignedPlant): Promise<void> {
  const { rows, ...plan } = planWritten({ version: 1 });
  const stricter = rows.map((row) => (row.balloon === '1' ? { ...row, specification: 'max 0.5' } : row));
  await plant.ask('inspections.writePlan', { ...plan, rows: stricter }, { as: await signIn(plant, 'second') });
}
