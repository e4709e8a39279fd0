import { describe, expect, it } from 'vitest';
import { Book } from '#main/ledger/book.ts';
import { type Keys, keysOf, namingOf } from '#main/ledger/gather.ts';
import { LedgerEngine } from '#main/ledger/post.ts';
import type { MovementDraft } from '#main/ledger/movementDraft.ts';
import { loadFacts } from '#main/ledgerStore/loadFacts.ts';
import { Policies } from '#main/ledgerStore/policy.ts';
import { StockLedger } from '#main/ledgerStore/stockLedger.ts';
import type { Work } from '#main/store/work.ts';
import { buildPosting, buildProduct, dock, hall } from '../support/ledgerFacts.ts';
import { buildStore } from '../support/stores.ts';

const by = { person: 'anna', workstation: 'W1', recordedAt: 9000 };
const meter = buildProduct({ id: 2, code: 'METER', serialTracking: 'on-issue' });

/** A store with two products and two places, in a unit of work of its own. */
async function inStore(job: (work: Work) => Promise<void>): Promise<void> {
  await using built = await buildStore();
  await built.store.work(async (work) => {
    for (const { id, code } of [buildProduct(), meter])
      work.run(
        `insert into product (id, code, name, category, unit, lot_tracking, serial_tracking, stock_managed, trace_detail, expiry_status, retest_status, gtin, version)
         values (?, ?, '', '', 'EA', 'mandatory', 'none', 1, 'detailed', '', '', '', 1)`,
        id,
        code,
      );
    for (const { id, code, kind } of [dock, hall])
      work.run(
        "insert into place (id, code, name, site, kind, version) values (?, ?, '', 'MAIN', ?, 1)",
        id,
        code,
        kind,
      );
    await job(work);
  });
}

const issued = (said: Partial<MovementDraft> = {}): MovementDraft =>
  buildPosting({ kind: 'shipment', from: hall, to: null, statusFrom: 'A', statusTo: '', ...said });

const quantities = (work: Work): number[] =>
  work.all<{ quantity: number }>('select quantity from balance order by id').map(({ quantity }) => quantity / 1e6);

const noPolicies = new Policies([], { byPerson: true });

const post = (work: Work, ...drafts: MovementDraft[]) =>
  new StockLedger(work, by, noPolicies).post(drafts, { origin: 'posted', tellsRow: true });

describe('the stock ledger', () => {
  it('knows what earlier commands wrote', async () => {
    await inStore(async (work) => {
      await post(work, buildPosting());
      await post(work, issued({ at: 2001, quantity: 2_000_000 }));
      expect(quantities(work)).toEqual([3]);
      await post(work, issued({ at: 2002, quantity: 3_000_000 }));
      expect(quantities(work)).toEqual([]);
      await expect(post(work, issued({ at: 2003 }))).rejects.toMatchObject({ code: 'INSUFFICIENT_QTY' });
    });
  });

  it('takes the movements of a command in the order of time, and answers in the order they were given', async () => {
    await inStore(async (work) => {
      const { posted } = await post(work, issued({ at: 2001, row: 0 }), buildPosting({ row: 1 }));
      expect(posted.map(({ id, draft }) => [id, draft.kind])).toEqual([
        [2, 'shipment'],
        [1, 'receipt'],
      ]);
    });
  });

  it('says at which movement of a command a fault is', async () => {
    await inStore(async (work) => {
      const wrong = [buildPosting({ row: 0 }), issued({ at: 2001, row: 1, lot: 'L2' })];
      const refused = new StockLedger(work, by, noPolicies).post(wrong, { origin: 'posted', tellsRow: true });
      await expect(refused).rejects.toMatchObject({
        message: expect.stringMatching(/^Movement 2: /),
        details: { column: 'quantity', movement: 1 },
      });
    });
    await inStore(async (work) => {
      const refused = new StockLedger(work, by, noPolicies).post([issued()], { origin: 'posted', tellsRow: false });
      await expect(refused).rejects.toMatchObject({ details: { column: 'quantity' } });
    });
  });

  it('finds the lot of a serial that comes back without one', async () => {
    await inStore(async (work) => {
      await post(work, buildPosting({ product: meter, lot: 'L7' }));
      await post(work, issued({ at: 2001, product: meter, lot: 'L7', serial: 'S1', quantity: 1_000_000 }));
      const back = buildPosting({
        at: 2002,
        kind: 'customer-return',
        product: meter,
        lot: '',
        serial: 'S1',
        quantity: 1_000_000,
      });
      const { posted } = await post(work, back);
      expect(posted.map(({ fromUnit, toUnit }) => [fromUnit.serial, toUnit.lot])).toEqual([['S1', 'L7']]);
      expect(quantities(work)).toEqual([5]);
    });
  });

  it('holds late movements against all that happened since, and what it wrote itself', async () => {
    await inStore(async (work) => {
      await post(work, buildPosting(), issued({ at: 3000 }));
      await expect(post(work, issued({ at: 2500, quantity: 1_000_000 }))).rejects.toMatchObject({
        code: 'INSUFFICIENT_QTY',
      });
    });
  });
});

describe('a kind of key that is forgotten', () => {
  const named = issued({ product: meter, lot: 'L7', serial: 'S2', quantity: 1_000_000 });
  const used = issued({ kind: 'consumption', workOrder: 'WO1', run: '1' });
  const late = buildPosting({ at: 1500, kind: 'put-away', from: dock, to: hall, statusFrom: 'A' });
  const back = buildPosting({ kind: 'customer-return', product: meter, lot: '', serial: 'S1', quantity: 1_000_000 });
  const kinds: [keyof Keys, MovementDraft][] = [
    ['units', named],
    ['serials', named],
    ['runs', used],
    ['dated', late],
    ['returned', back],
  ];

  it.each(kinds)('%s: deciding fails, and nothing is decided', async (kind, wanted) => {
    await inStore(async (work) => {
      await post(work, buildPosting(), buildPosting({ product: meter, lot: 'L7' }));
      await post(work, issued({ product: meter, lot: 'L7', serial: 'S1', quantity: 1_000_000 }));
      const decide = async (keys: Keys): Promise<void> => {
        const book = new Book(work.journal, { nextNode: 100, lastAt: 2000 });
        await loadFacts(work, keys, book);
        new LedgerEngine(book, by).postTimestampBatch([wanted]);
      };
      const keys = keysOf([namingOf(wanted)], 2000);
      await expect(decide({ ...keys, [kind]: [] })).rejects.toThrow(/^not loaded: /);
      await expect(decide(keys)).resolves.toBeUndefined();
    });
  });
});
