import { describe, expect, it } from 'vitest';
import { uploadDoor } from '#main/app/door.ts';
import { type RoleCode, roleCodes } from '#shared/kernel/roles.ts';
import { buildPlantApp } from '../support/app.ts';
import { setUpPeople } from '../support/people.ts';

/** Who may hand over what, written down once more and by hand. */
const may: Readonly<Record<string, readonly RoleCode[]>> = {
  '': ['qualityManager'],
  '/backup': ['administrator'],
  '/attachment': ['warehouse', 'inspector', 'qualityManager'],
  '/table': ['inspector', 'qualityManager'],
};

describe('a file that is handed over', () => {
  it('is taken of who may do what it is for, and of nobody else', async () => {
    await using plant = await buildPlantApp();
    const people = await setUpPeople(plant);
    const door = uploadDoor(plant.app);
    for (const [kind, roles] of Object.entries(may))
      for (const role of roleCodes) {
        const request = new Request(`http://127.0.0.1/upload${kind}`, { method: 'POST' });
        const { status } = await door(request, people[role]);
        expect([kind, role, status]).toEqual([kind, role, roles.includes(role) ? 200 : 403]);
      }
  });
});
