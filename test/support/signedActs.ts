import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#main/app/createApp.ts';
import { features } from '#main/app/features.ts';
import type { Feature } from '#main/context/feature.ts';
import { operations } from '#main/app/operations.ts';
import type { HostName } from '#main/context/context.ts';
import { buildPlantApp, TestApp, TestClock } from './app.ts';
import { addPerson, confirm, password, setUpPeople, signIn } from './people.ts';
import { copyPrepared } from './prepared.ts';
import { masters, on } from './plantTables.ts';
import { addInspections, inspectionActs } from './inspectionActs.ts';
import { planActs, tableWritten } from './planActs.ts';
import { planWritten } from './planRows.ts';
import { soap } from './productValues.ts';
import { restorePlant } from './restoredPlant.ts';
import { type Given, signAs, type SignedAct, type SignedPlant } from './signAs.ts';

/** Every command that is signed. The keys are held against the contract. */
export const signedActs: Record<string, SignedAct> = {
  ...planActs,
  ...inspectionActs,
  'lots.changeStatus': {
    input: () => ({
      product: 'OIL',
      lot: 'O1',
      statusFrom: 'R',
      statusTo: 'A',
      quantity: '30.5',
      reason: 'tested again, nothing found',
    }),
    by: 'qualityManager',
    meaning: 'released',
    witness: 'second',
    why: 'reason',
    // As much as before at as many places, and yet not what was looked at.
    meanwhile: async ({ plant }) =>
      plant.postAll(
        [
          ['adjustment', 'OIL O1', 5, on(5), { from: 'STORE', status_from: 'R', to: '', status: '' }],
          ['adjustment', 'OIL O1', 5, on(5), { from: '', status_from: '', to: 'STORE2', status: 'R' }],
        ],
        { as: await signIn(plant, 'warehouse') },
      ),
  },
  'lots.mergeUnlike': {
    input: () => ({
      ...{ product: 'OIL', location: 'DOCK', lot: 'O9' },
      rows: [{ lot: 'O8', status: 'Q', quantity: '3' }],
      reason: 'too little to store apart',
    }),
    by: 'qualityManager',
    meaning: 'performed',
    why: 'reason',
    // More lies there than is merged.
    meanwhile: async ({ plant }) =>
      plant.postAll([['receipt', 'OIL O8', 1, on(5), { status: 'Q', to: 'DOCK' }]], {
        as: await signIn(plant, 'warehouse'),
      }),
  },
  'holds.set': {
    input: () => ({
      targets: [{ product: 'OIL', lot: 'O1' }, { location: 'STORE2' }],
      reason: 'glass found in a bottle',
    }),
    by: 'qualityManager',
    meaning: 'performed',
    why: 'reason',
    // Somebody else takes the next number.
    meanwhile: async ({ plant }) =>
      signAs(
        plant,
        'holds.set',
        { targets: [{ location: 'STORE' }], reason: 'being painted' },
        { as: await signIn(plant, 'second'), signature: { user: 'second', password, meaning: 'performed' } },
      ),
  },
  'holds.lift': {
    input: () => ({ numbers: ['H-1'], reason: 'nothing was found' }),
    by: 'qualityManager',
    meaning: 'released',
    why: 'reason',
    meanwhile: async ({ plant }) =>
      plant.postAll([['receipt', 'MILK L9', 1, on(5), { status: 'Q', to: 'QUAR' }]], {
        as: await signIn(plant, 'warehouse'),
      }),
  },
  'lots.changeDates': {
    input: () => ({
      product: 'OIL',
      lot: 'O1',
      version: 1,
      dates: { expiresOn: '2027-03' },
      reason: 'the mill says so',
    }),
    by: 'qualityManager',
    meaning: 'performed',
    why: 'reason',
    meanwhile: async ({ plant }) =>
      plant.take(
        { ...masters, lots: [{ product: 'OIL', lot: 'O1', supplier: 'S1', supplier_lot: 'M-7' }] },
        { as: await signIn(plant, 'qualityManager') },
      ),
  },
  'lots.convertTracking': {
    input: () => ({
      ...{ product: 'CAKE', lotTracking: 'lot-sublot', serialTracking: 'none', version: 1, rows: [] },
      reason: 'trays are told apart from now on',
    }),
    by: 'qualityManager',
    meaning: 'approved',
    why: 'reason',
    // Nothing lies otherwise, but the product is another version.
    async meanwhile({ plant }) {
      const products = masters.products?.filter(({ code }) => code === 'CAKE') ?? [];
      const renamed = products.map((row) => ({ ...row, name: 'Cheese cake' }));
      return plant.take({ ...masters, products: renamed }, { as: await signIn(plant, 'qualityManager') });
    },
  },
  'statuses.saveRule': {
    input: () => ({
      level: 'product',
      code: 'OIL',
      act: 'sample',
      taken: ['Q*', 'A*'],
      reason: 'nobody tests rejects',
    }),
    by: 'qualityManager',
    meaning: 'approved',
    why: 'reason',
    // The same rule, made by somebody else and taken back.
    async meanwhile({ plant }) {
      const signed = {
        as: await signIn(plant, 'second'),
        signature: { user: 'second', password, meaning: 'approved' as const },
      };
      for (const taken of [['A*'], []])
        await signAs(
          plant,
          'statuses.saveRule',
          { level: 'product', code: 'OIL', act: 'sample', taken, reason: 'tried' },
          signed,
        );
    },
  },
  'suppliers.saveApproval': {
    input: () => ({
      ...{ partner: 'S1', level: 'product', code: 'OIL', status: 'approved', validFrom: '2026-01-01' },
      validUntil: '2027-12-31',
      reason: 'audited, nothing found',
    }),
    by: 'qualityManager',
    meaning: 'approved',
    why: 'reason',
    // Somebody else says something else of the same supplier.
    meanwhile: async ({ plant }) =>
      signAs(
        plant,
        'suppliers.saveApproval',
        {
          ...{ partner: 'S1', level: 'product', code: 'OIL', status: 'conditional', validFrom: '2026-01-01' },
          reason: 'the audit is to come',
        },
        { as: await signIn(plant, 'second'), signature: { user: 'second', password, meaning: 'approved' } },
      ),
  },
  'suppliers.saveRule': {
    input: () => ({ level: 'site', act: 'quarantine', reason: 'only tested goods' }),
    by: 'qualityManager',
    meaning: 'approved',
    why: 'reason',
    // Another rule, made by somebody else and taken back.
    async meanwhile({ plant }) {
      const signed = {
        as: await signIn(plant, 'second'),
        signature: { user: 'second', password, meaning: 'approved' as const },
      };
      for (const act of ['refuse', 'let'])
        await signAs(plant, 'suppliers.saveRule', { level: 'site', act, reason: 'tried' }, signed);
    },
  },
  'products.saveSetting': {
    input: () => ({
      ...{ level: 'product', code: 'OIL', setting: 'shelfLife', value: '18m', validFrom: '2099-01-01' },
      reason: 'proven by the stability study',
    }),
    by: 'qualityManager',
    meaning: 'approved',
    why: 'reason',
    // Somebody else says something else of the same day.
    meanwhile: async ({ plant }) =>
      signAs(
        plant,
        'products.saveSetting',
        {
          ...{ level: 'product', code: 'OIL', setting: 'shelfLife', value: '12m', validFrom: '2099-01-01' },
          reason: 'until the study is done',
        },
        { as: await signIn(plant, 'second'), signature: { user: 'second', password, meaning: 'approved' } },
      ),
  },
  'products.create': {
    input: () => ({ ...soap, reason: 'made from spring on' }),
    by: 'qualityManager',
    meaning: 'approved',
    why: 'reason',
  },
  'products.edit': {
    input: () => ({
      code: 'MILK',
      version: 1,
      change: { shelfLifeDays: 12, standardCost: '2.75', lotTracking: 'lot-sublot' },
      reason: 'the dairy says so',
    }),
    by: 'qualityManager',
    meaning: 'performed',
    why: 'reason',
    async meanwhile({ plant }) {
      const products = masters.products?.filter(({ code }) => code === 'MILK') ?? [];
      const renamed = products.map((row) => ({ ...row, name: 'Hay milk' }));
      return plant.take({ ...masters, products: renamed }, { as: await signIn(plant, 'qualityManager') });
    },
  },
  'audit.review': {
    input: () => ({ first: 1, last: 3, note: 'Nothing out of the ordinary' }),
    by: 'complianceOfficer',
    meaning: 'reviewed',
    why: 'note',
  },
  'backups.approveRestore': {
    input: ({ restored }) => ({ entry: restored, note: 'Held against the log' }),
    by: 'complianceOfficer',
    meaning: 'approved',
    why: 'note',
  },
  'people.change': {
    input: () => ({
      user: 'administrator',
      version: 1,
      roles: ['administrator', 'manager'],
      name: 'Ada Okafor-Lund',
      reason: 'stands in for Marek',
    }),
    by: 'administrator',
    meaning: undefined,
    witness: 'berta',
    why: 'reason',
    // What the role gives is not what it was when the rise was read.
    meanwhile: async ({ plant }) =>
      plant.ask(
        'people.saveRole',
        { code: 'manager', permissions: ['look', 'audit'], reason: 'they simulate no more' },
        { as: await signIn(plant, 'administrator') },
      ),
  },
  'people.confirm': {
    input: () => ({ user: 'third', reason: 'spoken to in person' }),
    by: 'complianceOfficer',
    meaning: 'approved',
    why: 'reason',
    // Somebody else gave another password meanwhile, which was changed.
    async meanwhile({ plant }) {
      const [given, own] = ['words of another admin', 'words of their own then'];
      await plant.ask(
        'people.resetPassword',
        { user: 'third', password: given, reason: 'lost again' },
        { as: await signIn(plant, 'berta') },
      );
      const third = await signIn(plant, 'third', given);
      await plant.ask('people.changePassword', { password: given, newPassword: own }, { as: third });
    },
  },
  'people.setSinglePerson': {
    input: () => ({ on: true, reason: 'a site of one' }),
    by: 'administrator',
    meaning: 'approved',
    witness: 'second',
    why: 'reason',
    // Begun and ended again: the mode is what it was, its record is not.
    async meanwhile({ plant }) {
      for (const on of [true, false])
        await signAs(
          plant,
          'people.setSinglePerson',
          { on, reason: 'for an hour' },
          {
            as: await signIn(plant, 'administrator'),
            signature: { user: 'administrator', password, meaning: 'approved' },
            ...(on ? { witness: { user: 'second', password } } : {}),
          },
        );
    },
  },
};

export const signedOperations = [...operations.values()]
  .filter(({ meta }) => 'signature' in meta)
  .map(({ name }) => name);

/** A restored plant with rejected oil at two places, one person of each role and two who sign as witness. Made once a run. */
export async function buildSignedPlant(
  host: HostName = 'test',
  some: readonly Feature[] = features,
): Promise<SignedPlant & AsyncDisposable> {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-test-'));
  const file = join(folder, 'plant.lotline');
  await copyPrepared('app-signed.lotline', file, makeSignedPlant);
  const clock = new TestClock('2026-06-02T12:00:00Z');
  const app = await createApp({ file, mode: 'write', host, clock, passwordCost: 4, features: some });
  const plant = new TestApp({ folder, file, clock, host, app });
  const [made] = plant.rows<{ seq: number }>("select seq from audit_entry where operation = 'backups.restore'");
  return { plant, restored: made?.seq ?? 0, [Symbol.asyncDispose]: () => plant[Symbol.asyncDispose]() };
}

async function makeSignedPlant(made: string): Promise<void> {
  await using plant = await buildPlantApp();
  await plant.postAll([
    ['receipt', 'OIL O1', 20.5, on(2), { status: 'R' }],
    ['receipt', 'OIL O1', 10, on(3), { status: 'R', to: 'STORE2' }],
    ['receipt', 'OIL O8', 4, on(3), { status: 'Q', to: 'DOCK' }],
    ['receipt', 'OIL O9', 6, on(3), { to: 'DOCK' }],
  ]);
  const { administrator, qualityManager: as } = await setUpPeople(plant);
  await signAs(
    plant,
    'holds.set',
    { targets: [{ location: 'QUAR' }], reason: 'being painted' },
    { as, signature: { user: 'qualityManager', password, meaning: 'performed' } },
  );
  await addPerson(plant, administrator, { user: 'berta', name: 'Berta Lund', roles: ['administrator'] });
  await addPerson(plant, administrator, { user: 'second', name: 'Sergei Oda', roles: ['qualityManager'] });
  for (const user of ['berta', 'second', 'warehouse', 'inspector', 'manager', 'viewer']) await confirm(plant, user);
  await plant.ask('inspections.writePlan', planWritten(), { as: await signIn(plant, 'second') });
  await signAs(
    plant,
    'inspections.savePlanTable',
    { ...tableWritten, reason: 'as a customer asks' },
    { as: await signIn(plant, 'second'), signature: { user: 'second', password, meaning: 'approved' } },
  );
  await addInspections(plant, as);
  await addPerson(plant, administrator, { user: 'third', name: 'Tilde Krog', roles: ['qualityManager'] });
  await plant.ask('backups.make', { path: join(plant.folder, 'kept.backup') }, { as: administrator });
  await restorePlant(plant, join(plant.folder, 'kept.backup'), 'administrator');
  await plant.app.close();
  copyFileSync(plant.file, made);
}

/** The proofs of whoever signs an act. */
export function proofsOf({ by, meaning, witness }: SignedAct): Omit<Given, 'as'> {
  return {
    ...(meaning === undefined ? {} : { signature: { user: by, password, meaning } }),
    ...(witness === undefined ? {} : { witness: { user: witness, password } }),
  };
}
