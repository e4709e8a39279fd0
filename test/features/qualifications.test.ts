import { describe, expect, it } from 'vitest';
import { buildPlantApp, codeOf } from '../support/app.ts';
import { setUpPeople } from '../support/people.ts';
import { on } from '../support/plantTables.ts';

const reason = 'as the site decided';

describe('a qualification', () => {
  it('that has ended stops what it was for, and a new one opens it again', async () => {
    await using plant = await buildPlantApp();
    const { administrator, warehouse } = await setUpPeople(plant);
    const authorise = (until: string) =>
      plant.ask(
        'people.authorise',
        { user: 'warehouse', subject: 'move', from: '2026-01-01', until },
        { as: administrator },
      );
    const post = () => plant.postAll([['receipt', 'MILK L1', 5, on(5)]], { as: warehouse });
    await authorise('2026-06-01');
    await post();
    await authorise('2026-05-31');
    expect(await codeOf(post())).toBe('TRAINING_EXPIRED');
    // A clock that is set back does not bring it back.
    plant.clock.moment -= 40 * 24 * 3600 * 1_000_000;
    expect(await codeOf(post())).toBe('TRAINING_EXPIRED');
    const { operations } = await plant.ask('people.mayDo', { user: 'warehouse' }, { as: administrator });
    expect(operations.find(({ operation }) => operation === 'movements.post')?.may).toBe(false);
    const listed = await plant.ask('people.listAuthorisations', { user: 'warehouse' }, { as: administrator });
    expect(listed.authorisations.map(({ current }) => current)).toEqual([false]);
    plant.clock.moment += 40 * 24 * 3600 * 1_000_000;
    await authorise('');
    await post();
  });

  it('is needed by everybody where the site says so', async () => {
    await using plant = await buildPlantApp();
    const { administrator, warehouse } = await setUpPeople(plant);
    const settings = await plant.ask('people.getSettings', {}, { as: administrator });
    await plant.ask('people.saveSettings', { ...settings, authorised: ['move'], reason }, { as: administrator });
    expect(await codeOf(plant.postAll([['receipt', 'MILK L1', 5, on(5)]], { as: warehouse }))).toBe('TRAINING_EXPIRED');
  });
});

describe('qualifications of many people', () => {
  const rows = [
    { user: 'warehouse', subject: 'move', from: '2026-01-01', until: '2027-01-01', note: 'Forklift' },
    { user: 'inspector', subject: 'status', from: '2026-01-01' },
  ] as const;

  it('are recorded together, as one entry, and the same again change nothing', async () => {
    await using plant = await buildPlantApp();
    const { administrator } = await setUpPeople(plant);
    expect(await plant.ask('people.authoriseMany', { rows: [...rows] }, { as: administrator })).toEqual({
      new: 2,
      changed: 0,
      same: 0,
    });
    expect(
      await plant.ask(
        'people.authoriseMany',
        { rows: [rows[0], { ...rows[1], until: '2028-01-01' }] },
        { as: administrator },
      ),
    ).toEqual({ new: 0, changed: 1, same: 1 });
    const entries = await plant.ask('audit.list', { operation: 'people.authoriseMany' }, { as: administrator });
    expect(entries.rows).toHaveLength(2);
    const listed = await plant.ask('people.listAuthorisations', { user: 'warehouse' }, { as: administrator });
    expect(listed.authorisations).toMatchObject([{ subject: 'move', until: '2027-01-01', note: 'Forklift' }]);
  });

  it('are all recorded or none, and a refusal tells every row that is wrong', async () => {
    await using plant = await buildPlantApp();
    const { administrator } = await setUpPeople(plant);
    const wrong = [
      rows[0],
      { ...rows[1], user: 'nobody' },
      { ...rows[1], until: '2025-01-01' },
      { ...rows[0], user: 'WAREHOUSE' },
      { ...rows[0], user: 'administrator' },
    ];
    const refusal = await plant
      .ask('people.authoriseMany', { rows: wrong }, { as: administrator })
      .then(() => undefined)
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'NOT_FOUND',
      message: '4 of the qualifications cannot be recorded; so none is. Correct or remove these rows.',
      details: {
        faults: [
          { row: 1, field: 'user', text: { values: ['nobody'] } },
          { row: 2, field: 'until' },
          { row: 3, field: 'user' },
          { row: 4, field: 'user' },
        ],
      },
    });
    const listed = await plant.ask('people.listAuthorisations', { user: 'warehouse' }, { as: administrator });
    expect(listed.authorisations).toEqual([]);
  });
});

describe('what a person may do', () => {
  it('is listed for every operation, with the roles it comes from', async () => {
    await using plant = await buildPlantApp();
    const { administrator } = await setUpPeople(plant);
    const { operations } = await plant.ask('people.mayDo', { user: 'warehouse' }, { as: administrator });
    const of = (name: string) => operations.find(({ operation }) => operation === name);
    expect(of('movements.post')).toMatchObject({ may: true, roles: ['warehouse'], code: '' });
    expect(of('lots.changeStatus')).toMatchObject({ may: false, roles: [], code: 'FORBIDDEN' });
  });
});
