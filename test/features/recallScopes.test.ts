import { describe, expect, it } from 'vitest';
import {
  addScope,
  type Compared,
  openScope,
  othersInAddress,
  removeScope,
  scopesOf,
  withoutUnknown,
} from '#renderer/features/recalls/scopes.ts';
import { sumByUnitOfMeasure, sumUnexplained } from '#renderer/features/recalls/sums.ts';

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

describe('what nobody knows', () => {
  const scope = {
    suspects: [
      ['JAM', 'A', '', ''],
      ['JAM', 'B', '', ''],
      ['NEC', 'A', '', ''],
    ],
    supplierLots: [
      ['S-1', '7'],
      ['S-1', '8'],
      ['S-2', '7'],
    ],
    dated: false,
  } as const;

  it('is left out: a lot, a product with all its lots, a supplier with all its lots', () => {
    const out = (notKnown: Record<string, string>) => withoutUnknown(scope, notKnown).out;
    expect(out({ product: 'JAM', lot: 'B', sublot: '', serial: '' })).toEqual([['JAM', 'B', '', '']]);
    expect(out({ product: 'JAM' })).toHaveLength(2);
    expect(out({ supplier: 'S-1', supplierLot: '8' })).toEqual([['S-1', '8']]);
    expect(out({ supplier: 'S-1' })).toHaveLength(2);
    expect(withoutUnknown(scope, { product: 'JAM' }).scope).toEqual({ ...scope, suspects: [['NEC', 'A', '', '']] });
  });

  it('takes nothing out when it is about something else', () => {
    expect(withoutUnknown(scope, {})).toEqual({ scope, out: [] });
    expect(withoutUnknown(scope, { document: 'GRN-1' }).out).toEqual([]);
  });
});

describe('sums of a recall', () => {
  const adjustment = (lotName: string, quantity: string, reason = '', product = 'JAM') => ({
    product,
    lot: lotName,
    sublot: '',
    serial: '',
    quantity,
    reason,
  });
  const unitOfMeasureOf = (product: string): string => (product === 'PULP' ? 'kg' : 'EA');

  it('counts as unexplained what has no reason, net of each unit and without its sign', () => {
    const rows = [
      adjustment('A', '-18'),
      adjustment('A', '3', '  '),
      adjustment('B', '2'),
      adjustment('C', '-4', 'broken'),
      adjustment('P', '0.5', '', 'PULP'),
    ];
    expect(sumUnexplained(rows, unitOfMeasureOf)).toEqual([
      { unitOfMeasure: 'EA', quantity: '17' },
      { unitOfMeasure: 'kg', quantity: '0.5' },
    ]);
    expect(sumUnexplained([adjustment('A', '-1'), adjustment('A', '1')], unitOfMeasureOf)).toEqual([]);
  });

  it('adds no kilograms to pieces', () => {
    const sum = (unitOfMeasure: string, shipped: string) => ({ unitOfMeasure, shipped, returned: '0', onHand: '0' });
    expect(sumByUnitOfMeasure([sum('kg', '1.5'), sum('EA', '2'), sum('kg', '1')])).toEqual([
      { unitOfMeasure: 'EA', shipped: 2_000_000n, returned: 0n, onHand: 0n },
      { unitOfMeasure: 'kg', shipped: 2_500_000n, returned: 0n, onHand: 0n },
    ]);
  });
});
