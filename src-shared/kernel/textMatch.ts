import { fold, hasUmlauts, isSearchedLoosely, narrow, widen, withoutSeparators } from './fold.ts';

/**
 * The rows that hold a text in what `textsOf` says of them, in any letter case, script and accent, or are the text but
 * for separators of codes and umlauts; where none does, those that hold it but for separators, or however its umlauts
 * are spelt. The same as the store finds in tables.
 */
export function rowsHolding<Row>(
  rows: readonly Row[],
  text: string,
  textsOf: (row: Row) => readonly string[],
): readonly Row[] {
  if (text === '') return rows;
  for (const holds of waysTo(text)) {
    const found = rows.filter((row) => textsOf(row).some(holds));
    if (found.length > 0) return found;
  }
  return [];
}

function waysTo(text: string): ((held: string) => boolean)[] {
  const [folded, bare, wide] = [fold(text), withoutSeparators(fold(text)), withoutSeparators(widen(text))];
  const named = (held: string): boolean =>
    fold(held).includes(folded) ||
    (bare !== '' && (withoutSeparators(fold(held)) === bare || withoutSeparators(widen(held)) === wide));
  const loose = (held: string): boolean =>
    withoutSeparators(fold(held)).includes(bare) || withoutSeparators(widen(held)).includes(wide);
  return [
    named,
    ...(isSearchedLoosely(text) ? [loose] : []),
    ...(hasUmlauts(text) ? [(held: string): boolean => narrow(held).includes(narrow(text))] : []),
  ];
}
