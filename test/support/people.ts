import type { Session } from '#main/app/session.ts';
import type { RoleCode } from '#shared/kernel/roles.ts';
import type { TestApp } from './app.ts';

/** The password of everybody in tests. */
export const password = 'three plain words';

/** One person of each role, signed in at a session of their own. User names are the codes of the roles. */
export type People = Record<RoleCode, Session>;

/** Signs a person in at a new session of the app's host. */
export async function signIn(plant: TestApp, user: string, secret = password): Promise<Session> {
  const session = plant.app.open();
  await plant.ask('people.logIn', { user, password: secret }, { as: session });
  return session;
}

/** Makes the first administrator and signs them in. The code is the one a window of this computer shows. */
export async function setUpAdministrator(plant: TestApp): Promise<Session> {
  const session = plant.app.open();
  const { code } = await plant.ask('people.showSetUpCode', {}, { as: session });
  await plant.ask('people.setUp', { code, user: 'administrator', name: 'Ada Okafor', password }, { as: session });
  return session;
}

/** Adds a person who has changed the first password already. */
export async function addPerson(
  plant: TestApp,
  administrator: Session,
  { user, name, roles }: { user: string; name: string; roles: string[] },
): Promise<Session> {
  const first = 'first words for once';
  await plant.ask('people.add', { user, name, roles, password: first }, { as: administrator });
  const session = await signIn(plant, user, first);
  await plant.ask('people.changePassword', { password: first, newPassword: password }, { as: session });
  return session;
}

/** A second person confirms what the administrator handed out: from then on the person signs. */
export async function confirm(plant: TestApp, user: string, by = 'complianceOfficer'): Promise<void> {
  const own = { user: by, password, meaning: 'approved' as const };
  const said = { user, reason: 'spoken to in person', signature: own };
  await plant.ask('people.confirm', said, { as: await signIn(plant, by) });
}

const names: Record<Exclude<RoleCode, 'administrator'>, string> = {
  viewer: 'Vera Brandt',
  warehouse: 'Walid Haddad',
  inspector: 'Inês Prado',
  qualityManager: 'Quentin Moreau',
  complianceOfficer: 'Clara Nyberg',
  manager: 'Marek Dvořák',
};

/** A plant with one person of each role. */
export async function setUpPeople(plant: TestApp): Promise<People> {
  const administrator = await setUpAdministrator(plant);
  const add = (role: keyof typeof names): Promise<Session> =>
    addPerson(plant, administrator, { user: role, name: names[role], roles: [role] });
  const people = {
    administrator,
    viewer: await add('viewer'),
    warehouse: await add('warehouse'),
    inspector: await add('inspector'),
    qualityManager: await add('qualityManager'),
    complianceOfficer: await add('complianceOfficer'),
    manager: await add('manager'),
  };
  await confirm(plant, 'qualityManager');
  return people;
}

/** A signature as a person gives it the first time in a session. */
export const signature = (user: string, meaning: 'performed' | 'approved' | 'released' | 'rejected' | 'reviewed') => ({
  user,
  password,
  meaning,
});
