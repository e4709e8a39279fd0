import type { LotExport } from './rows.ts';

/** The dates of a lot that cannot well lie before it was made, with the words for each. */
const later = [
  ['expires_on', 'expiresOn', 'expires'],
  ['best_before_on', 'bestBeforeOn', 'is best before a day'],
  ['use_by_on', 'useByOn', 'is to be used by a day'],
  ['retest_on', 'retestOn', 'is to be tested again'],
] as const;

type Dates = Pick<LotExport, 'manufacturedOn' | (typeof later)[number][1]>;

/**
 * Dates of a lot that lie before the day it was made: imported as they are, and told. `before` is what the store
 * holds: it completes a row that leaves a date blank, and what stood there already is not told again.
 */
export function lotDateFindings(row: LotExport, before?: Dates): { column: string; message: string }[] {
  const { product, lot, sublot } = row;
  const made = row.manufacturedOn ?? before?.manufacturedOn ?? null;
  if (made === null) return [];
  return later.flatMap(([column, field, words]) => {
    const date = row[field] ?? before?.[field] ?? null;
    if (date === null || date >= made || (before?.[field] === date && before.manufacturedOn === made)) return [];
    const name = sublot === '' ? lot : `${lot} / ${sublot}`;
    return [{ column, message: `${product} ${name} ${words} before it was made: ${date}, made ${made}.` }];
  });
}
