import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, parseSearch, unitAddress } from '#renderer/components/address.ts';
import { codeInAddress, screen, switchInAddress, unitInAddress } from '#renderer/components/screen.ts';

/** What a screen reads back from an address that was copied. */
function readBack(address: string): Record<string, unknown> {
  const query = address.slice(address.indexOf('?'));
  return screen('/unit', { ...unitInAddress, dated: switchInAddress, sort: codeInAddress }, () => null).readSearch(
    parseSearch(query),
  );
}

describe('a question in the address', () => {
  test('leaves out what is blank', () => {
    expect(unitAddress({ product: 'MILK', lot: 'RL-1', sublot: '', serial: '' })).toBe('#/unit?product=MILK&lot=RL-1');
  });

  test.each(['00123', '123', '1e5', 'true', '{"a":1}', '["x"]', '"quoted"', 'a&b=c#d', '100%', '½ kg'])(
    'brings back the code %s as it was',
    (lot) => {
      expect(readBack(unitAddress({ product: 'P', lot, sublot: '', serial: '' }))).toEqual({ product: 'P', lot });
    },
  );

  test('brings back any code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (lot) => {
        const read = readBack(unitAddress({ product: 'P', lot, sublot: '', serial: '' }));
        expect(read).toEqual({ product: 'P', lot });
      }),
    );
  });

  test('brings back lists and switches', () => {
    const address = addressOf('/recall', { suspects: [['P', '007', '', '']], dated: true });
    expect(parseSearch(address.slice(address.indexOf('?')))).toEqual({ suspects: [['P', '007', '', '']], dated: true });
  });

  test('starts afresh from what it cannot read', () => {
    expect(readBack('#/unit?product=MILK&dated=perhaps')).toEqual({ product: 'MILK' });
  });
});
