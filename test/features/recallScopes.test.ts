import { describe, expect, it } from 'vitest';
import {
  addScope,
  type Compared,
  meant,
  openScope,
  othersInAddress,
  removeScope,
  scopesOf,
} from '#renderer/features/recalls/scopes.ts';
import { scopeFiguresOf, scopeRowsOf, valueOf } from '#shared/recalls/scopeFigures.ts';
import { goodsOf } from '#shared/recalls/goods.ts';

const lot = (name: string): Compared => ({
  suspects: [['JAM', name, '', '']],
  supplierLots: [],
  workOrders: [],
  dated: false,
  others: [],
  place: 0,
});
const names = (search: Compared): (string | undefined)[] => scopesOf(search).map(({ suspects }) => suspects[0]?.[1]);

describe('scopes side by side', () => {
  it('begin with the one that is asked, and a copy of it to change', () => {
    const two = addScope(lot('A'));
    expect(names(two)).toEqual(['A', 'A']);
    expect(two.place).toBe(1);
    expect(names({ ...two, suspects: [['JAM', 'B', '', '']] })).toEqual(['A', 'B']);
  });

  it('keep their order whichever is open', () => {
    const scopes = scopesOf({ ...addScope(lot('A')), suspects: [['JAM', 'B', '', '']] });
    for (const place of [0, 1]) {
      const opened = openScope(scopes, place);
      expect(names(opened)).toEqual(['A', 'B']);
      expect(opened.suspects[0]?.[1]).toBe(['A', 'B'][place]);
    }
  });

  it('lose one, and the open one stays open unless it is the one', () => {
    const scopes = ['A', 'B', 'C'].map(lot);
    expect(removeScope(openScope(scopes, 2), 0)).toMatchObject({ place: 1, suspects: [['JAM', 'C', '', '']] });
    expect(removeScope(openScope(scopes, 2), 2)).toMatchObject({ place: 1, suspects: [['JAM', 'B', '', '']] });
    expect(removeScope(openScope(scopes, 0), 0)).toMatchObject({ place: 0, suspects: [['JAM', 'B', '', '']] });
    expect(removeScope(openScope(scopes, 0), 2)).toMatchObject({ place: 0, suspects: [['JAM', 'A', '', '']] });
  });

  it('come back from an address, and a spoilt one brings none', () => {
    const { others } = addScope({ ...lot('A'), supplierLots: [['S-1', '007']], workOrders: ['WO-1'], dated: true });
    expect(othersInAddress.parse(JSON.parse(JSON.stringify(others)))).toEqual(others);
    expect(othersInAddress.parse([['A']])).toEqual([]);
    // An address kept from before there were work orders in it.
    expect(othersInAddress.parse([[[], [['S-1', '007']], 'dated']])).toEqual([[[], [['S-1', '007']], 'dated']]);
  });
});

describe('what was meant', () => {
  const among =
    (...codes: string[]) =>
    (typed: string) =>
      meant(typed, codes, (code) => code);

  it('is the very code, or the only one in other letters', () => {
    expect(among('S-1', 's-1')('s-1')).toBe('s-1');
    expect(among('S-VERDANNE', 'S-SERRAL')('s-verdanne')).toBe('S-VERDANNE');
  });

  it('is nothing where several differ in letter case alone, or none is like it', () => {
    expect(among('Ab', 'aB')('ab')).toBeUndefined();
    expect(among('S-1')('S-2')).toBeUndefined();
  });
});

describe('the figures of scopes', () => {
  const product = (code: string, more: object) => ({
    product: code,
    name: `Product ${code}`,
    unitOfMeasure: 'EA',
    units: 1,
    shipped: '0',
    returned: '0',
    onHand: '0',
    inProcess: '0',
    missing: '0',
    found: '0',
    ...more,
  });
  const balance = (code: string, balancePercent: string) => ({
    product: code,
    unit: 'EA',
    in: '0',
    consumed: '0',
    out: '0',
    here: '0',
    inProcess: '0',
    explained: '0',
    unexplained: '0',
    balancePercent,
  });
  const counts = { affected: 3, onHand: 1, inProcess: 1, adjustments: 1, breaks: 2, customers: 2 };
  const totals = { affected: 3, customers: 2, accountedPercent: '99.5' };

  it('never add what is not the same product, though both are counted in pieces', () => {
    const products = [
      product('JAR', { shipped: '56', returned: '30', onHand: '140' }),
      product('BOTTLE', { shipped: '7', inProcess: '2.5' }),
    ];
    expect(goodsOf(products, 'atCustomers')).toEqual([
      { product: 'JAR', unitOfMeasure: 'EA', quantity: 26_000_000n },
      { product: 'BOTTLE', unitOfMeasure: 'EA', quantity: 7_000_000n },
    ]);
    expect(goodsOf(products, 'onHand').map((goods) => goods.product)).toEqual(['JAR']);
    expect(goodsOf(products, 'inProcess').map((goods) => goods.quantity)).toEqual([2_500_000n]);
  });

  it('stand gaps and what is unexplained first, each product in a row of its own', () => {
    const wide = scopeFiguresOf({
      products: [product('JAR', { shipped: '5', missing: '18' }), product('BOTTLE', { shipped: '4', found: '1' })],
      balances: [balance('JAR', '99.40'), balance('BOTTLE', '100.00')],
      totals,
      counts,
    });
    const narrow = scopeFiguresOf({
      products: [product('BOTTLE', { shipped: '4' })],
      balances: [balance('BOTTLE', '100.00')],
      totals: { ...totals, affected: 1 },
      counts: { ...counts, breaks: 0 },
    });
    const rows = scopeRowsOf([narrow, undefined, wide]);
    expect(rows.map(({ figure, product: code }) => `${figure} ${code}`.trim())).toEqual([
      'breaks',
      'missing JAR',
      'found BOTTLE',
      'affected',
      'atCustomers BOTTLE',
      'atCustomers JAR',
      'customers',
      'balance JAR',
    ]);
    const row = (figure: 'atCustomers' | 'balance') => ({ figure, product: 'JAR', unitOfMeasure: '' });
    expect([valueOf(wide, row('atCustomers')), valueOf(narrow, row('atCustomers'))]).toEqual([5_000_000n, 0n]);
    // A scope without jars has no balance of them, which is not a balance of nothing.
    expect([valueOf(wide, row('balance')), valueOf(narrow, row('balance'))]).toEqual([99_400_000n, undefined]);
  });
});
