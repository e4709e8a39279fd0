import { isLotlineError } from '#shared/kernel/errors.ts';
import { buildFolder, type Cells, csvFiles } from './exportFiles.ts';
import { signature, signIn } from './people.ts';
import { changePartner } from './partners.ts';
import { masters, on, postedRow, row } from './plantTables.ts';
import type { PolicyPlant } from './policyPlant.ts';

/** Does something in the plant; answers what is said of it, "" for nothing. */
export type Act = (set: PolicyPlant) => Promise<string>;

export type Movement = Parameters<typeof row>;

/** The code a call is refused with; "" where it is done. */
export const said = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return '';
  } catch (error) {
    if (!isLotlineError(error)) throw error;
    return error.code;
  }
};

export const post =
  (...movement: Movement) =>
  ({ plant, warehouse }: PolicyPlant): Promise<string> =>
    said(plant.ask('movements.post', { movements: [postedRow(row(...movement))] }, { as: warehouse }));

/** The codes of what is found at a row that is imported, or would be. */
export const imported =
  (writer: 'exchange.import' | 'exchange.preview', movement: Cells) =>
  async ({ plant, quality: as }: PolicyPlant): Promise<string> => {
    await using folder = await buildFolder(csvFiles({ ...masters, movements: [movement] }));
    const source = { kind: 'path' as const, path: folder.path };
    const result =
      writer === 'exchange.import'
        ? await plant.ask('exchange.import', { source }, { as })
        : (await plant.ask('exchange.preview', { source }, { as })).result;
    return (result?.findings ?? [])
      .filter(({ file, row: at }) => file === 'movements.csv' && at === 2)
      .map(({ code }) => code)
      .join(' ');
  };

/** Undoes a movement that stands in the journal, as somebody does now. */
export const reverse = async ({ plant, warehouse: as }: PolicyPlant, id: number): Promise<string> =>
  said(plant.ask('movements.reverse', { movements: [id], reason: 'typed wrong' }, { as }));

/** Posts, and undoes it. */
export const undo =
  (...movement: Movement) =>
  async (set: PolicyPlant): Promise<string> => {
    const movements = [postedRow(row(...movement))];
    const done = await set.plant.ask('movements.post', { movements }, { as: set.warehouse });
    return await reverse(set, done.movements[0] ?? 0);
  };

type Goods = { product: string; lot?: string; serial?: string; location?: string; quantity: string };

export const decide = ({ plant, quality: as }: PolicyPlant, goods: Goods, to: 'A' | 'R' = 'A') =>
  plant.ask(
    'lots.changeStatus',
    {
      ...goods,
      statusFrom: 'Q',
      statusTo: to,
      reason: 'tested in the laboratory',
      signature: signature('qualityManager', to === 'A' ? 'released' : 'rejected'),
    },
    { as },
  );

export const decided =
  (...decision: [Goods, ('A' | 'R')?]) =>
  (set: PolicyPlant): Promise<string> =>
    said(decide(set, ...decision));

/** What the daily job does with a lot of milk. */
export const fallsDue =
  (lot: string) =>
  ({ plant, quality: as }: PolicyPlant): Promise<string> =>
    said(plant.ask('daily.moveLot', { product: 'MILK', lot }, { as }));

export const oil = { product: 'OIL', lot: 'Q1', quantity: '55' };
export const oilAside = { ...oil, location: 'STORE2', quantity: '5' };
export const oilInStore = { ...oil, location: 'STORE', quantity: '50' };

/** Closes a location through a day before something is done there. */
export const closing =
  (location: string, until: string, act: Act, now = '2026-06-01T12:00:00Z'): Act =>
  async (set) => {
    await set.plant.send('locationNotes.save', { location, note: 'being painted', until }, { as: set.warehouse });
    set.plant.clock.set(now);
    // Who did nothing meanwhile signs in again.
    const [warehouse, quality] = [await signIn(set.plant, 'warehouse'), await signIn(set.plant, 'qualityManager')];
    return await act({ ...set, warehouse, quality });
  };

/** The same, of what was posted before the location was closed. */
export const closingAfter =
  (location: string, movement: Movement, now: string): Act =>
  async (set) => {
    const { movements } = await set.plant.ask(
      'movements.post',
      { movements: [postedRow(row(...movement))] },
      { as: set.warehouse },
    );
    return await closing(location, '2026-06-01', (one) => reverse(one, movements[0] ?? 0), now)(set);
  };

export const holding =
  (target: object, act: Act): Act =>
  async (set) => {
    const input = { targets: [target], reason: 'glass found' };
    const { token } = await set.plant.ask(
      'signing.prepare',
      { operation: 'holds.set', input, language: 'en' },
      { as: set.quality },
    );
    const signed = { ...input, signature: signature('qualityManager', 'performed'), token };
    await set.plant.send('holds.set', signed, { as: set.quality });
    return await act(set);
  };

/** Has a rule signed before something is done. */
export const ruling =
  (rule: object, act: Act): Act =>
  async (set) => {
    const input = { ...rule, reason: 'so the customer asks' };
    const { token } = await set.plant.ask(
      'signing.prepare',
      { operation: 'statuses.saveRule', input, language: 'en' },
      { as: set.quality },
    );
    const signed = { ...input, signature: signature('qualityManager', 'approved'), token };
    await set.plant.send('statuses.saveRule', signed, { as: set.quality });
    return await act(set);
  };

export const holdingAfter =
  (target: object, movement: Movement): Act =>
  async (set) => {
    const done = await set.plant.ask(
      'movements.post',
      { movements: [postedRow(row(...movement))] },
      { as: set.warehouse },
    );
    return await holding(target, (one) => reverse(one, done.movements[0] ?? 0))(set);
  };

/** Asks for goods that last so many days more before something is shipped to the customer of these acts. */
export const asking =
  (leastLifeDays: number, act: Act): Act =>
  async (set) => {
    await changePartner(set.plant, 'C1', { leastLifeDays }, { as: set.quality });
    return await act(set);
  };

/** A partner is not dealt with any more from a day on, and then something is done. */
export const inactive =
  (partner: string, day: string, act: Act): Act =>
  async (set) => {
    await changePartner(set.plant, partner, { inactiveFrom: day }, { as: set.quality });
    return await act(set);
  };

export const [held, beside] = [
  { product: 'OIL', lot: 'O1' },
  { product: 'OIL', lot: 'Q1' },
];
export const next =
  (act: Act): Act =>
  async (set) => {
    set.plant.clock.set('2026-06-01T13:00:00Z');
    return await act({ ...set, quality: await signIn(set.plant, 'qualityManager') });
  };

/** Goods of OIL Q1 are rejected first. */
export const rejected =
  (act: Act): Act =>
  async (set) => {
    await decide(set, oil, 'R');
    return await act(set);
  };
/** Undoes what a rule keeps back that was made since. */
export const samplingBefore =
  (rule: object): Act =>
  async (set) => {
    const movements = [postedRow(row('sample', 'OIL Q1', 1, on(20), { status_from: 'Q' }))];
    const done = await set.plant.ask('movements.post', { movements }, { as: set.warehouse });
    return await ruling(rule, (one) => reverse(one, done.movements[0] ?? 0))(set);
  };

/** Receives a motor and reports it missing before something is done. */
export const missing =
  (serial: string, act: Act, more = {}): Act =>
  async (set) => {
    await post('receipt', `MOTOR #${serial}`, 1, on(3), more)(set);
    return await reportedMissing(serial, act)(set);
  };

export const reportedMissing =
  (serial: string, act: Act): Act =>
  async (set) => {
    const input = { product: 'MOTOR', serial, reason: 'not on its shelf' };
    await set.plant.send('serials.reportMissing', input, { as: set.warehouse });
    return await act(set);
  };

/** Has a location at a subcontractor, with a pump in it. */
export const atSubcontractor =
  (serial: string, act: Act): Act =>
  async (set) => {
    await set.plant.take({ locations: [{ code: 'SUB', site: 'MAIN', kind: 'subcontractor' }] }, { as: set.quality });
    await post('receipt', `PUMP #${serial}`, 1, on(3), { to: 'SUB' })(set);
    return await act(set);
  };
