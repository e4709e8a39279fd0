import { describe, expect, it } from 'vitest';
import { nearCodes } from '#shared/exchange/nearCodes.ts';

const places = ['C-SHOP', 'C-SHED', 'STORE', 'STORE-2', 'D1', 'D2', 'DOCK'];

describe('the codes near a mistyped one', () => {
  it.each([
    ['C-SHP', ['C-SHOP', 'C-SHED']],
    ['STROE', ['STORE']],
    ['STOREE', ['STORE', 'STORE-2']],
    ['store', ['STORE', 'STORE-2']],
    ['D0CK', ['DOCK']],
    ['D3', ['D1', 'D2']],
    ['X', []],
    ['DUCT', []],
    ['QUARANTINE', []],
    ['', []],
  ])('%s are %j', (code, near) => {
    expect(nearCodes(code, places)).toEqual(near);
  });

  it('are three at most, and never the code itself', () => {
    expect(nearCodes('P-100', ['P-100', 'P-101', 'P-102', 'P-103', 'P-104'])).toEqual(['P-101', 'P-102', 'P-103']);
  });
});
