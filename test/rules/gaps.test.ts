import { describe, expect, it } from 'vitest';
import { byGravity, hidesGoods } from '#shared/trace/gaps.ts';
import { breakReasons, type Direction } from '#shared/trace/vocabulary.ts';

describe('gaps in the record', () => {
  it('stand in the order of what they hide: goods that are lost to sight before a log that is not kept', () => {
    const sorted = breakReasons.map((why) => ({ why })).toSorted(byGravity);
    expect(sorted.map(({ why }) => why)).toEqual([
      'unlinked',
      'lot-missing',
      'untracked',
      'no-inputs',
      'no-log',
      'opening',
    ]);
  });

  it('keep the order of like ones', () => {
    const rows = [
      { why: 'opening', at: 1 },
      { why: 'unlinked', at: 2 },
      { why: 'opening', at: 3 },
      { why: 'unlinked', at: 4 },
    ] as const;
    expect(rows.toSorted(byGravity).map(({ at }) => at)).toEqual([2, 4, 1, 3]);
  });

  it('are grave where goods may be somewhere that no list names', () => {
    const graveOnes = (direction: Direction) => breakReasons.filter((why) => hidesGoods(why, direction)).toSorted();
    expect(graveOnes('downstream')).toEqual(['lot-missing', 'no-inputs', 'unlinked', 'untracked']);
    // Untracked ingredients are listed with every delivery of theirs.
    expect(graveOnes('upstream')).toEqual(['lot-missing', 'no-inputs', 'unlinked']);
  });
});
