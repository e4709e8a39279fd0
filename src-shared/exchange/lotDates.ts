import type { AllLotDates } from '#shared/lots/dates.ts';
import type { LotExport } from './rows.ts';

/** Dates of a lot of which the second cannot well lie before or after the first, with the words for each. */
const pairs = [
  ['expires_on', 'expiresOn', 'manufacturedOn', 'expires'],
  ['best_before_on', 'bestBeforeOn', 'manufacturedOn', 'is best before a day'],
  ['use_by_on', 'useByOn', 'manufacturedOn', 'is to be used by a day'],
  ['retest_on', 'retestOn', 'manufacturedOn', 'is to be tested again'],
  ['best_before_on', 'bestBeforeOn', 'expiresOn', 'is best before a day'],
  ['use_by_on', 'useByOn', 'expiresOn', 'is to be used by a day'],
  ['retest_on', 'retestOn', 'expiresOn', 'is to be tested again'],
] as const;

export type LotDateFinding = { column: string; message: string };

/**
 * Dates of a lot that lie before the day it was made, or after the one it expires on: imported as they are, and told.
 * `before` is what held for it already: it completes a row that leaves a date blank, and what stood there already is not
 * told again.
 */
export function lotDateFindings(
  row: Pick<LotExport, 'product' | 'lot' | 'sublot'> & AllLotDates,
  before?: AllLotDates,
): LotDateFinding[] {
  const { product, lot, sublot } = row;
  return pairs.flatMap(([column, field, against, words]) => {
    const [date, other] = [row[field] ?? before?.[field] ?? null, row[against] ?? before?.[against] ?? null];
    if (date === null || other === null || (before?.[field] === date && before[against] === other)) return [];
    const isMade = against === 'manufacturedOn';
    if (isMade ? date >= other : date <= other) return [];
    const name = sublot === '' ? lot : `${lot} / ${sublot}`;
    const when = isMade ? `before it was made: ${date}, made ${other}` : `after it expires: ${date}, expires ${other}`;
    return [{ column, message: `${product} ${name} ${words} ${when}.` }];
  });
}
