import { describe, expect, it } from 'vitest';
import { buildPlantApp } from '../support/app.ts';

describe('the list of partners', () => {
  it('gives exactly those that are named by code, whatever else begins like them', async () => {
    await using plant = await buildPlantApp();
    await plant.take({
      partners: ['C-9', 'C-90', 'c-9'].map((code) => ({ code, name: `Partner ${code}`, kind: 'customer' })),
    });
    const codes = async (input: object) => (await plant.ask('partners.list', input)).rows.map(({ code }) => code);
    expect(await codes({ codes: ['C-9'] })).toEqual(['C-9']);
    expect(await codes({ codes: ['C-90', 'c-9', 'NOBODY'] })).toEqual(['c-9', 'C-90']);
    expect(await codes({ codes: ['C-9', 'C-90'], search: '90' })).toEqual(['C-90']);
    expect(await codes({ search: 'C-9' })).toHaveLength(3);
  });
});
