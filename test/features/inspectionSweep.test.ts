import { describe, expect, it } from 'vitest';
import { isLotlineError } from '#shared/kernel/errors.ts';
import { buildInspected, type Inspected, weighed } from '../support/inspected.ts';
import { password, signIn } from '../support/people.ts';

/** An inspection of two pieces of a lot of its own. */
type Case = { office: Inspected; inspection: string; lot: string };
type Step = (one: Case) => Promise<unknown>;

const read: Step = ({ office, inspection }) =>
  office.read(
    [0, 1].flatMap((piece) => [row(0, piece, '110'), row(1, piece, 'ok')]),
    { inspection },
  );
const row = (place: number, piece: number, typed: string) => ({ row: place, piece, typed });
const decided =
  (accepted: string, rejected: string, movesLater = false): Step =>
  ({ office, inspection }) =>
    office.decide(accepted, rejected, { inspection, movesLater });
const giveUp: Step = ({ office, inspection }) =>
  office.sign('inspections.withdraw', { inspection, reinspection: 0 }, 'approved');
const again: Step = ({ office, inspection }) =>
  office.sign('inspections.reinspect', { inspection, reinspection: 0 }, 'performed');

/** How an inspection gets into each state that people can tell apart. */
const ways: Readonly<Record<string, readonly Step[]>> = {
  'nothing read': [],
  read: [read],
  'a part accepted': [read, decided('1', '0')],
  'a part accepted, not moved': [read, decided('1', '0', true)],
  accepted: [read, decided('2', '0')],
  'accepted, not moved': [read, decided('2', '0', true)],
  rejected: [decided('0', '2')],
  'rejected, not moved': [decided('0', '2', true)],
  'inspected again': [decided('0', '2'), again],
  'given up': [giveUp],
  'left before it was decided': [
    ({ office, lot }) => office.plant.post('scrap', `CAKE ${lot}`, 2, '2026-06-01T09:00:00Z', { status_from: 'Q' }),
  ],
  'not drawn': [],
};

/** What people do with it. */
const acts: Readonly<Record<string, Step>> = {
  open: async ({ office, lot }) =>
    office.plant.ask(
      'inspections.open',
      { product: 'CAKE', lot, status: 'Q', point: 'receipt', plan: 'PL-1', reason: 'to be sure' },
      { as: await signIn(office.plant, 'inspector') },
    ),
  record: async ({ office, inspection }) => {
    const { rows } = await office.get(inspection, 0);
    const before = rows[0]?.readings.find(({ piece }) => piece === 1)?.value ?? '';
    return office.read([{ ...row(0, 1, '111'), before, reason: 'weighed again' }], { inspection });
  },
  accept: decided('1', '0'),
  reject: decided('0', '1'),
  move: async ({ office, inspection }) => {
    const { decisions } = await office.get(inspection, 0);
    const meaning = decisions[0]?.accepted === '0' ? 'rejected' : 'released';
    return office.sign('inspections.moveDecided', { inspection, reinspection: 0, tranche: 1 }, meaning);
  },
  'give up': giveUp,
  again,
  release: async ({ office, inspection, lot }) => {
    const lies = /Q (\d+)/.exec(await office.stock('CAKE', lot))?.[1] ?? '2';
    const goods = { product: 'CAKE', lot, statusFrom: 'Q', statusTo: 'A', quantity: lies };
    const { reinspection } = await office.get(inspection);
    // Goods that were rejected are released by two.
    const more = reinspection > 0 ? { witness: { user: 'second', password } } : {};
    return office.sign('lots.changeStatus', goods, 'released', 'qualityManager', more);
  },
};

const done = 'done';
/** Nothing is read or decided of what is not open. */
const over = 'ILLEGAL_TRANSITION ILLEGAL_TRANSITION ILLEGAL_TRANSITION';
/** What each act comes to, in the order above; of what is refused its code. */
const table: Readonly<Record<string, string>> = {
  'nothing read': 'CONFLICT done VALIDATION done NOT_FOUND done ILLEGAL_TRANSITION STATUS_FORBIDS',
  read: 'CONFLICT done done done NOT_FOUND done ILLEGAL_TRANSITION STATUS_FORBIDS',
  'a part accepted': 'CONFLICT done done done CONFLICT ILLEGAL_TRANSITION ILLEGAL_TRANSITION STATUS_FORBIDS',
  'a part accepted, not moved': 'CONFLICT done done done done ILLEGAL_TRANSITION ILLEGAL_TRANSITION STATUS_FORBIDS',
  accepted: `INSUFFICIENT_QTY ${over} CONFLICT ILLEGAL_TRANSITION VALIDATION INSUFFICIENT_QTY`,
  'accepted, not moved': `INSUFFICIENT_QTY ${over} done ILLEGAL_TRANSITION VALIDATION STATUS_FORBIDS`,
  rejected: `INSUFFICIENT_QTY ${over} CONFLICT ILLEGAL_TRANSITION done INSUFFICIENT_QTY`,
  'rejected, not moved': `INSUFFICIENT_QTY ${over} done ILLEGAL_TRANSITION INSUFFICIENT_QTY STATUS_FORBIDS`,
  'inspected again': `CONFLICT ${over} CONFLICT ILLEGAL_TRANSITION CONFLICT STATUS_FORBIDS`,
  'given up': `done ${over} NOT_FOUND CONFLICT ILLEGAL_TRANSITION done`,
  'left before it was decided': `INSUFFICIENT_QTY ${over} NOT_FOUND CONFLICT ILLEGAL_TRANSITION INSUFFICIENT_QTY`,
  'not drawn': `done ${over} NOT_FOUND ILLEGAL_TRANSITION ILLEGAL_TRANSITION done`,
};

describe('every act on an inspection in every state', () => {
  it('does what the table says, and what is refused leaves it as it was', async () => {
    await using office = await buildInspected();
    await office.plan(weighed, { product: 'CAKE', supplier: 'S1' });
    await office.plan(
      { ...weighed, plan: 'PL-2' },
      { product: 'CAKE', supplier: 'S2', frequency: { kind: 'nth', n: 999 } },
    );
    const found: Record<string, string> = {};
    let number = 0;
    for (const [state, steps] of Object.entries(ways)) {
      const codes: string[] = [];
      for (const act of Object.values(acts)) {
        number += 1;
        const lot = `W${number}`;
        await office.receive(`CAKE ${lot}`, 2, { partner: state === 'not drawn' ? 'S2' : 'S1' });
        const [made] = await office.list({ lot });
        const one = { office, lot, inspection: made?.inspection ?? '' };
        for (const step of steps) await step(one);
        codes.push(await outcomeOf(act, one));
      }
      found[state] = codes.join(' ');
    }
    expect(found).toEqual(table);
    expect(office.plant.verify().ok).toBe(true);
  });
});

async function outcomeOf(act: Step, one: Case): Promise<string> {
  const before = one.office.plant.contentDigest();
  try {
    await act(one);
    return done;
  } catch (error) {
    if (!isLotlineError(error)) throw error;
    expect(one.office.plant.contentDigest(), error.message).toBe(before);
    return error.code;
  }
}
