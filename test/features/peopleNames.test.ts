import { describe, expect, it } from 'vitest';
import { savePerson } from '#main/features/people/people.actions.ts';
import { buildApp, buildPlantApp, busWith, codeOf, refusalOf } from '../support/app.ts';
import { confirm, password, setUpAdministrator, setUpPeople } from '../support/people.ts';
import { on } from '../support/plantTables.ts';

const reason = 'as the site decided';

describe('people', () => {
  it('bear names that nobody takes for those of others, who left included', async () => {
    await using plant = await buildApp();
    const ada = await setUpAdministrator(plant);
    const add = (user: string, name: string) =>
      plant.ask('people.add', { user, name, roles: ['viewer'], password: 'words for a first day' }, { as: ada });
    const change = (user: string, version: number, changed: object) =>
      plant.ask('people.change', { user, version, reason, ...changed }, { as: ada });
    await add('ida.holm', 'Ida Holm');
    await change('ida.holm', 1, { disabled: true });
    for (const [user, name] of [
      ['other', 'Ida Holm'],
      ['other', ' ida\u00a0 HOLM '],
      ['other', 'Idа Holm'],
      ['other', 'lda Holm'],
      ['other', 'ＡＤＡ Okafor'],
      ['lda.holm', 'Somebody Else'],
      ['ida-holm', 'Somebody Else'],
    ] as const) {
      const { code, message, details } = await refusalOf(add(user, name));
      expect([code, details['field']], `${user}, ${name}`).toEqual(['DUPLICATE', user === 'other' ? 'name' : 'user']);
      expect(message).toMatch(user === 'other' ? /Add to the name/ : /Choose another/);
    }
    for (const name of ['\u3164', '\u2800 \u2800', '\u2003', 'Ida\u061c Lie', 'Ida\ue000', 'Ida\u{e0041}', '- -'])
      expect([name, await codeOf(add('other', name))]).toEqual([name, 'VALIDATION']);
    await add('other', 'Ida\u2007 Holm  (dairy) ');
    const { people } = await plant.ask('people.list', {}, { as: ada });
    expect(people.find(({ user }) => user === 'other')?.name).toBe('Ida Holm (dairy)');
    expect(await codeOf(change('other', 1, { name: 'lda Holm' }))).toBe('DUPLICATE');
    expect(await change('other', 1, { name: 'IDA Holm (Dairy)' })).toEqual({ saved: 'changed' });
    const role = (code: string) => plant.ask('people.saveRole', { code, permissions: ['look'], reason }, { as: ada });
    expect(await codeOf(role('Viewer'))).toBe('DUPLICATE');
    expect(await codeOf(role('v1ewer'))).toBe('DUPLICATE');
    expect(await role('viewerOfStock')).toEqual({ saved: 'new' });
    expect(plant.verify().ok).toBe(true);
  });

  it('bear no name that anybody else ever had, and whoever changes one waits to be confirmed', async () => {
    await using plant = await buildPlantApp();
    const { administrator } = await setUpPeople(plant);
    const version = async (user: string) =>
      (await plant.ask('people.list', {}, { as: administrator })).people.find((one) => one.user === user)?.version ?? 0;
    const rename = async (user: string, name: string) =>
      plant.ask('people.change', { user, version: await version(user), reason, name }, { as: administrator });
    await rename('qualityManager', 'Quentin J. Moreau');
    expect(await codeOf(rename('administrator', 'Quentin Moreau'))).toBe('DUPLICATE');
    expect(await codeOf(rename('administrator', 'Quent1n Moreau.'))).toBe('DUPLICATE');
    const add = plant.ask(
      'people.add',
      { user: 'newcomer', name: 'quentin moreau', roles: ['viewer'], password: 'words for a first day' },
      { as: administrator },
    );
    expect(await codeOf(add)).toBe('DUPLICATE');
    await rename('administrator', 'Ada Okafor-Lund');
    const { people } = await plant.ask('people.list', {}, { as: administrator });
    const waiting = people.filter(({ signing }) => signing.askedBy.length > 0).map(({ user }) => user);
    expect(waiting).toContain('administrator');
    expect(waiting).toContain('qualityManager');
    // One's own former name is one's own, and how it is written makes no other.
    await rename('qualityManager', 'Quentin Moreau');
    await confirm(plant, 'qualityManager');
    await rename('qualityManager', 'QUENTIN Moreau');
    const after = await plant.ask('people.list', {}, { as: administrator });
    expect(after.people.find(({ user }) => user === 'qualityManager')?.signing.askedBy).toEqual([]);
    expect(plant.verify().ok).toBe(true);
  });

  it('get no user name under which the file’s owner stands in the trail', async () => {
    await using plant = await buildPlantApp();
    const { person } = await plant.ask('people.whoAmI', {});
    await plant.post('receipt', 'OIL O1', 10, on(2));
    const { code } = await plant.ask('people.showSetUpCode', {});
    const first = { code, user: person.id.toUpperCase(), name: 'Olga Ryan', password };
    expect(await refusalOf(plant.ask('people.setUp', first))).toMatchObject({
      code: 'DUPLICATE',
      details: { field: 'user' },
    });
    const ada = await setUpAdministrator(plant);
    for (const user of [person.id, person.id.toUpperCase()])
      expect(
        await refusalOf(plant.ask('people.add', { user, name: 'Olga Ryan', roles: ['viewer'], password }, { as: ada })),
      ).toMatchObject({ code: 'DUPLICATE', details: { field: 'user' } });
  });

  it('are told apart by their user names where two had one name, as a store of before may have it', async () => {
    await using plant = await buildPlantApp();
    const people = await setUpPeople(plant);
    await plant.ask('people.saveView', { list: 'lots', name: 'mine', question: {} }, { as: people.viewer });
    // Before the rule, the account of somebody who left was named so.
    const former = {
      user: 'former',
      name: 'Vera Brandt',
      email: '',
      roles: 'viewer',
      disabled: 1,
      identity: '',
      demo: 0,
    };
    const { bus } = busWith(plant, {
      people: {
        authorise: async (_input: unknown, { work }: { work: Parameters<typeof savePerson>[0] }) => ({
          saved: savePerson(work, former),
        }),
      },
    });
    const qualified = { user: 'warehouse', subject: 'move', from: '2026-01-01' };
    await bus.call(people.administrator, {
      operation: 'people.authorise',
      input: qualified,
      commandId: 'made-before-1',
    });
    await plant.ask('people.saveView', { list: 'lots', name: 'other', question: {} }, { as: people.viewer });
    const { rows } = await plant.ask('audit.list', { operation: 'people.saveView' }, { as: people.administrator });
    expect(rows.map(({ person }) => person)).toEqual(['Vera Brandt (viewer)', 'Vera Brandt (viewer)']);
    // What is shown can be asked for, and says whom.
    const asked = await plant.ask('audit.list', { person: 'Vera Brandt (viewer)' }, { as: people.administrator });
    expect(asked.total).toBeGreaterThan(2);
    expect(asked.rows.every(({ person }) => person === 'Vera Brandt (viewer)')).toBe(true);
    const others = await plant.ask('audit.list', { person: 'Vera Brandt (former)' }, { as: people.administrator });
    expect(others.total).toBe(0);
  });
});
