import { describe, expect, it } from 'vitest';
import { asPerson, buildPlantApp, codeOf } from '../support/app.ts';
import { tamper } from '../support/tampering/tamper.ts';

const expiring = { name: 'Next to expire', question: { sort: 'expiresOn', status: ['A'] } };

describe('views of a list', () => {
  it('are kept for the person and the list they were saved for, by name', async () => {
    await using plant = await buildPlantApp();
    await plant.ask('people.saveView', { list: 'lots', ...expiring });
    await plant.ask('people.saveView', { list: 'lots', name: 'All', question: {} });
    await plant.ask('people.saveView', { list: 'serials', name: 'Mine', question: {} });
    const { views } = await plant.ask('people.listViews', { list: 'lots' });
    expect(views).toEqual([{ name: 'All', question: {} }, expiring]);
    expect(await plant.ask('people.listViews', { list: 'lots' }, { as: asPerson(plant.me, 'other') })).toEqual({
      views: [],
    });
  });

  it('are replaced under their name, removed, and saved again; each time with an entry and a version', async () => {
    await using plant = await buildPlantApp();
    const save = (question: object) =>
      plant.ask('people.saveView', { list: 'lots', name: 'V', question: { ...question } });
    expect(await save({ sort: 'lot' })).toEqual({ view: 'new' });
    expect(await save({ sort: 'lot' })).toEqual({ view: 'same' });
    expect(await save({ sort: '-lot' })).toEqual({ view: 'changed' });
    await plant.ask('people.removeView', { list: 'lots', name: 'V' });
    expect((await plant.ask('people.listViews', { list: 'lots' })).views).toEqual([]);
    expect(await codeOf(plant.ask('people.removeView', { list: 'lots', name: 'V' }))).toBe('NOT_FOUND');
    expect(await save({ sort: 'product' })).toEqual({ view: 'changed' });
    expect((await plant.ask('people.listViews', { list: 'lots' })).views).toEqual([
      { name: 'V', question: { sort: 'product' } },
    ]);
    expect(plant.rows("select version from record_version where record = 'saved_view'")).toHaveLength(4);
    expect(plant.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it('are vouched for: one changed outside is found', async () => {
    await using plant = await buildPlantApp();
    await plant.ask('people.saveView', { list: 'lots', ...expiring });
    tamper(plant.file, (db) => db.exec("update saved_view set question = '{}'"));
    expect(plant.verify().problems).toMatchObject([{ code: 'RECORD_CHANGED' }]);
  });

  it('are refused without a name, for a list there is not, and when they ask too much', async () => {
    await using plant = await buildPlantApp();
    for (const wrong of [
      { list: 'lots', name: ' ', question: {} },
      { list: 'movements', name: 'V', question: {} },
      { list: 'lots', name: 'V', question: { text: 'x'.repeat(9000) } },
    ])
      expect(await codeOf(plant.send('people.saveView', wrong))).toBe('VALIDATION');
    const save = (name: string) => plant.ask('people.saveView', { list: 'lots', name, question: {} });
    await save('Blocked  lots');
    for (const twin of ['blocked lots', 'Вlocked lots', 'Blocked-lots'])
      expect(await codeOf(save(twin))).toBe('DUPLICATE');
    expect(await save('Blocked lots')).toEqual({ view: 'same' });
    await plant.ask('people.removeView', { list: 'lots', name: 'Blocked lots' });
    expect(await save('blocked lots')).toEqual({ view: 'new' });
  });
});
