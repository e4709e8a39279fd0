import type { AllLotDates } from '#shared/lots/dates.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { LotExport } from './rows.ts';

type Said = { name: string; date: string; other: string };

/** Dates of a lot of which the second cannot well lie before or after the first, with what is said then. */
const pairs = [
  [
    'expires_on',
    'expiresOn',
    'manufacturedOn',
    ({ name, date, other }: Said) => msg`${name} expires before it was made: ${date}, made ${other}.`,
  ],
  [
    'best_before_on',
    'bestBeforeOn',
    'manufacturedOn',
    ({ name, date, other }: Said) => msg`${name} is best before a day before it was made: ${date}, made ${other}.`,
  ],
  [
    'use_by_on',
    'useByOn',
    'manufacturedOn',
    ({ name, date, other }: Said) => msg`${name} is to be used by a day before it was made: ${date}, made ${other}.`,
  ],
  [
    'retest_on',
    'retestOn',
    'manufacturedOn',
    ({ name, date, other }: Said) => msg`${name} is to be tested again before it was made: ${date}, made ${other}.`,
  ],
  [
    'best_before_on',
    'bestBeforeOn',
    'expiresOn',
    ({ name, date, other }: Said) => msg`${name} is best before a day after it expires: ${date}, expires ${other}.`,
  ],
  [
    'use_by_on',
    'useByOn',
    'expiresOn',
    ({ name, date, other }: Said) => msg`${name} is to be used by a day after it expires: ${date}, expires ${other}.`,
  ],
  [
    'retest_on',
    'retestOn',
    'expiresOn',
    ({ name, date, other }: Said) => msg`${name} is to be tested again after it expires: ${date}, expires ${other}.`,
  ],
] as const;

export type LotDateFinding = { column: string; text: Message };

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
  return pairs.flatMap(([column, field, against, say]) => {
    const [date, other] = [row[field] ?? before?.[field] ?? null, row[against] ?? before?.[against] ?? null];
    if (date === null || other === null || (before?.[field] === date && before[against] === other)) return [];
    if (against === 'manufacturedOn' ? date >= other : date <= other) return [];
    const name = `${product} ${sublot === '' ? lot : `${lot} / ${sublot}`}`;
    return [{ column, text: say({ name, date, other }) }];
  });
}
