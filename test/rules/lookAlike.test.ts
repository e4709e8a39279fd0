import { describe, expect, it } from 'vitest';
import { keysOfLooks, type Looks, lookAlike, withOrWithout } from '#shared/kernel/lookAlike.ts';

/** What looks alike shares a key, by which it is found. */
function alike(one: string, other: string, looks: Looks = 'code'): boolean {
  const isAlike = lookAlike(one, other, looks);
  const keys = keysOfLooks(other, looks);
  if (isAlike) expect(keysOfLooks(one, looks).some((key) => keys.includes(key))).toBe(true);
  return isAlike;
}

describe('two codes look alike', () => {
  it.each([
    ['hyphen', 'A\u20107'],
    ['hyphen that does not break', 'A\u20117'],
    ['figure dash', 'A\u20127'],
    ['en dash', 'A\u20137'],
    ['em dash', 'A\u20147'],
    ['bar', 'A\u20157'],
    ['minus', 'A\u22127'],
    ['small hyphen', 'A\ufe637'],
    ['wide hyphen', 'A\uff0d7'],
    ['prolonged sound', 'A\u30fc7'],
    ['wide letter', '\uff21-7'],
    ['wide digit', 'A-\uff17'],
    ['Arabic digit', 'A-\u0667'],
    ['Persian digit', 'A-\u06f7'],
    ['Devanagari digit', 'A-\u096d'],
    ['Cyrillic letter', '\u0410-7'],
    ['small Cyrillic letter', '\u0430-7'],
    ['Greek letter', '\u0391-7'],
    ['small Greek letter', '\u03b1-7'],
    ['no-break blank', 'A\u00a0-7'],
    ['narrow no-break blank', 'A-\u202f7'],
    ['thin blank', 'A\u2009-7'],
    ['blank of no width', 'A\u200b-7'],
    ['soft hyphen', 'A\u00ad-7'],
    ['joiner', 'A\u200d-7'],
    ['mark of direction', '\u200eA-7'],
    ['byte order mark', '\ufeffA-7'],
    ['point at the end', 'A-7.'],
    ['points at the end', 'A-7..'],
    ['zeros before the number', 'A-007'],
    ['small letter', 'a-7'],
  ])('with a %s', (_what, code) => {
    expect(code).not.toBe('A-7');
    expect(alike(code, 'A-7')).toBe(true);
  });

  it('in every letter that scripts share', () => {
    for (const [other, latin] of [
      ['АВЕКМНОРСТУХ', 'ABEKMHOPCTYX'],
      ['авекмнорстух', 'abekmhopctyx'],
      ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
      ['ονρ', 'ovp'],
      ['ѕіјһԛԝ', 'sijhqw'],
    ] as const)
      for (const [place, letter] of [...other].entries()) {
        const twin = latin[place] ?? '';
        expect(alike(`X${letter}3`, `X${twin}3`), `${letter} as ${twin}`).toBe(true);
      }
  });

  it.each([
    ['LO1', 'L01'],
    ['LOT1', 'lotl'],
    ['LOT1', 'LOTI'],
    ['LOT1', 'LOT|'],
    ['00123', '123'],
    ['B O 1', 'b01'],
    ['O\u2019Neil 1', "O'Neil 1"],
    ['\u201cA\u201d', '"A"'],
    ['7\u20445', '7/5'],
    ['3', '\u0417'],
    ['\u216b', 'XII'],
    ['RACK-S1', 'RACK-51'],
    ['5.0', '5'],
    ['4711,00', '4711'],
    ['12.345', '12345'],
    ['1\u202f234\u202f567', '1234567'],
    ['12\u2019345', '12345'],
    ["0012'", '0012'],
    ["'L-7", 'L-7'],
    ['2026-03-01 00:00:00', '2026-03-01'],
    ['2026-03-01T00:00', '2026-03-01'],
    ['BAY 5', 'bay s'],
    ['Z-17', '2-17'],
    ['CELL-l0I', 'CELL-1O1'],
    ['\u0410\u0300-7', '\u00c0-7'],
    ['\u0391\u0301-7', '\u00c1-7'],
    ['\u0386-7', 'A\u0301-7'],
    ['\u13aa\u0301-7', '\u00c1-7'],
    ['\u0451-7', '\u00eb-7'],
    ['\u0407-7', '\u00cf-7'],
    ['\u13da\u13da-7', 'SS-7'],
    ['\ua4e1\ua4f3\ua4d4-7', 'LOT-7'],
    ['\u2c9f-7', 'o-7'],
    ['\u0130-7', 'I-7'],
    ['5\u00b71', '5.1'],
    ['KT-30518', 'KT30518'],
    ['KT-30518', 'KT 30518'],
    ['KT-30518', 'KT_30518'],
    ['KT-30518', 'KT30-518'],
    ['L-2026-07', 'L2026-07'],
    ['A-11', 'A11'],
    ['5A', '5a'],
    ['B 1', 'b-1'],
    ['SAB1', '5AB1'],
    ['5A1', 'SA1'],
    ['A5O', 'A50'],
    ['07', '7'],
    ['KT30518', 'KT/30518'],
    ['KT.30518', 'KT-30518'],
    ['30518-02', '3051802'],
    ['2026-03-01', '20260301'],
    ['2026.03.01', '2026-03-01'],
    ['KT-A-7', 'KTA7'],
    ['KT007', 'KT-7'],
    ['KT-O7', 'KT07'],
    ['MA\u03b2-1', 'MA\u00df-1'],
    ['MASS-1', 'MA\u00df-1'],
    ['\u00d87', '07'],
    ['\u22057', '\u00d87'],
    ['\u53e3\u30c3\u30c87', '\u30ed\u30c3\u30c87'],
    ['\u30c7\u30fc\u30bf', '\u30c7\u4e00\u30bf'],
    ['\u30c7\u2014\u30bf', '\u30c7\u30fc\u30bf'],
    ['A\u4e007', 'A-7'],
    ['\u0645\u0644\u064a', '\u0645\u0644\u0649'],
    ['\u06a9\u062f7', '\u0643\u062f7'],
    ['\u0645\u0629', '\u0645\u0647'],
    ['\u0623\u0628', '\u0627\u0628'],
    ['\u043f\u0430\u0440\u0442\u0438\u044f-\u0411', '\u041f\u0410\u0420\u0422\u0418\u042f-\u0431'],
    ['m\u00b2', 'm2'],
    ['\u2460', '1'],
    ['\u05d5\u05df1', '\u05df\u05d51'],
  ])('as %s and %s do', (one, other) => expect(alike(one, other)).toBe(true));

  it.each([
    ['1-11', '11-1'],
    ['A-1-11', 'A-11-1'],
    ['A-11', 'A1-1'],
    ['KT-1207', 'KT12-07'],
    ['W1-A11', 'W-1A1-1'],
    ['5A', 'SA'],
    ['A-5', 'AS'],
    ['B1', 'bl'],
    ['O1', '01'],
    ['PO12', 'P12'],
    ['L-I', 'L-L'],
    ['A-7', 'A'],
    ['A-', 'A'],
    ['F01A2B', 'F1A02B'],
    ['mg', '\u03bcg'],
    ['\u5341\u4e00', '\u5341'],
    ['\u30d3\u30fc\u30eb', '\u30d3\u30eb'],
    ['\u0393-7', 'Y-7'],
    ['A-70', 'A-7'],
    ['A-7', 'A-8'],
    ['A.05', 'A.5'],
    ['1.5', '15'],
    ['1.0.0', '100'],
    ['5.1', '5'],
    ['L-5.0', 'L-5'],
    ['2026-03-01 07:00', '2026-03-01'],
    ['A-107', 'A-17'],
    ['L100', 'L10'],
    ['0', ''],
    ['É1', 'E1'],
    ['\u0410\u0300-7', '\u00c1-7'],
    ['\u0419-7', '\u0418-7'],
    ['가1', '각1'],
    ['B-7', '8-7'],
    ['Ж1', 'X1'],
    ['Ω1', 'O1'],
    ['批1', '批2'],
    ['批1', '挀1'],
  ])('not as %s and %s', (one, other) => expect(alike(one, other)).toBe(false));

  it.each([
    ['Meadow Dairy', 'MEADOW  DAIRY'],
    ['Meadow Dairy', 'Me\u0430dow Dairy'],
    ['North-Mill', 'North Mill'],
    ['Milk 1.5 %', 'Milk 1,5%'],
  ])('as the names %s and %s do', (one, other) => expect(alike(one, other, 'name')).toBe(true));

  it.each([
    ['Size S', 'Size 5'],
    ['Flour 00', 'Flour 0'],
    ['Milk 1,5 %', 'Milk 15 %'],
    ['Cable 1-2', 'Cable 12'],
    ['Juice 1 l', 'Juice 11'],
    ['IT', 'LT'],
    ['Bolt 12.0', 'Bolt 12'],
  ])('not as the names %s and %s', (one, other) => expect(alike(one, other, 'name')).toBe(false));

  it('a lone nought stays one', () => {
    expect(alike('A-0', 'A-00')).toBe(true);
    expect(alike('A-0', 'A-')).toBe(false);
  });
});

describe('a word without its accents', () => {
  it.each([
    ['SÜSS-4', 'SUSS-4'],
    ['SÜSS-4', 'SUESS-4'],
    ['Süß4', 'SUESS-4'],
    ['CRÈME-7', 'CREME7'],
    ['ØRE-2', 'OERE-2'],
    ['HÅG-2', 'haag-2'],
    ['Ü1', 'UE1'],
  ])('%s looks like %s', (one, other) => {
    expect(alike(one, other)).toBe(true);
    expect(alike(other, one, 'lot')).toBe(true);
  });

  it.each([
    ['É1', 'E1'],
    ['ÄB-1', 'AB-1'],
    ['SÜSS-4', 'SUSS-5'],
  ])('%s is not %s', (one, other) => expect(alike(one, other)).toBe(false));

  it('of two names is another word', () => expect(alike('Möller', 'Moeller', 'name')).toBe(false));
});

describe('a letter of a lot that is read as a digit', () => {
  it.each([
    ['K8-40', 'KB-40'],
    ['B840', 'BB40'],
    ['KB-40', 'k8 40'],
    ['R6T', 'RGT'],
    ['TK8O', 'TKB0'],
  ])('%s looks like %s', (one, other) => {
    expect(alike(one, other, 'lot')).toBe(true);
    expect(alike(other, one, 'lot')).toBe(true);
    expect(alike(one, other)).toBe(false);
  });

  it.each([
    ['2608', '260B'],
    ['K-8', 'K-B'],
    ['0018', '001B'],
    ['17-6', '17-G'],
    ['A8', 'AB'],
    ['K-11', 'K1-1'],
    ['KB-40', 'K8-41'],
  ])('%s is not %s', (one, other) => expect(alike(one, other, 'lot')).toBe(false));
});

it('a code may bear what a barcode puts before it, where it is long enough to be told from a number', () => {
  expect(withOrWithout('10', 'L-80')).toEqual(['10L-80']);
  expect(withOrWithout('10', '10L-80')).toEqual(['L-80', '1010L-80']);
  expect(withOrWithout('21', '21260417')).toEqual(['260417', '2121260417']);
  for (const code of ['12', '1012', 'A1', '10A1']) expect(withOrWithout('10', code)).not.toContain(code.slice(2));
  expect(withOrWithout('10', 'A1')).toEqual([]);
});
