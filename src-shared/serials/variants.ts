/** Signs that people take for one another when they read or type a serial. */
const mistaken: readonly (readonly string[])[] = [
  ['0', 'O', 'Q', 'D'],
  ['1', 'I', 'L'],
  ['2', 'Z'],
  ['5', 'S'],
  ['6', 'G'],
  ['8', 'B'],
  ['U', 'V'],
];

/** Longer texts are no serials that anybody typed. */
const longest = 60;

/**
 * What somebody may have meant who typed a serial: one sign read as another, two exchanged, one left out or doubled, all
 * letters in the other case, zeros before its number.
 */
export function variantsOf(serial: string): string[] {
  if (serial.length > longest) return [];
  const found = new Set([serial.toUpperCase(), serial.toLowerCase()]);
  const signs = [...serial];
  const withSign = (at: number, sign: string): string => signs.with(at, sign).join('');
  for (const [at, sign] of signs.entries()) {
    for (const group of mistaken)
      if (group.includes(sign.toUpperCase()))
        for (const other of group) found.add(withSign(at, other)).add(withSign(at, other.toLowerCase()));
    const next = signs[at + 1];
    if (next !== undefined)
      found.add(
        signs
          .with(at, next)
          .with(at + 1, sign)
          .join(''),
      );
    found.add(signs.toSpliced(at, 1).join('')).add(signs.toSpliced(at, 0, sign).join(''));
  }
  const [, head = '', zeros = '', number = ''] = /^(.*?)(0*)([1-9]\d*)$/.exec(serial) ?? [];
  if (number !== '')
    for (let count = 0; count <= zeros.length + 2; count += 1) found.add(`${head}${'0'.repeat(count)}${number}`);
  found.delete(serial);
  found.delete('');
  return [...found];
}
