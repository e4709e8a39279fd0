import { buildPlantApp, type TestApp } from './app.ts';
import { addPerson, confirm, password, type People, setUpPeople, signature } from './people.ts';
import { on } from './plantTables.ts';

export type Session = People['viewer'];

export const reason = 'tested, nothing found';
export const goods = { product: 'OIL', lot: 'O1', statusFrom: 'Q', statusTo: 'A' };
export const release = { ...goods, quantity: '30', reason, signature: signature('qualityManager', 'released') };
export const reject = { ...release, statusTo: 'R', signature: signature('qualityManager', 'rejected') };
/** From rejected to released, which takes two. */
export const giveBack = { ...release, statusFrom: 'R' };
export const witness = { user: 'second', password };

export type Plant = { plant: TestApp; people: People; quentin: Session } & AsyncDisposable;

/** 30 kg of oil in quarantine, at two places, and one person of each role. */
export async function buildDecided({ status = 'Q' } = {}): Promise<Plant> {
  const plant = await buildPlantApp();
  await plant.postAll([
    ['receipt', 'OIL O1', 20, on(2), { status }],
    ['receipt', 'OIL O1', 10, on(3), { status, to: 'STORE2' }],
  ]);
  const people = await setUpPeople(plant);
  plant.me = people.viewer;
  return {
    plant,
    people,
    quentin: people.qualityManager,
    [Symbol.asyncDispose]: () => plant[Symbol.asyncDispose](),
  };
}

export async function addSecond({ plant, people }: Plant): Promise<Session> {
  const roles = ['qualityManager'];
  const session = await addPerson(plant, people.administrator, { user: 'second', name: 'Sergei Oda', roles });
  await confirm(plant, 'second');
  return session;
}

export const signaturesOf = async (plant: TestApp, as: Session, parts = ['OIL', 'O1', '', '']) =>
  (await plant.ask('people.listSignatures', { record: 'status_decision', parts }, { as })).signatures;
