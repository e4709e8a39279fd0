import { describe, expect, it } from 'vitest';
import { type Given, judgePosition, openPositions, type Position, positionsOf } from '#shared/signing/positions.ts';

const codeOf = (verdict: ReturnType<typeof judgePosition>): string => (verdict.ok ? 'allowed' : verdict.code);

describe('the positions of an act', () => {
  it('are one for whoever asks, and one for a witness where two must sign', () => {
    const rule = { meanings: ['approved', 'performed'], witness: true } as const;
    expect(positionsOf(rule, { witness: false })).toEqual([
      { position: 1, by: 'self', meanings: ['approved', 'performed'] },
    ]);
    expect(positionsOf(rule, { meanings: ['approved'], witness: true })).toEqual([
      { position: 1, by: 'self', meanings: ['approved'] },
      { position: 2, by: 'another', meanings: ['witnessed'] },
    ]);
  });

  it('begin with the witness where whoever asks does not sign', () => {
    expect(positionsOf({ meanings: [], witness: true }, { witness: true })).toEqual([
      { position: 1, by: 'another', meanings: ['witnessed'] },
    ]);
    expect(positionsOf({ meanings: [], witness: true }, { witness: false })).toEqual([]);
  });
});

describe('signatures in several sittings', () => {
  const positions: readonly Position[] = [
    { position: 1, by: 'self', meanings: ['performed'] },
    { position: 2, by: 'another', meanings: ['reviewed'] },
    { position: 3, by: 'another', meanings: ['approved', 'rejected'] },
  ];
  const reviewed: readonly Given[] = [
    { position: 1, person: 'ines', meaning: 'performed' },
    { position: 2, person: 'clara', meaning: 'reviewed' },
  ];

  it('leave open what nobody signed yet, in whichever order they are given', () => {
    expect(openPositions(positions, []).map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(openPositions(positions, reviewed).map(({ position }) => position)).toEqual([3]);
    expect(openPositions(positions, reviewed.slice(1)).map(({ position }) => position)).toEqual([1, 3]);
  });

  it.each([
    [{ position: 3, person: 'quentin', meaning: 'approved' }, 'allowed'],
    [{ position: 3, person: 'quentin', meaning: 'rejected' }, 'allowed'],
    [{ position: 3, person: 'quentin', meaning: 'reviewed' }, 'VALIDATION'],
    [{ position: 3, person: 'CLARA', meaning: 'approved' }, 'SEPARATION_OF_DUTIES'],
    [{ position: 3, person: 'ines', meaning: 'approved' }, 'SEPARATION_OF_DUTIES'],
    [{ position: 2, person: 'quentin', meaning: 'reviewed' }, 'CONFLICT'],
    [{ position: 4, person: 'quentin', meaning: 'approved' }, 'CONFLICT'],
  ] as const)('take the next signature where it belongs: %j is %s', (next, code) => {
    expect(codeOf(judgePosition(positions, reviewed, next))).toBe(code);
  });
});
