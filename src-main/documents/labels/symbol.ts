import { createRequire } from 'node:module';
import { type Element, elementString, separator } from '#shared/labels/elements.ts';
import type { LabelSymbol } from '#shared/labels/vocabulary.ts';

/** The dark parts of a symbol, in modules; a linear one is one module high, and is stretched. */
export type SymbolModules = {
  width: number;
  height: number;
  /** What must stay blank around it. */
  quiet: number;
  bars: (readonly [x: number, y: number, width: number, height: number])[];
};

type Encoded = { pixs: readonly number[]; pixx: number; pixy: number } | { sbs: readonly number[] };
type Options = { bcid: string; text: string; parsefnc: boolean };

// Only what draws labels loads it: it is a megabyte of code.
const { raw } = createRequire(import.meta.url)('bwip-js') as { raw: (options: Options) => readonly Encoded[] };

const encoders: Readonly<Record<LabelSymbol, string>> = { datamatrix: 'datamatrix', 'gs1-128': 'code128' };
const fnc1 = '^FNC1';

/**
 * A symbol of elements, begun with FNC1, which makes it one of GS1. What the library checks of GS1 by itself forbids a
 * product without a GTIN; here elements are checked before (src-shared/labels/elements.ts), and none holds its sign "^".
 */
export function symbolOf(symbol: LabelSymbol, elements: readonly Element[]): SymbolModules {
  const text = `${fnc1}${elementString(elements).replaceAll(separator, fnc1)}`;
  const [encoded] = raw({ bcid: encoders[symbol], text, parsefnc: true });
  if (encoded === undefined) throw new Error(`no symbol of ${text}`);
  return 'sbs' in encoded ? linear(encoded.sbs) : matrix(encoded);
}

/** Widths of bars and of the gaps between them in turn. */
function linear(widths: readonly number[]): SymbolModules {
  const bars: SymbolModules['bars'] = [];
  let x = 0;
  for (const [place, width] of widths.entries()) {
    if (place % 2 === 0) bars.push([x, 0, width, 1]);
    x += width;
  }
  return { width: x, height: 1, quiet: 10, bars };
}

/** Dark modules side by side are one part, so that no printer leaves a gap between them. */
function matrix({ pixs, pixx, pixy }: Extract<Encoded, { pixx: number }>): SymbolModules {
  const bars: SymbolModules['bars'] = [];
  for (let y = 0; y < pixy; y += 1)
    for (let x = 0; x < pixx; x += 1) {
      const start = x;
      while (x < pixx && pixs[y * pixx + x] === 1) x += 1;
      if (x > start) bars.push([start, y, x - start, 1]);
    }
  return { width: pixx, height: pixy, quiet: 1, bars };
}
