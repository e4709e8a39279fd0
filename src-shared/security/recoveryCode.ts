/** Letters and digits that cannot be mistaken for one another, for codes that are read from paper and typed. */
export const codeLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/**
 * Where the recovery code of a site stands in place of a user name: beside people's passwords, and as who handed out the
 * password that it gave. It holds a blank, which no user name does.
 */
export const recoveryName = 'recovery code';

const [groups, groupLength] = [5, 5];
const codeLength = groups * groupLength;
/** Bytes from here on would make the first letters likelier than the others. */
const fairBytes = 256 - (256 % codeLetters.length);

/** Chance, as `crypto.getRandomValues` fills bytes with it. */
type FillRandomly = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

/** A new recovery code, “ABCDE-FGHJK-…”: 25 of 31 letters by chance are 123 bits, which nobody guesses. */
export function newRecoveryCode(fill: FillRandomly): string {
  let letters = '';
  while (letters.length < codeLength) {
    for (const byte of fill(new Uint8Array(codeLength)))
      if (byte < fairBytes) letters += codeLetters.charAt(byte % codeLetters.length);
  }
  return inGroups(letters.slice(0, codeLength));
}

/** The recovery code that somebody typed, as it was made, whatever its case, blanks and dashes; undefined where it is none. */
export function readRecoveryCode(typed: string): string | undefined {
  const letters = typed.replace(/[\s\p{Pd}\u2212]/gu, '');
  return aCode.test(letters) ? inGroups(letters.toUpperCase()) : undefined;
}

const aCode = new RegExp(`^[${codeLetters}]{${codeLength}}$`, 'i');

const inGroups = (letters: string): string =>
  Array.from({ length: groups }, (_, group) => letters.slice(group * groupLength, (group + 1) * groupLength)).join('-');
