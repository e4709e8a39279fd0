import { describe, expect, it } from 'vitest';
import { judgeChange, lotChange, serialChange } from '#shared/products/trackingChange.ts';
import { lotTrackings, serialTrackings } from '#shared/products/vocabulary.ts';

describe('another mode once goods moved', () => {
  // From the mode of the line to each mode, in the order of the vocabulary.
  it.each([
    ['none', ['free', 'free', 'conversion', 'conversion']],
    ['optional', ['lots', 'free', 'conversion', 'conversion']],
    ['mandatory', ['lots', 'free', 'free', 'conversion']],
    ['lot-sublot', ['lots', 'sublots', 'sublots', 'free']],
  ] as const)('lots %s: %j', (from, changes) => {
    expect(lotTrackings.map((to) => lotChange({ lotTracking: from, serialTracking: 'none' }, to))).toEqual(changes);
  });

  it.each([
    ['none', ['free', 'free', 'conversion', 'unknownSerials']],
    ['on-issue', ['serials', 'free', 'conversion', 'unknownSerials']],
    ['received-issued', ['serials', 'serials', 'free', 'conversion']],
    ['global', ['serials', 'serials', 'conversion', 'free']],
  ] as const)('serials %s: %j', (from, changes) => {
    expect(serialTrackings.map((to) => serialChange({ lotTracking: 'none', serialTracking: from }, to))).toEqual(
      changes,
    );
  });

  it('of two changes the one counts that takes most', () => {
    const from = { lotTracking: 'optional', serialTracking: 'none' } as const;
    expect(judgeChange(from, { lotTracking: 'optional', serialTracking: 'on-issue' }).change).toBe('free');
    expect(judgeChange(from, { lotTracking: 'mandatory', serialTracking: 'on-issue' })).toEqual({
      field: 'lotTracking',
      change: 'conversion',
    });
    expect(judgeChange(from, { lotTracking: 'mandatory', serialTracking: 'global' })).toEqual({
      field: 'serialTracking',
      change: 'unknownSerials',
    });
  });
});
