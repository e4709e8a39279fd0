import { describe, expect, it } from 'vitest';
import {
  acceptedOfDefects,
  acceptedOfLot,
  acceptedOfProcess,
  shareAccepted,
} from '#shared/inspections/sampling/curve.ts';
import { codeLetter, planFor, planIn, planOf, type PlanTable } from '#shared/inspections/sampling/attributes.ts';
import { masterTables } from '#shared/inspections/sampling/milStd105e.ts';
import { aqls, inspectionLevels, type Severity } from '#shared/inspections/vocabulary.ts';
import {
  afterLot,
  atBeginning,
  type LotResult,
  resumed,
  type Switching,
} from '#shared/inspections/sampling/switching.ts';
import { Random } from '../support/chance.ts';

/*
 * The samples and numbers that each code letter and quality limit end at, arrows followed: as the tables of the R package
 * AQLSchemes 1.7-2 have them, which were transcribed from MIL-STD-105E by other hands (John S. Lawson).
 */
const letters = 'ABCDEFGHJKLMNPQR';
const samples: Record<Severity, readonly string[]> = {
  normal: [
    '1250 800 500 315 200 125 80 50 32 20 13 8 5 3 2 5 3 2 2 2 2 2 2 2 2 2',
    '1250 800 500 315 200 125 80 50 32 20 13 8 5 3 2 5 3 3 3 3 3 3 3 3 3 3',
    '1250 800 500 315 200 125 80 50 32 20 13 8 5 3 8 5 5 5 5 5 5 5 5 5 5 3',
    '1250 800 500 315 200 125 80 50 32 20 13 8 5 13 8 8 8 8 8 8 8 8 8 8 5 3',
    '1250 800 500 315 200 125 80 50 32 20 13 8 20 13 13 13 13 13 13 13 13 13 13 8 5 3',
    '1250 800 500 315 200 125 80 50 32 20 13 32 20 20 20 20 20 20 20 20 13 13 13 8 5 3',
    '1250 800 500 315 200 125 80 50 32 20 50 32 32 32 32 32 32 32 32 20 13 13 13 8 5 3',
    '1250 800 500 315 200 125 80 50 32 80 50 50 50 50 50 50 50 50 32 20 13 13 13 8 5 3',
    '1250 800 500 315 200 125 80 50 125 80 80 80 80 80 80 80 80 50 32 20 13 13 13 8 5 3',
    '1250 800 500 315 200 125 80 200 125 125 125 125 125 125 125 125 80 50 32 20 13 13 13 8 5 3',
    '1250 800 500 315 200 125 315 200 200 200 200 200 200 200 200 125 80 50 32 20 13 13 13 8 5 3',
    '1250 800 500 315 200 500 315 315 315 315 315 315 315 315 200 125 80 50 32 20 13 13 13 8 5 3',
    '1250 800 500 315 800 500 500 500 500 500 500 500 500 315 200 125 80 50 32 20 13 13 13 8 5 3',
    '1250 800 500 1250 800 800 800 800 800 800 800 800 500 315 200 125 80 50 32 20 13 13 13 8 5 3',
    '1250 800 2000 1250 1250 1250 1250 1250 1250 1250 1250 800 500 315 200 125 80 50 32 20 13 13 13 8 5 3',
    '1250 800 2000 2000 2000 2000 2000 2000 2000 2000 1250 800 500 315 200 125 80 50 32 20 13 13 13 8 5 3',
  ],
  tightened: [
    '2000 1250 800 500 315 200 125 80 50 32 20 13 8 5 3 8 5 3 2 2 2 2 2 2 2 2',
    '2000 1250 800 500 315 200 125 80 50 32 20 13 8 5 3 8 5 3 3 3 3 3 3 3 3 3',
    '2000 1250 800 500 315 200 125 80 50 32 20 13 8 5 13 8 5 5 5 5 5 5 5 5 5 3',
    '2000 1250 800 500 315 200 125 80 50 32 20 13 8 20 13 8 8 8 8 8 8 8 8 8 5 3',
    '2000 1250 800 500 315 200 125 80 50 32 20 13 32 20 13 13 13 13 13 13 13 13 13 8 5 3',
    '2000 1250 800 500 315 200 125 80 50 32 20 50 32 20 20 20 20 20 20 20 13 13 13 8 5 3',
    '2000 1250 800 500 315 200 125 80 50 32 80 50 32 32 32 32 32 32 32 20 13 13 13 8 5 3',
    '2000 1250 800 500 315 200 125 80 50 125 80 50 50 50 50 50 50 50 32 20 13 13 13 8 5 3',
    '2000 1250 800 500 315 200 125 80 200 125 80 80 80 80 80 80 80 50 32 20 13 13 13 8 5 3',
    '2000 1250 800 500 315 200 125 315 200 125 125 125 125 125 125 125 80 50 32 20 13 13 13 8 5 3',
    '2000 1250 800 500 315 200 500 315 200 200 200 200 200 200 200 125 80 50 32 20 13 13 13 8 5 3',
    '2000 1250 800 500 315 800 500 315 315 315 315 315 315 315 200 125 80 50 32 20 13 13 13 8 5 3',
    '2000 1250 800 500 1250 800 500 500 500 500 500 500 500 315 200 125 80 50 32 20 13 13 13 8 5 3',
    '2000 1250 800 2000 1250 800 800 800 800 800 800 800 500 315 200 125 80 50 32 20 13 13 13 8 5 3',
    '2000 1250 3150 2000 1250 1250 1250 1250 1250 1250 1250 800 500 315 200 125 80 50 32 20 13 13 13 8 5 3',
    '2000 1250 3150 2000 2000 2000 2000 2000 2000 2000 1250 800 500 315 200 125 80 50 32 20 13 13 13 8 5 3',
  ],
  reduced: [
    '500 315 200 125 80 50 32 20 13 8 5 3 2 2 2 2 2 2 2 2 2 2 2 2 2 2',
    '500 315 200 125 80 50 32 20 13 8 5 3 2 2 2 2 2 2 2 2 2 2 2 2 2 2',
    '500 315 200 125 80 50 32 20 13 8 5 3 2 2 3 2 2 2 2 2 2 2 2 2 2 2',
    '500 315 200 125 80 50 32 20 13 8 5 3 2 5 3 3 3 3 3 3 3 3 3 3 2 2',
    '500 315 200 125 80 50 32 20 13 8 5 3 8 5 5 5 5 5 5 5 5 5 5 3 2 2',
    '500 315 200 125 80 50 32 20 13 8 5 13 8 8 8 8 8 8 8 8 5 5 5 3 2 2',
    '500 315 200 125 80 50 32 20 13 8 20 13 13 13 13 13 13 13 13 8 5 5 5 3 2 2',
    '500 315 200 125 80 50 32 20 13 32 20 20 20 20 20 20 20 20 13 8 5 5 5 3 2 2',
    '500 315 200 125 80 50 32 20 50 32 32 32 32 32 32 32 32 20 13 8 5 5 5 3 2 2',
    '500 315 200 125 80 50 32 80 50 50 50 50 50 50 50 50 32 20 13 8 5 5 5 3 2 2',
    '500 315 200 125 80 50 125 80 80 80 80 80 80 80 80 50 32 20 13 8 5 5 5 3 2 2',
    '500 315 200 125 80 200 125 125 125 125 125 125 125 125 80 50 32 20 13 8 5 5 5 3 2 2',
    '500 315 200 125 315 200 200 200 200 200 200 200 200 125 80 50 32 20 13 8 5 5 5 3 2 2',
    '500 315 200 500 315 315 315 315 315 315 315 315 200 125 80 50 32 20 13 8 5 5 5 3 2 2',
    '500 315 800 500 500 500 500 500 500 500 500 315 200 125 80 50 32 20 13 8 5 5 5 3 2 2',
    '500 315 800 800 800 800 800 800 800 800 500 315 200 125 80 50 32 20 13 8 5 5 5 3 2 2',
  ],
};

/** What is accepted, a row a code letter; rejected is one more but where reduced plans leave a gap. */
const accepted: Record<Severity, readonly string[]> = {
  normal: [
    '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 2 3 5 7 10 14 21 30',
    '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 14 21 30 44',
    '0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 14 21 30 44 44',
    '0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 14 21 30 44 44 44',
    '0 0 0 0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 14 21 30 44 44 44 44',
    '0 0 0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 14 21 21 30 44 44 44 44',
    '0 0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 14 21 21 21 30 44 44 44 44',
    '0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 14 21 21 21 21 30 44 44 44 44',
    '0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 14 21 21 21 21 21 30 44 44 44 44',
    '0 0 0 0 0 0 0 1 1 2 3 5 7 10 14 21 21 21 21 21 21 30 44 44 44 44',
    '0 0 0 0 0 0 1 1 2 3 5 7 10 14 21 21 21 21 21 21 21 30 44 44 44 44',
    '0 0 0 0 0 1 1 2 3 5 7 10 14 21 21 21 21 21 21 21 21 30 44 44 44 44',
    '0 0 0 0 1 1 2 3 5 7 10 14 21 21 21 21 21 21 21 21 21 30 44 44 44 44',
    '0 0 0 1 1 2 3 5 7 10 14 21 21 21 21 21 21 21 21 21 21 30 44 44 44 44',
    '0 0 1 1 2 3 5 7 10 14 21 21 21 21 21 21 21 21 21 21 21 30 44 44 44 44',
    '0 0 1 2 3 5 7 10 14 21 21 21 21 21 21 21 21 21 21 21 21 30 44 44 44 44',
  ],
  tightened: [
    '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 1 2 3 5 8 12 18 27',
    '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 2 3 5 8 12 18 27 41',
    '0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 2 3 5 8 12 18 27 41 41',
    '0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 2 3 5 8 12 18 27 41 41 41',
    '0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 2 3 5 8 12 18 27 41 41 41 41',
    '0 0 0 0 0 0 0 0 0 0 0 1 1 1 2 3 5 8 12 18 18 27 41 41 41 41',
    '0 0 0 0 0 0 0 0 0 0 1 1 1 2 3 5 8 12 18 18 18 27 41 41 41 41',
    '0 0 0 0 0 0 0 0 0 1 1 1 2 3 5 8 12 18 18 18 18 27 41 41 41 41',
    '0 0 0 0 0 0 0 0 1 1 1 2 3 5 8 12 18 18 18 18 18 27 41 41 41 41',
    '0 0 0 0 0 0 0 1 1 1 2 3 5 8 12 18 18 18 18 18 18 27 41 41 41 41',
    '0 0 0 0 0 0 1 1 1 2 3 5 8 12 18 18 18 18 18 18 18 27 41 41 41 41',
    '0 0 0 0 0 1 1 1 2 3 5 8 12 18 18 18 18 18 18 18 18 27 41 41 41 41',
    '0 0 0 0 1 1 1 2 3 5 8 12 18 18 18 18 18 18 18 18 18 27 41 41 41 41',
    '0 0 0 1 1 1 2 3 5 8 12 18 18 18 18 18 18 18 18 18 18 27 41 41 41 41',
    '0 0 1 1 1 2 3 5 8 12 18 18 18 18 18 18 18 18 18 18 18 27 41 41 41 41',
    '0 0 1 1 2 3 5 8 12 18 18 18 18 18 18 18 18 18 18 18 18 27 41 41 41 41',
  ],
  reduced: [
    '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 2 3 5 7 10 14 21 30',
    '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 2 3 5 7 10 14 21 30',
    '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 14 21 30',
    '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 14 21 21 30',
    '0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 14 21 21 21 30',
    '0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 10 14 21 21 21 30',
    '0 0 0 0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 10 10 14 21 21 21 30',
    '0 0 0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 10 10 10 14 21 21 21 30',
    '0 0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 10 10 10 10 14 21 21 21 30',
    '0 0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 10 10 10 10 10 14 21 21 21 30',
    '0 0 0 0 0 0 0 0 1 1 2 3 5 7 10 10 10 10 10 10 10 14 21 21 21 30',
    '0 0 0 0 0 0 0 1 1 2 3 5 7 10 10 10 10 10 10 10 10 14 21 21 21 30',
    '0 0 0 0 0 0 1 1 2 3 5 7 10 10 10 10 10 10 10 10 10 14 21 21 21 30',
    '0 0 0 0 0 1 1 2 3 5 7 10 10 10 10 10 10 10 10 10 10 14 21 21 21 30',
    '0 0 0 0 1 1 2 3 5 7 10 10 10 10 10 10 10 10 10 10 10 14 21 21 21 30',
    '0 0 0 1 1 2 3 5 7 10 10 10 10 10 10 10 10 10 10 10 10 14 21 21 21 30',
  ],
};

const rejectedReduced = [
  '1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 2 2 2 3 4 6 8 11 15 22 31',
  '1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 2 2 3 4 5 6 8 11 15 22 31',
  '1 1 1 1 1 1 1 1 1 1 1 1 1 1 2 2 3 4 5 6 8 10 13 17 24 31',
  '1 1 1 1 1 1 1 1 1 1 1 1 1 2 2 3 4 5 6 8 10 13 17 24 24 31',
  '1 1 1 1 1 1 1 1 1 1 1 1 2 2 3 4 5 6 8 10 13 17 24 24 24 31',
  '1 1 1 1 1 1 1 1 1 1 1 2 2 3 4 5 6 8 10 13 13 17 24 24 24 31',
  '1 1 1 1 1 1 1 1 1 1 2 2 3 4 5 6 8 10 13 13 13 17 24 24 24 31',
  '1 1 1 1 1 1 1 1 1 2 2 3 4 5 6 8 10 13 13 13 13 17 24 24 24 31',
  '1 1 1 1 1 1 1 1 2 2 3 4 5 6 8 10 13 13 13 13 13 17 24 24 24 31',
  '1 1 1 1 1 1 1 2 2 3 4 5 6 8 10 13 13 13 13 13 13 17 24 24 24 31',
  '1 1 1 1 1 1 2 2 3 4 5 6 8 10 13 13 13 13 13 13 13 17 24 24 24 31',
  '1 1 1 1 1 2 2 3 4 5 6 8 10 13 13 13 13 13 13 13 13 17 24 24 24 31',
  '1 1 1 1 2 2 3 4 5 6 8 10 13 13 13 13 13 13 13 13 13 17 24 24 24 31',
  '1 1 1 2 2 3 4 5 6 8 10 13 13 13 13 13 13 13 13 13 13 17 24 24 24 31',
  '1 1 2 2 3 4 5 6 8 10 13 13 13 13 13 13 13 13 13 13 13 17 24 24 24 31',
  '1 1 2 3 4 5 6 8 10 13 13 13 13 13 13 13 13 13 13 13 13 17 24 24 24 31',
];

const numbersIn = (row: string | undefined): number[] => (row ?? '').split(' ').map(Number);

describe('the master tables of MIL-STD-105E', () => {
  it('lead every code letter at every quality limit to the plan of another transcription', () => {
    let cells = 0;
    const wrong: string[] = [];
    for (const severity of ['normal', 'tightened', 'reduced'] as const)
      for (const [row, letter] of [...letters].entries())
        for (const [column, aql] of aqls.entries()) {
          cells += 1;
          const { sample, accept, reject } = planOf(letter, aql, severity);
          const acceptDue = numbersIn(accepted[severity][row])[column] ?? -1;
          const rejectDue = severity === 'reduced' ? numbersIn(rejectedReduced[row])[column] : acceptDue + 1;
          const due = `${numbersIn(samples[severity][row])[column]}: ${acceptDue}/${rejectDue}`;
          if (`${sample}: ${accept}/${reject}` !== due)
            wrong.push(`${severity} ${letter} at ${aql}: ${sample}: ${accept}/${reject}, due ${due}`);
        }
    console.log(`${cells} cells, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  });

  it('have a cell for every quality limit in every row', () => {
    for (const rows of Object.values(masterTables))
      for (const [letter, , cells] of rows) expect(cells.split(' '), letter).toHaveLength(aqls.length);
  });

  it('have the code letters of table I at the ends of each range', () => {
    const ends = [
      2, 8, 9, 15, 16, 25, 26, 50, 51, 90, 91, 150, 151, 280, 281, 500, 501, 1200, 1201, 3200, 3201, 10_000,
    ];
    // Level II as NIBS prints it, from the same standard.
    expect(
      [...ends, 10_001, 35_000, 35_001, 150_000, 150_001, 500_000, 500_001].map((n) => codeLetter(n, 'II')).join(''),
    ).toBe('AABBCCDDEEFFGGHHJJKKLLMMNNPPQ');
    expect(inspectionLevels.map((level) => codeLetter(1000, level)).join('')).toBe('CCEFGJK');
    expect(() => codeLetter(1, 'II')).toThrow(RangeError);
  });

  it.each([
    // Worked from the tables: NIBS (level II), IEC 60410 in Birolini, micquality.com.
    [2000, '1.0', { letter: 'K', sample: 125, accept: 3, reject: 4, isWhole: false }],
    [300, '0.65', { letter: 'J', sample: 80, accept: 1, reject: 2, isWhole: false }],
    [200, '0.65', { letter: 'F', sample: 20, accept: 0, reject: 1, isWhole: false }],
    [200, '1.0', { letter: 'H', sample: 50, accept: 1, reject: 2, isWhole: false }],
    [60, '1.5', { letter: 'D', sample: 8, accept: 0, reject: 1, isWhole: false }],
    [60, '2.5', { letter: 'F', sample: 20, accept: 1, reject: 2, isWhole: false }],
    [8, '1.0', { letter: 'E', sample: 8, accept: 0, reject: 1, isWhole: true }],
    [500, '1.0', { letter: 'H', sample: 50, accept: 1, reject: 2, isWhole: false }],
  ] as const)('a lot of %i at %s', (size, aql, plan) => {
    expect(planFor({ size, level: 'II', aql, severity: 'normal' })).toEqual(plan);
  });

  it('have what the tightened plans alone have', () => {
    expect(planOf('K', '1.0', 'tightened')).toMatchObject({ sample: 125, accept: 2, reject: 3 });
    expect(planOf('N', '0.15', 'tightened')).toMatchObject({ sample: 500, accept: 1, reject: 2 });
    expect(planOf('R', '0.025', 'tightened')).toEqual({ letter: 'S', sample: 3150, accept: 1, reject: 2 });
  });
});

describe('a table as data', () => {
  // 21 CFR 158.3: packages of one kilogram or less.
  const frozen: PlanTable = {
    name: 'Frozen vegetables',
    source: '21 CFR 158.3',
    edition: '2024',
    rows: [
      [4800, 13, 2],
      [24_000, 21, 3],
      [48_000, 29, 4],
      [84_000, 48, 6],
      [144_000, 84, 9],
      [240_000, 126, 13],
      [null, 200, 19],
    ].map(([upTo = null, sample = 0, accept = 0]) => ({
      upTo,
      sample: sample ?? 0,
      accept: accept ?? 0,
      reject: (accept ?? 0) + 1,
    })),
  };

  it('has the plan of the first range that a lot is in, and all of a lot that is smaller than its sample', () => {
    expect(planIn(frozen, 4800)).toEqual({ sample: 13, accept: 2, reject: 3, isWhole: false });
    expect(planIn(frozen, 4801)).toMatchObject({ sample: 21 });
    expect(planIn(frozen, 9_000_000)).toMatchObject({ sample: 200, accept: 19 });
    expect(planIn(frozen, 10)).toMatchObject({ sample: 10, isWhole: true });
    expect(planIn({ ...frozen, rows: frozen.rows.slice(0, 1) }, 5000)).toBeUndefined();
  });
});

describe('the curve of a plan', () => {
  it.each([
    [125, 3, [1.1, 2.93, 5.266]],
    [50, 1, [0.715, 3.334, 7.558]],
    [80, 2, [1.03, 3.329, 6.516]],
    [13, 0, [0.394, 5.192, 16.23]],
    [20, 0, [0.256, 3.406, 10.88]],
  ] as const)(
    'of %i with %i accepted is at 95, 50 and 10 per cent where it was computed',
    (sample, accept, [high, half, low]) => {
      const at = (probability: number): number => shareAccepted({ sample, accept }, probability) * 100;
      expect(Math.abs(at(0.95) - high)).toBeLessThan(0.01);
      expect(Math.abs(at(0.5) - half)).toBeLessThan(0.01);
      expect(Math.abs(at(0.1) - low)).toBeLessThan(0.01);
    },
  );

  it('has the figures that laws print', () => {
    // The Measuring Container Bottles rules, SI 1996/2636 schedule 2: LQ5 and SQL of 80/1 and 125/2.
    const at = (sample: number, accept: number, probability: number): number =>
      shareAccepted({ sample, accept }, probability) * 100;
    expect(
      [at(80, 1, 0.05), at(80, 1, 0.95), at(125, 2, 0.05), at(125, 2, 0.95)].map((one) => Number(one.toFixed(3))),
    ).toEqual([5.793, 0.446, 4.951, 0.657]);
    // 7 CFR 42.140: 500 with 3 accepted, nonconformities per hundred.
    expect(acceptedOfDefects({ sample: 500, accept: 3 }, 1)).toBeCloseTo(0.265, 3);
    expect(acceptedOfDefects({ sample: 500, accept: 3 }, 0.1)).toBeCloseTo(0.998, 3);
    expect(acceptedOfLot({ sample: 20, accept: 0 }, { size: 100, nonconforming: 5 })).toBeCloseTo(0.3193, 4);
    expect([1, 2, 3, 5].map((p) => acceptedOfProcess({ sample: 125, accept: 3 }, p / 100).toFixed(4))).toEqual([
      '0.9626',
      '0.7587',
      '0.4814',
      '0.1238',
    ]);
  });
});

const accept: LotResult = { isAccepted: true, accept: 1, passesTighter: true };
const reject: LotResult = { ...accept, isAccepted: false };
const after = (said: string, from: Switching = atBeginning, scheme: 'ISO 2859-1' | 'MIL-STD-105E' = 'ISO 2859-1') =>
  [...said].reduce((state, one) => afterLot(state, one === 'A' ? accept : reject, scheme), from);

describe('switching', () => {
  it('tightens at the second of five or fewer that is not accepted, and comes back after five in a row', () => {
    expect(after('AARA').severity).toBe('normal');
    const tightened = after('AARAR');
    expect(tightened.severity).toBe('tightened');
    expect(after('RAAAAR').severity).toBe('normal');
    expect(after('AAAA', tightened).severity).toBe('tightened');
    expect(after('AAAAA', tightened).severity).toBe('normal');
  });

  it('stops at the fifth that is not accepted while tightened, and goes on tightened', () => {
    const tightened = after('RR');
    expect(after('RARARARA', tightened).isStopped).toBe(false);
    const stopped = after('RARARARAR', tightened);
    expect(stopped).toMatchObject({ severity: 'tightened', isStopped: true });
    expect(after('AAAAA', stopped)).toEqual(stopped);
    expect(resumed(stopped)).toEqual({ ...atBeginning, severity: 'tightened' });
  });

  it('reduces by the scheme that is named, with steady production and approval', () => {
    const may = { isSteady: true, mayReduce: true, isWithinLimitNumbers: true };
    const run = (count: number, result: LotResult, scheme: 'ISO 2859-1' | 'MIL-STD-105E', said = may): string =>
      Array.from({ length: count }).reduce<Switching>((state) => afterLot(state, result, scheme, said), atBeginning)
        .severity;
    // A score of 30: three a lot that would pass one limit tighter, two where none or one is accepted.
    expect([run(9, { ...accept, accept: 2 }, 'ISO 2859-1'), run(10, { ...accept, accept: 2 }, 'ISO 2859-1')]).toEqual([
      'normal',
      'reduced',
    ]);
    expect([run(14, accept, 'ISO 2859-1'), run(15, accept, 'ISO 2859-1')]).toEqual(['normal', 'reduced']);
    expect(run(40, { ...accept, accept: 2, passesTighter: false }, 'ISO 2859-1')).toBe('normal');
    expect([run(9, accept, 'MIL-STD-105E'), run(10, accept, 'MIL-STD-105E')]).toEqual(['normal', 'reduced']);
    expect(run(20, accept, 'MIL-STD-105E', { ...may, isWithinLimitNumbers: false })).toBe('normal');
    expect(run(40, accept, 'ISO 2859-1', { ...may, mayReduce: false })).toBe('normal');
  });

  it('ends reduced inspection at a lot that is not accepted, one between the numbers, or unsteady production', () => {
    const reduced: Switching = { ...atBeginning, severity: 'reduced' };
    expect(afterLot(reduced, accept, 'MIL-STD-105E').severity).toBe('reduced');
    expect(afterLot(reduced, reject, 'MIL-STD-105E').severity).toBe('normal');
    expect(afterLot(reduced, { ...accept, isBetween: true }, 'MIL-STD-105E').severity).toBe('normal');
    const unsteady = { isSteady: false, mayReduce: true, isWithinLimitNumbers: true };
    expect(afterLot(reduced, accept, 'MIL-STD-105E', unsteady).severity).toBe('normal');
  });

  it('agrees with the clauses, told as strings, over two thousand random histories', () => {
    let differing = 0;
    for (let seed = 1; seed <= 2000; seed += 1) {
      const random = new Random(seed);
      const lots = Array.from({ length: 60 }, () => (random.chance(0.7) ? 'A' : 'R')).join('');
      const states = [...lots].map((_, index) => {
        const { severity, isStopped } = after(lots.slice(0, index + 1));
        return isStopped ? 'S' : severity === 'normal' ? 'N' : 'T';
      });
      if (states.join('') !== byClauses(lots)) differing += 1;
    }
    console.log(`2000 histories of 60 lots, ${differing} differing`);
    expect(differing).toBe(0);
  });
});

/** The clauses once more, over the whole text since the last change: nothing is kept but where that was. */
function byClauses(lots: string): string {
  let [state, since] = ['N', 0];
  let said = '';
  for (let index = 0; index < lots.length; index += 1) {
    const here = lots.slice(since, index + 1);
    if (state === 'N' && /R.{0,3}R$/.test(here)) [state, since] = ['T', index + 1];
    else if (state === 'T' && here.replaceAll('A', '').length === 5) [state, since] = ['S', index + 1];
    else if (state === 'T' && here.endsWith('AAAAA')) [state, since] = ['N', index + 1];
    said += state;
  }
  return said;
}
