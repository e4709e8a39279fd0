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
