import { describe, expect, it } from 'vitest';
import { buildApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import { buildDecided, release, reject, signaturesOf } from '../support/decided.ts';
import { addPerson, password, setUpAdministrator, signature, signIn } from '../support/people.ts';
import { on } from '../support/plantTables.ts';

const milk = { product: 'MILK', lot: 'L1', quantity: '8' };
const lastEntry = (plant: TestApp): { at: string; clockBehind?: string } => {
  const [entry] = plant.rows<{ body: string }>(
    "select body from audit_entry where operation = 'lots.changeStatus' and outcome = 'done' order by seq desc limit 1",
  );
  // Written by the unit of work alone.
  return JSON.parse(entry?.body ?? '{}') as { at: string; clockBehind?: string };
};

describe('a clock that is set back', () => {
  it('releases nothing that has expired by the time of the trail', async () => {
    await using decided = await buildDecided();
    const { plant, people, quentin } = decided;
    await plant.postAll([['receipt', 'MILK L1', 8, on(2), { status: 'Q' }]], { as: people.warehouse });
    expect(await codeOf(plant.ask('lots.changeStatus', { ...release, ...milk }, { as: quentin }))).toBe('EXPIRED_LOT');
    plant.clock.set('2026-01-05T09:00:00Z');
    const again = await signIn(plant, 'qualityManager');
    expect(await codeOf(plant.ask('lots.changeStatus', { ...release, ...milk }, { as: again }))).toBe('EXPIRED_LOT');
    const preview = { product: 'MILK', lot: 'L1', statusFrom: 'Q', statusTo: 'A' };
    expect((await plant.ask('lots.previewStatus', preview, { as: again })).code).toBe('EXPIRED_LOT');
  });

  it('dates no signature and no decision back, and is told beside each', async () => {
    await using decided = await buildDecided();
    const { plant } = decided;
    plant.clock.set('2026-01-05T09:00:00Z');
    const quentin = await signIn(plant, 'qualityManager');
    await plant.ask('lots.changeStatus', reject, { as: quentin });
    const due = { at: '2026-06-01T12:00:00Z', clockBehind: '2026-01-05T09:00:00Z' };
    expect(await signaturesOf(plant, quentin)).toMatchObject([due]);
    expect(lastEntry(plant)).toMatchObject(due);
    const { rows } = await plant.ask('audit.list', { operation: 'lots.changeStatus' }, { as: quentin });
    expect(rows).toMatchObject([due]);
    const { entry, signatures } = await plant.ask('audit.get', { seq: rows[0]?.seq ?? 0 }, { as: quentin });
    expect([entry, signatures[0]]).toMatchObject([due, due]);
    const moments = plant.rows<{ at: number }>(
      'select decided_at as at from status_decision union select max(recorded_at) from movement',
    );
    expect(moments).toEqual([{ at: Date.parse(due.at) * 1000 }]);
    // Right again, it is nobody's concern any more.
    plant.clock.set('2026-06-01T13:00:00Z');
    await plant.postAll([['receipt', 'OIL O9', 8, on(2)]], { as: await signIn(plant, 'warehouse') });
    const { rows: later } = await plant.ask('audit.list', { limit: 1 }, { as: await signIn(plant, 'qualityManager') });
    expect([later[0]?.at, later[0]?.clockBehind]).toEqual(['2026-06-01T13:00:00Z', undefined]);
    expect(plant.verify().ok).toBe(true);
  });
});

describe('a clock that was ahead once', () => {
  const ahead = async (plant: TestApp): Promise<void> => {
    plant.clock.set('2027-06-01T12:00:00Z');
    await signIn(plant, 'berta');
    plant.clock.set('2026-06-01T12:30:00Z');
  };
  const tried = (plant: TestApp, user: string, secret = 'not the words') =>
    plant.ask('people.logIn', { user, password: secret }, { as: plant.app.open() });
  const guess = async (plant: TestApp, user: string): Promise<void> => {
    for (let tries = 0; tries < 5; tries += 1) expect(await codeOf(tried(plant, user))).toBe('REAUTH_FAILED');
  };
  const withTwo = async (): Promise<TestApp> => {
    const plant = await buildApp();
    const ada = await setUpAdministrator(plant);
    await addPerson(plant, ada, { user: 'berta', name: 'Berta Lund', roles: ['administrator'] });
    await addPerson(plant, ada, { user: 'ines', name: 'Inês Prado', roles: ['inspector'] });
    return plant;
  };

  it('locks nobody out for longer than a lock takes', async () => {
    await using plant = await withTwo();
    await ahead(plant);
    await guess(plant, 'ines');
    const { details } = await refusalOf(tried(plant, 'ines', password));
    expect(details['until']).toBe('2026-06-01T12:45:00Z');
    await plant.reopen();
    plant.clock.set('2026-06-01T12:44:59Z');
    expect(await codeOf(tried(plant, 'ines', password))).toBe('LOCKED_OUT');
    plant.clock.set('2026-06-01T12:45:00Z');
    await tried(plant, 'ines', password);
  });

  it('nor after guesses of just that time', async () => {
    await using plant = await withTwo();
    plant.clock.set('2027-06-01T12:00:00Z');
    await guess(plant, 'ines');
    plant.clock.set('2026-06-01T12:30:00Z');
    const { details } = await refusalOf(tried(plant, 'ines', password));
    expect(details['until']).toBe('2026-06-01T12:45:00Z');
    plant.clock.set('2026-06-01T12:46:00Z');
    await tried(plant, 'ines', password);
  });

  it('shortens no lock by being set back further', async () => {
    await using plant = await withTwo();
    await guess(plant, 'ines');
    for (const at of ['2026-06-01T11:00:00Z', '2026-06-01T11:14:00Z', '2026-06-01T10:00:00Z', '2026-06-01T11:14:30Z']) {
      plant.clock.set(at);
      expect([at, await codeOf(tried(plant, 'ines', password))]).toEqual([at, 'LOCKED_OUT']);
    }
  });

  it('lets goods be decided and moved as before', async () => {
    await using decided = await buildDecided();
    const { plant } = decided;
    plant.clock.set('2026-06-20T12:00:00Z');
    await signIn(plant, 'viewer');
    plant.clock.set('2026-06-02T08:00:00Z');
    const quentin = await signIn(plant, 'qualityManager');
    await plant.ask(
      'lots.changeStatus',
      { ...release, signature: signature('qualityManager', 'released') },
      { as: quentin },
    );
    plant.clock.set('2026-06-02T09:00:00Z');
    const warehouse = await signIn(plant, 'warehouse');
    await plant.postAll([['shipment', 'OIL O1', 5, '2026-06-02T08:30:00Z']], { as: warehouse });
    plant.me = warehouse;
    expect(await plant.stock('OIL')).toEqual(['OIL O1 @ STORE A = 15', 'OIL O1 @ STORE2 A = 10']);
  });
});
