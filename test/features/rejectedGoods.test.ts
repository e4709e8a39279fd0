import { describe, expect, it } from 'vitest';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { buildPlantApp, codeOf, refusalOf, type TestApp } from '../support/app.ts';
import {
  addSecond,
  buildDecided,
  giveBack,
  type Plant,
  reason,
  reject,
  release,
  signaturesOf,
  witness,
} from '../support/decided.ts';
import { addPerson, setUpPeople, signature } from '../support/people.ts';
import { masters, on, type posted, row, undoing } from '../support/plantTables.ts';

type Movement = Parameters<typeof posted>;

const today = '2026-06-01T12:00:00Z';
/** The code somebody of the warehouse is refused with; "" where it is posted. */
const post = async ({ plant, people }: Plant, ...movements: Movement[]): Promise<string> => {
  try {
    await plant.postAll(movements, { as: people.warehouse });
    return '';
  } catch (error) {
    if (!isLotlineError(error)) throw error;
    return error.code;
  }
};

const countOut = (goods: string, quantity: number, status: string, from = 'STORE'): Movement => [
  'adjustment',
  goods,
  quantity,
  today,
  { from, status_from: status, to: '', status: '' },
];

/** Every kind that brings goods in, and the two that give goods a name. */
const waysIn = (goods: string): Movement[] => [
  ['receipt', goods, 2, today],
  ['opening', goods, 2, today],
  ['output', goods, 2, today],
  ['customer-return', goods, 2, today],
  ['production-return', goods, 2, today],
  ['adjustment', goods, 2, today],
  ['put-away', goods, 2, today],
  ['assign', goods, 2, today],
];

/** Oil without a lot, where it may get one. */
const unnamed: Movement[] = [
  ['receipt', 'OIL', 10, on(4)],
  ['receipt', 'OIL', 10, on(4), { to: 'DOCK' }],
];

describe('rejected goods that do not lie there any more', () => {
  it('come back as released in no way that goods come in or get a name', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    await plant.ask('lots.changeStatus', reject, { as: quentin });
    expect(await post(decided, ...unnamed, countOut('OIL O1', 20, 'R'), countOut('OIL O1', 10, 'R', 'STORE2'))).toBe(
      '',
    );
    for (const way of waysIn('OIL O1')) expect([way[0], await post(decided, way)]).toEqual([way[0], 'FORBIDDEN']);
    expect(await post(decided, ['receipt', 'OIL O1', 2, today, { status: 'Q' }])).toBe('');
    // Another lot of the same goods is nobody's concern.
    for (const way of waysIn('OIL O2').filter(([kind]) => kind !== 'adjustment'))
      expect([way[0], await post(decided, way)]).toEqual([way[0], '']);
  });

  it('scrapped, or returned to who sent them, neither', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    await plant.ask('lots.changeStatus', reject, { as: quentin });
    const away: Movement[] = [
      ['scrap', 'OIL O1', 20, today, { status_from: 'R' }],
      ['supplier-return', 'OIL O1', 10, today, { from: 'STORE2', status_from: 'R' }],
    ];
    expect(await post(decided, ...away)).toBe('');
    expect(await post(decided, ['receipt', 'OIL O1', 30, today])).toBe('FORBIDDEN');
  });

  it('nor beside a part that was released', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    await addSecond(decided);
    await plant.ask('lots.changeStatus', { ...reject, quantity: '20', location: 'STORE' }, { as: quentin });
    const part = { ...release, quantity: '10', location: 'STORE2', signature: signature('', 'released'), witness };
    await plant.ask('lots.changeStatus', part, { as: quentin });
    expect(await post(decided, countOut('OIL O1', 20, 'R'))).toBe('');
    for (const way of waysIn('OIL O1').filter(([kind]) => kind !== 'put-away'))
      expect([way[0], await post(decided, way)]).toEqual([way[0], 'FORBIDDEN']);
    // What lies released goes on as before, put away included.
    expect(await post(decided, ['transfer', 'OIL O1', 5, today, { from: 'STORE2', to: 'DOCK' }])).toBe('');
    expect(await post(decided, ['put-away', 'OIL O1', 5, today])).toBe('');
    expect(await post(decided, ['shipment', 'OIL O1', 5, today, { from: 'STORE2' }])).toBe('');
  });

  it('once two people released them, as any other', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    await addSecond(decided);
    await plant.ask('lots.changeStatus', reject, { as: quentin });
    const back = { ...giveBack, signature: signature('', 'released'), witness };
    await plant.ask('lots.changeStatus', back, { as: quentin });
    expect(await post(decided, ['receipt', 'OIL O1', 5, today])).toBe('');
  });

  it('counted out of quarantine neither; used up after their release as ever', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    expect(await post(decided, countOut('OIL O1', 20, 'Q'), countOut('OIL O1', 10, 'Q', 'STORE2'))).toBe('');
    expect(await post(decided, ['receipt', 'OIL O1', 30, today])).toBe('FORBIDDEN');
    expect(await post(decided, ['receipt', 'OIL O1', 30, today, { status: 'Q' }])).toBe('');
    await plant.ask('lots.changeStatus', release, { as: quentin });
    const away: Movement = ['shipment', 'OIL O1', 30, today];
    expect(await post(decided, away, ['receipt', 'OIL O1', 5, today])).toBe('');
  });

  it('nor by undoing what they left by; what was undone before them, or left after their release, as ever', async () => {
    await using decided = await buildDecided({ status: 'A' });
    const { plant, people, quentin } = decided;
    await addSecond(decided);
    const ship = async (at: string): Promise<number> => {
      const [id = 0] = await plant.postAll([['shipment', 'OIL O1', 5, at]], { as: people.warehouse });
      return id;
    };
    const undo = async (id: number): Promise<string> => {
      const undoing = plant.ask('movements.reverse', { movements: [id], reason: 'not sent' }, { as: people.warehouse });
      return await undoing.then(
        () => '',
        (error: unknown) => (isLotlineError(error) ? error.code : 'INTERNAL'),
      );
    };
    const [first, second] = [await ship(on(4)), await ship(on(5))];
    expect(await undo(first)).toBe('');
    const [decision, back] = [
      { ...reject, statusFrom: 'A', quantity: '25' },
      { ...giveBack, quantity: '25', signature: signature('', 'released'), witness },
    ];
    await plant.ask('lots.changeStatus', decision, { as: quentin });
    expect(await undo(second)).toBe('FORBIDDEN');
    await plant.ask('lots.changeStatus', back, { as: quentin });
    expect(await undo(second)).toBe('');

    const third = await ship(on(6));
    const held = { ...decision, statusTo: 'Q', signature: signature('', 'performed') };
    await plant.ask('lots.changeStatus', held, { as: quentin });
    expect(await undo(third)).toBe('FORBIDDEN');
    await plant.ask(
      'lots.changeStatus',
      { ...release, quantity: '25', signature: signature('', 'released') },
      { as: quentin },
    );
    expect(await undo(third)).toBe('');
  });

  it('by the lot of a serial, with or without a sublot', async () => {
    await using plant = await buildPlantApp();
    await plant.postAll([
      ['receipt', 'CHIP K1', 5, on(2), { status: 'Q' }],
      ['receipt', 'CHEESE C1/S1', 5, on(2), { status: 'Q' }],
      ['receipt', 'PUMP #P1', 1, on(2), { status: 'Q' }],
      ['receipt', 'PUMP #P2', 1, on(2), { status: 'Q' }],
    ]);
    const people = await setUpPeople(plant);
    const set: Plant = { plant, people, quentin: people.qualityManager, [Symbol.asyncDispose]: async () => {} };
    const decide = (goods: { product: string; lot?: string; serial?: string }, quantity: string) =>
      plant.ask(
        'lots.changeStatus',
        {
          statusFrom: 'Q',
          statusTo: 'R',
          reason,
          quantity,
          signature: signature('qualityManager', 'rejected'),
          ...goods,
        },
        { as: people.qualityManager },
      );
    await decide({ product: 'CHIP', lot: 'K1' }, '5');
    await decide({ product: 'CHEESE', lot: 'C1' }, '5');
    await decide({ product: 'PUMP', serial: 'P1' }, '1');
    const gone: Movement[] = [
      ['scrap', 'CHIP K1', 5, today, { status_from: 'R' }],
      ['scrap', 'CHEESE C1/S1', 5, today, { status_from: 'R' }],
      ['scrap', 'PUMP #P1', 1, today, { status_from: 'R' }],
    ];
    expect(await post(set, ...gone)).toBe('');
    expect(await post(set, ['customer-return', 'CHIP K1 #X1', 1, today])).toBe('FORBIDDEN');
    expect(await post(set, ['receipt', 'CHEESE C1', 5, today])).toBe('FORBIDDEN');
    expect(await post(set, ['receipt', 'CHEESE C1/S2', 5, today])).toBe('FORBIDDEN');
    expect(await post(set, ['receipt', 'PUMP #P1', 1, today])).toBe('FORBIDDEN');
    expect(await post(set, ['receipt', 'PUMP #P3', 1, today])).toBe('');
  });
});

describe('an import', () => {
  const statusRow = (goods: string, quantity: number, more: object) =>
    row('status', goods, quantity, today, { id: `X-${goods}-${quantity}`, ...more });
  const toReleased = { from: 'STORE', to: 'STORE', status_from: 'R', status: 'A' };
  const take = (plant: TestApp, movements: ReturnType<typeof row>[], as: Plant['quentin']) =>
    plant.take({ ...masters, movements }, { as });

  it('does not release what was rejected here, nor take it out of rejection, nor bring it in anew', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    await plant.ask('lots.changeStatus', reject, { as: quentin });
    plant.me = quentin;
    for (const wrong of [
      statusRow('OIL O1', 20, toReleased),
      statusRow('OIL O1', 20, { ...toReleased, status: 'Q' }),
      row('receipt', 'OIL O1', 5, today, { id: 'X-again' }),
      row('adjustment', 'OIL O1', 5, today, { id: 'X-found' }),
      row('assign', 'OIL O1', 5, today, { id: 'X-named' }),
    ]) {
      const refused = await refusalOf(take(plant, [wrong], quentin));
      expect([refused.code, refused.details['errors']]).toMatchObject([
        'IMPORT_REJECTED',
        [{ file: 'movements.csv', row: 2, code: 'FORBIDDEN' }],
      ]);
    }
    const [fault] = await plant.faults({ ...masters, movements: [statusRow('OIL O1', 20, toReleased)] });
    expect(fault).toMatchObject({
      column: 'status',
      message:
        "OIL lot O1: it was decided here that it has status R, so an import does not make it A. Decide it on the page of the lot or serial, or correct the row's status.",
    });
    // What comes in unreleased, and what leaves, happened.
    const away = row('scrap', 'OIL O1', 20, today, { id: 'X-away', status_from: 'R' });
    await take(plant, [row('receipt', 'OIL O1', 5, today, { id: 'X-in', status: 'Q' }), away], quentin);
    expect(await plant.stock('OIL')).toEqual(['OIL O1 @ STORE Q = 5', 'OIL O1 @ STORE2 R = 10']);
  });

  it('nor in two steps of one file', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    await plant.ask('lots.changeStatus', reject, { as: quentin });
    const steps = [
      statusRow('OIL O1', 20, { ...toReleased, status: 'Q', id: 'X-1' }),
      statusRow('OIL O1', 20, { ...toReleased, status_from: 'Q', id: 'X-2', at: '2026-06-01T12:30:00Z' }),
    ];
    expect(await codeOf(take(plant, steps, quentin))).toBe('IMPORT_REJECTED');
  });

  it('nor what was put into quarantine here', async () => {
    await using decided = await buildDecided({ status: 'A' });
    const { plant, quentin } = decided;
    const aside = { ...release, statusFrom: 'A', statusTo: 'Q', signature: signature('qualityManager', 'performed') };
    await plant.ask('lots.changeStatus', aside, { as: quentin });
    const wrong = statusRow('OIL O1', 20, { ...toReleased, status_from: 'Q' });
    expect(await codeOf(take(plant, [wrong], quentin))).toBe('IMPORT_REJECTED');
    // Released here again, it is as any other.
    const back = { ...release, signature: signature('', 'released') };
    await plant.ask('lots.changeStatus', back, { as: quentin });
    await take(plant, [row('receipt', 'OIL O1', 5, today, { id: 'X-more' })], quentin);
  });

  it('goes on with goods of which all was decided elsewhere, beside such that were decided here', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    await plant.ask('lots.changeStatus', reject, { as: quentin });
    const daily = [
      row('receipt', 'OIL E1', 8, on(5), { id: 'E1', status: 'Q' }),
      statusRow('OIL E1', 8, { id: 'E2', at: on(6), status_from: 'Q', status: 'R' }),
      statusRow('OIL E1', 8, { id: 'E3', at: on(7), status_from: 'R', status: 'A' }),
      row('receipt', 'OIL E1', 8, on(8), { id: 'E4' }),
    ];
    await take(plant, daily, quentin);
    expect(await plant.stock('OIL')).toContain('OIL E1 @ STORE A = 16');
  });

  it('that changes the status of goods supersedes what was signed of them, until it is undone', async () => {
    await using decided = await buildDecided();
    const { plant, quentin } = decided;
    await plant.ask('lots.changeStatus', release, { as: quentin });
    const isSuperseded = async () => (await signaturesOf(plant, quentin)).map(({ superseded }) => superseded);
    const other = [row('receipt', 'OIL E1', 8, on(5), { id: 'E1' })];
    await take(plant, other, quentin);
    expect(await isSuperseded()).toEqual([false]);
    const aside = statusRow('OIL O1', 5, { ...toReleased, status_from: 'A', status: 'Q', id: 'E2' });
    await take(plant, [aside], quentin);
    expect(await isSuperseded()).toEqual([true]);
    await take(plant, [undoing(aside)], quentin);
    expect(await isSuperseded()).toEqual([false]);
  });

  it('is nothing for somebody who may not sign yet', async () => {
    await using decided = await buildDecided();
    const { plant, people } = decided;
    const roles = ['qualityManager'];
    const unconfirmed = await addPerson(plant, people.administrator, { user: 'noor', name: 'Noor Haas', roles });
    const rows = [row('receipt', 'OIL E1', 8, on(5), { id: 'E1', status: 'Q' })];
    expect(await codeOf(take(plant, rows, unconfirmed))).toBe('SEPARATION_OF_DUTIES');
    await take(plant, rows, people.qualityManager);
  });
});
