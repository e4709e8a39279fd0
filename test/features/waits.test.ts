import { describe, expect, it } from 'vitest';
import { daysUntil, waitsOf } from '#renderer/features/dossier/waits.ts';

const today = '2026-06-15';
const lot = (change: object) => ({
  stock: [{ status: 'A', quantity: '10' }],
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
    expect(whats({ stock: [{ status: 'Q', quantity: '0' }] })).toEqual([]);
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
      { status: 'Q', quantity: '1.5' },
      { status: 'Q1', quantity: '2' },
      { status: 'R', quantity: '4' },
    ];
    expect(waitsOf(lot({ stock, expiresOn: '2026-06-01' }), today)).toEqual([
      { what: 'expired', days: -14 },
      { what: 'rejected', quantity: '4' },
      { what: 'quarantine', quantity: '3.5' },
    ]);
  });
});

it('days are counted between calendar dates, over a leap day too', () => {
  expect(daysUntil('2028-03-01', '2028-02-28')).toBe(2);
  expect(daysUntil('', today)).toBeUndefined();
});
