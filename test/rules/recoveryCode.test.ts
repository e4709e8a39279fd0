import { describe, expect, it } from 'vitest';
import { userName } from '#shared/people/contract.ts';
import { codeLetters, newRecoveryCode, readRecoveryCode, recoveryName } from '#shared/security/recoveryCode.ts';

const byChance = (): string => newRecoveryCode((bytes) => crypto.getRandomValues(bytes));

/** Chance that hands out the bytes it is given, over and over. */
function chanceOf(given: readonly number[]): Parameters<typeof newRecoveryCode>[0] {
  let next = 0;
  return (bytes) => {
    bytes.forEach((_, index) => (bytes[index] = given[next++ % given.length] ?? 0));
    return bytes;
  };
}

describe('a new recovery code', () => {
  it('is five groups of five letters, over 120 bits, that read back as they were made', () => {
    const codes = new Set(Array.from({ length: 200 }, byChance));
    expect(codes.size).toBe(200);
    for (const code of codes) {
      expect(code).toMatch(/^([A-HJKMNP-Z2-9]{5}-){4}[A-HJKMNP-Z2-9]{5}$/);
      expect(readRecoveryCode(code)).toBe(code);
    }
    expect(25 * Math.log2(new Set(codeLetters).size)).toBeGreaterThan(120);
  });

  it('makes no letter likelier than another: bytes that fill no whole round are thrown away', () => {
    const counts = new Map<string, number>();
    const every = Array.from({ length: 256 }, (_, byte) => byte);
    const chance = chanceOf(every);
    for (let made = 0; made < 256; made += 1)
      for (const letter of newRecoveryCode(chance).replaceAll('-', ''))
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
    // What is left over at the end of a code differs by a round at most; a remainder of the division by a fifth.
    const [least, most] = [Math.min(...counts.values()), Math.max(...counts.values())];
    expect(counts.size).toBe(codeLetters.length);
    expect(most - least).toBeLessThan(least / 20);
    expect(newRecoveryCode(chanceOf([255, 254, 253, 252, 251, 250, 249, 248, 0]))).toBe(
      'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA',
    );
  });
});

describe('a recovery code that is typed', () => {
  const code = 'ABCDE-FGHJK-MNPQR-STUVW-XYZ23';

  it.each([
    ['as it stands on the paper', code],
    ['without dashes', 'ABCDEFGHJKMNPQRSTUVWXYZ23'],
    ['in small letters', code.toLowerCase()],
    ['with blanks for dashes', code.replaceAll('-', ' ')],
    ['with dashes of a word processor, blanks around and a line break', ' abcde–fghjk—mnpqr‑stuvw\n−xyz23\t'],
    ['letter by letter', [...code.replaceAll('-', '')].join(' ')],
  ])('is read %s', (_how, typed) => {
    expect(readRecoveryCode(typed)).toBe(code);
  });

  it.each([
    ['nothing', ''],
    ['a letter too few', code.slice(0, -1)],
    ['a letter too many', `${code}4`],
    ['a letter that no code has', code.replace('A', 'O')],
    ['a digit that no code has', code.replace('3', '1')],
    ['a sign', code.replace('-', '_')],
    ['a letter that only becomes one in capitals', code.replace('S', 'ſ')],
  ])('is none with %s', (_what, typed) => {
    expect(readRecoveryCode(typed)).toBeUndefined();
  });
});

it('stands under a name that no person can have', () => {
  expect(userName.safeParse(recoveryName).success).toBe(false);
});
