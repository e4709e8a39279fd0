import type { PdfPage } from './pdfReader.ts';

/** A picture in shades of grey, a byte a point. */
export type Picture = { width: number; height: number; grey: Uint8ClampedArray };
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/**
 * Paints a page as a printer would its areas: boxes filled with a colour, in the order and at the places that the page
 * says. Letters and lines are left out, which no barcode is made of.
 */
export function pictureOf({ content, width, height }: PdfPage, dotsPerMillimetre: number): Picture {
  const scale = (dotsPerMillimetre * 25.4) / 72;
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  const grey = new Uint8ClampedArray(wide * high).fill(255);
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let shade = 0;
  const kept: { matrix: Matrix; shade: number }[] = [];
  let path: number[][] = [];
  const numbers: number[] = [];
  const text = content.replaceAll(/BT .*? ET/gs, ' ').replaceAll(/<<.*?>>/gs, ' ');
  for (const word of text.split(/\s+/)) {
    if (/^-?[\d.]+$/.test(word)) {
      numbers.push(Number(word));
      continue;
    }
    const given = numbers.splice(0);
    if (word === 'q') kept.push({ matrix, shade });
    if (word === 'Q') ({ matrix, shade } = kept.pop() ?? { matrix, shade });
    if (word === 'cm') matrix = product(given, matrix);
    if (word === 'rg') shade = given.reduce((sum, part) => sum + part, 0) * 85;
    if (word === 're') path.push(given);
    if (word === 'f') for (const box of path.splice(0)) fill(boxIn(box, matrix));
    if (word === 'S' || word === 'n') path = [];
  }
  return { width: wide, height: high, grey };

  function fill([left, top, right, bottom]: readonly [number, number, number, number]): void {
    const rows = [Math.round((height - bottom) * scale), Math.round((height - top) * scale)];
    for (let y = Math.max(0, rows[0] ?? 0); y < Math.min(high, rows[1] ?? 0); y += 1)
      grey.fill(
        shade,
        y * wide + Math.max(0, Math.round(left * scale)),
        y * wide + Math.min(wide, Math.round(right * scale)),
      );
  }
}

/** What `inner` says, seen through `outer`. */
const product = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[], outer: Matrix): Matrix => {
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
};

/** Left, bottom, right and top of a box on the page, which counts from below. */
function boxIn(
  [x = 0, y = 0, width = 0, height = 0]: readonly number[],
  [a, , , d, e, f]: Matrix,
): [number, number, number, number] {
  const across = [x * a + e, (x + width) * a + e];
  const up = [y * d + f, (y + height) * d + f];
  return [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)];
}
