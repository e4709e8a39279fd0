import { describe, expect, it } from 'vitest';
import { daysUntil, waitsOf } from '#renderer/features/dossier/waits.ts';

const today = '2026-06-15';
const lot = (change: object) => ({
  stock: [{ kind: 'storage', status: 'A', quantity: '10' }],
  expiresOn: '',
  useByOn: '',
  retestOn: '',
  ...change,
});
const whats = (change: object): string[] => waitsOf(lot(change), today).map(({ what }) => what);

describe('what waits for a lot', () => {
  it('is nothing where it is released and its dates are far', () => {
    expect(whats({ expiresOn: '2026-07-16', retestOn: '2026-06-16', useByOn: today })).toEqual([]);
  });

  it('is nothing where none of it lies here, whatever its dates', () => {
    expect(whats({ stock: [], expiresOn: '2020-01-01' })).toEqual([]);
    expect(whats({ stock: [{ kind: 'quarantine', status: 'Q', quantity: '0' }] })).toEqual([]);
  });

  it('is an expiry that has passed, and one within thirty days', () => {
    expect(whats({ expiresOn: '2026-06-14' })).toEqual(['expired']);
    expect(whats({ expiresOn: today })).toEqual(['expiresSoon']);
    expect(whats({ expiresOn: '2026-07-15' })).toEqual(['expiresSoon']);
  });

  it('is a use-by date that has passed, and a retest from its day on', () => {
    expect(whats({ useByOn: '2026-06-14' })).toEqual(['useByPassed']);
    expect(whats({ retestOn: today })).toEqual(['retestDue']);
  });

  it('is rejected goods and goods in quarantine, each with how much, the more urgent first', () => {
    const stock = [
      { kind: 'quarantine', status: 'Q', quantity: '1.5' },
      { kind: 'quarantine', status: 'Q1', quantity: '2' },
      { kind: 'quarantine', status: 'R', quantity: '4' },
    ];
    expect(waitsOf(lot({ stock, expiresOn: '2026-06-01' }), today)).toEqual([
      { what: 'expired', days: -14 },
      { what: 'rejected', quantity: '4' },
      { what: 'quarantine', quantity: '3.5' },
    ]);
  });

  it('is putting away what was released and still lies in quarantine, unless it is past its date', () => {
    const stock = [
      { kind: 'quarantine', status: 'A', quantity: '3' },
      { kind: 'quarantine', status: 'A1', quantity: '1' },
      { kind: 'storage', status: 'A', quantity: '10' },
    ];
    expect(waitsOf(lot({ stock }), today)).toEqual([{ what: 'putAway', quantity: '4' }]);
    expect(whats({ stock, expiresOn: '2026-06-14' })).toEqual(['expired']);
    expect(whats({ stock, useByOn: '2026-06-14' })).toEqual(['useByPassed']);
  });
});

it('days are counted between calendar dates, over a leap day too', () => {
  expect(daysUntil('2028-03-01', '2028-02-28')).toBe(2);
  expect(daysUntil('', today)).toBeUndefined();
});
