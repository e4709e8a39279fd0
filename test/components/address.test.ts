import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Addresses, addressOf, parseSearch, type Path } from '#renderer/components/address.ts';
import { lots } from '#shared/lots/contract.ts';
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
    expect(addressOf('/unit', { product: 'MILK', lot: 'RL-1', sublot: '', serial: '' })).toBe(
      '#/unit?product=MILK&lot=RL-1',
    );
  });

  test.each(['00123', '123', '1e5', 'true', '{"a":1}', '["x"]', '"quoted"', 'a&b=c#d', '100%', '½ kg'])(
    'brings back the code %s as it was',
    (lot) => {
      expect(readBack(addressOf('/unit', { product: 'P', lot, sublot: '', serial: '' }))).toEqual({
        product: 'P',
        lot,
      });
    },
  );

  test('brings back any code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (lot) => {
        const read = readBack(addressOf('/unit', { product: 'P', lot, sublot: '', serial: '' }));
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

describe('a link', () => {
  test('leads to screens that exist, and asks them what they can be asked', () => {
    // These do not compile once a link may lead elsewhere, or ask something else.
    const leadsNowhere: '/audits' extends Path ? true : false = false;
    const asksUnderAnotherName: 'user' extends keyof Addresses['/audit'] ? true : false = false;
    const asksForText: string extends Addresses['/audit/entry']['seq'] ? true : false = false;
    expect([leadsNowhere, asksUnderAnotherName, asksForText]).toEqual([false, false, false]);
    expect([addressOf('/audit', { person: 'vera' }), addressOf('/history', { record: 'product', key: ['P'] })]).toEqual(
      ['#/audit?person=vera', '#/history?record=product&key=%5B%22P%22%5D'],
    );
  });
});

describe('a screen', () => {
  test('takes the permission of the operation it is there for', () => {
    expect(screen('/a', {}, () => null, lots.previewStatus).needs).toBe('status');
    expect(screen('/b', {}, () => null).needs).toBeUndefined();
  });
});
