import { describe, expect, it } from 'vitest';
import { buildApp, codeOf, refusalOf } from '../support/app.ts';
import { setUpAdministrator } from '../support/people.ts';

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
});
