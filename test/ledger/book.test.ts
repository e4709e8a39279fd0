import { describe, expect, it } from 'vitest';
import { Facts } from '#main/ledger/book.ts';
import { keyText } from '#main/ledger/keys.ts';
import { LedgerEngine } from '#main/ledger/post.ts';
import {
  buildBook,
  buildPosting,
  buildProduct,
  dock,
  hall,
  inWords,
  tellNoUnit,
  tellUnit,
} from '../support/ledgerFacts.ts';

const by = { person: 'anna', workstation: 'W1', recordedAt: 3000 };

describe('a fact', () => {
  it('that was asked for and is not there is not there', () => {
    const facts = new Facts<number>('unit');
    expect(facts.want('a')).toBe(true);
    expect(facts.get('a')).toBeUndefined();
    facts.set('a', 7);
    expect(facts.get('a')).toBe(7);
  });

  it('is asked for once', () => {
    const facts = new Facts<number>('unit');
    facts.set('b', 1);
    expect([facts.want('a'), facts.want('a'), facts.want('b')]).toEqual([true, false, false]);
  });

  it('that nobody asked for throws, and says which', () => {
    expect(() => new Facts<number>('unit').get(keyText([4, 'L1', '', 'S1']))).toThrow(
      'not loaded: unit 4 / L1 /  / S1',
    );
  });

  it('of which the store has none is known not to be there', () => {
    const facts = new Facts<number>('unit', true);
    expect(facts.want('a')).toBe(false);
    expect(facts.get('a')).toBeUndefined();
  });
});

describe('deciding', () => {
  it('on facts that are there gives rows, numbers and balances', () => {
    const book = buildBook();
    tellUnit(book, 4, { lot: 'L1' }, 3_000_000);
    const engine = new LedgerEngine(book, by);
    const { faults, posted } = engine.postTimestampBatch([buildPosting()]);
    expect(faults).toEqual([]);
    expect(posted.map(({ id }) => id)).toEqual([1]);
    expect(inWords(book.takeDecided())).toEqual(['1 receipt 4>4 5']);
    expect(engine.balances()).toMatchObject([{ unitId: 4, placeId: hall.id, status: 'A', quantity: 8_000_000 }]);
  });

  it('registers what is known not to be there, a leaf with two numbers', () => {
    const book = buildBook();
    const optional = buildProduct({ lotTracking: 'optional' });
    for (const lot of ['', 'L1']) tellNoUnit(book, lot);
    const engine = new LedgerEngine(book, by);
    engine.postTimestampBatch([buildPosting({ product: optional, lot: '' }), buildPosting({ product: optional })]);
    expect(book.takeDecided().units.map(({ id, leaf }) => [id, leaf])).toEqual([
      [21, true],
      [23, false],
    ]);
  });

  it('needs no facts of an empty store', () => {
    const book = buildBook(null);
    const engine = new LedgerEngine(book, by);
    engine.postTimestampBatch([buildPosting()]);
    engine.postTimestampBatch([
      buildPosting({ at: 2001, kind: 'shipment', from: hall, to: null, statusFrom: 'A', statusTo: '' }),
    ]);
    expect(inWords(book.takeDecided())).toEqual(['1 receipt 1>1 5', '2 shipment 1>1 5']);
    expect(engine.balances()).toEqual([]);
  });
});

describe('a fact that was forgotten', () => {
  const pump = buildProduct({ code: 'PUMP', lotTracking: 'none', serialTracking: 'received-issued' });
  const putAway = buildPosting({ kind: 'put-away', from: dock, to: hall, statusFrom: 'A' });

  it.each([
    ['a unit', 'not loaded: unit 1 / L1', () => buildBook(), buildPosting()],
    [
      'the balances of a unit',
      'not loaded: balances of unit 4',
      () => {
        const book = buildBook();
        tellUnit(book, 4, { lot: 'L1' }, 0);
        book.lines.delete(4);
        return book;
      },
      buildPosting(),
    ],
    [
      'where a serial was',
      'not loaded: serial 1 / S1',
      () => {
        const book = buildBook();
        tellNoUnit(book, '', 'S1');
        return book;
      },
      buildPosting({ product: pump, lot: '', serial: 'S1', quantity: 1_000_000 }),
    ],
    [
      'goods that can get a name',
      'not loaded: unit 1 /  / ',
      () => {
        const book = buildBook();
        tellNoUnit(book, 'L1');
        return book;
      },
      putAway,
    ],
    [
      'what lay there when a late movement happened',
      'not loaded: movements of unit 1 / L1',
      () => {
        const book = buildBook();
        tellUnit(book, 4, { lot: 'L1' }, 5_000_000);
        return book;
      },
      { ...putAway, at: 500 },
    ],
    [
      'a run',
      'not loaded: run WO1 / 1',
      () => {
        const book = buildBook();
        tellUnit(book, 4, { lot: 'L1' }, 5_000_000);
        return book;
      },
      buildPosting({
        kind: 'consumption',
        from: hall,
        to: null,
        statusFrom: 'A',
        statusTo: '',
        workOrder: 'WO1',
        run: '1',
      }),
    ],
  ])('%s is told and not taken for nothing', (_what, message, book, wanted) => {
    expect(() => new LedgerEngine(book(), by).postTimestampBatch([wanted])).toThrow(message);
  });
});
