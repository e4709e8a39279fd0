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
import { sumByUnitOfMeasure, sumUnexplained } from '#shared/recalls/sums.ts';

const lot = (name: string): Compared => ({
  suspects: [['JAM', name, '', '']],
  supplierLots: [],
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
    const { others } = addScope({ ...lot('A'), supplierLots: [['S-1', '007']], dated: true });
    expect(othersInAddress.parse(JSON.parse(JSON.stringify(others)))).toEqual(others);
    expect(othersInAddress.parse([['A']])).toEqual([]);
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

describe('sums of a recall', () => {
  const adjustment = (unit: number, quantity: bigint, reason = '', unitOfMeasure = 'EA') => ({
    unit,
    quantity: quantity * 1_000_000n,
    reason,
    unitOfMeasure,
  });
  const sum = (unitOfMeasure: string, shipped: string, inProcess = '0') => ({
    unitOfMeasure,
    shipped,
    returned: '0',
    onHand: '0',
    inProcess,
  });

  it('counts as unexplained what has no reason, net of each unit and without its sign', () => {
    const rows = [
      adjustment(1, -18n),
      adjustment(1, 3n, '  '),
      adjustment(2, 2n),
      adjustment(3, -4n, 'broken'),
      adjustment(4, 5n, '', 'kg'),
    ];
    expect(sumUnexplained(rows)).toEqual([
      { unitOfMeasure: 'EA', quantity: '17' },
      { unitOfMeasure: 'kg', quantity: '5' },
    ]);
    expect(sumUnexplained([adjustment(1, -1n), adjustment(1, 1n)])).toEqual([]);
  });

  it('adds no kilograms to pieces', () => {
    expect(sumByUnitOfMeasure([sum('kg', '1.5', '0.5'), sum('EA', '2'), sum('kg', '1', '2')])).toEqual([
      { unitOfMeasure: 'EA', shipped: 2_000_000n, returned: 0n, onHand: 0n, inProcess: 0n },
      { unitOfMeasure: 'kg', shipped: 2_500_000n, returned: 0n, onHand: 0n, inProcess: 2_500_000n },
    ]);
  });

  it('compares what is unexplained first, and goods in process in their own unit of measure', () => {
    const counts = { affected: 3, onHand: 1, inProcess: 1, adjustments: 1, breaks: 0, customers: 2 };
    const product = { product: 'JAM', name: 'Jam', units: 3 };
    const wide = scopeFiguresOf({
      products: [{ ...product, ...sum('kg', '5', '2.5') }],
      totals: { affected: 3, customers: 2, accountedPercent: '99.5' },
      counts,
      unexplained: [{ unitOfMeasure: 'EA', quantity: '18' }],
    });
    const narrow = scopeFiguresOf({
      products: [{ ...product, ...sum('kg', '5') }],
      totals: { affected: 1, customers: 2, accountedPercent: '100' },
      counts,
      unexplained: [],
    });
    const rows = scopeRowsOf([narrow, undefined, wide]);
    expect(rows.map(({ figure, unitOfMeasure }) => `${figure} ${unitOfMeasure}`.trim())).toEqual([
      'unexplained EA',
      'affected',
      'out kg',
      'customers',
      'inProcess kg',
      'accounted',
      'breaks',
    ]);
    const inProcess = { figure: 'inProcess', unitOfMeasure: 'kg' } as const;
    expect([valueOf(wide, inProcess), valueOf(narrow, inProcess)]).toEqual([2_500_000n, 0n]);
  });
});
