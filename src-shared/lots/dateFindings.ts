import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { AllLotDates } from './dates.ts';

type Name = { product: string; lot: string; sublot: string };
type Said = { name: string; date: string; other: string };

/** Two dates of a lot of which the second cannot well lie before or after the first, with the message for it. */
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

/** `column` is that of an export, `field` the record's. */
export type LotDateFinding = { column: string; field: keyof AllLotDates; text: Message };

/**
 * Dates of a lot that lie before the day it was made, or after the one it expires on: imported as they are, and
 * reported. `before` is what held for it already: it completes a row that leaves a date blank, and dates the store
 * had already are not reported again.
 */
export function lotDateFindings(row: Name & AllLotDates, before?: AllLotDates): LotDateFinding[] {
  const name = nameOf(row);
  return pairs.flatMap(([column, field, against, say]) => {
    const [date, other] = [row[field] ?? before?.[field] ?? null, row[against] ?? before?.[against] ?? null];
    if (date === null || other === null || (before?.[field] === date && before[against] === other)) return [];
    if (against === 'manufacturedOn' ? date >= other : date <= other) return [];
    return [{ column, field, text: say({ name, date, other }) }];
  });
}

const nameOf = ({ product, lot, sublot }: Name): string => `${product} ${sublot === '' ? lot : `${lot} / ${sublot}`}`;

const columns = [
  ['manufactured_on', 'manufacturedOn'],
  ['expires_on', 'expiresOn'],
  ['best_before_on', 'bestBeforeOn'],
  ['use_by_on', 'useByOn'],
  ['retest_on', 'retestOn'],
] as const;

/** Longer than anything is kept in a plant: a date so far away has a mistyped year. */
const farAwayDays = 60 * 365;
/** How programs write a day that never comes. */
const never = /^2[01]99-12-31$/;

/** Whether programs count from a day, so that an empty field reads as it. */
export const isDayZero = (date: PlainDate): boolean => date <= '1970-01-02' || date === '1980-01-01';

/**
 * Dates of a lot that cannot have been meant, at `today`: what a program makes of an empty field, and years that are
 * a century off. Dates the store had already (`before`) are not reported again.
 */
export function unlikelyDates(
  row: Name & AllLotDates,
  before: AllLotDates | undefined,
  today: PlainDate,
): LotDateFinding[] {
  const name = nameOf(row);
  const farAway = addDays(today, farAwayDays);
  return columns.flatMap(([column, field]) => {
    const date = row[field];
    if (date === null || date === before?.[field]) return [];
    if (isDayZero(date))
      return [
        {
          column,
          field,
          text: msg`${name} has the date ${date}, which programs make of an empty one. Leave the cell blank, or correct it.`,
        },
      ];
    if (date <= farAway || never.test(date)) return [];
    return [
      { column, field, text: msg`${name} has the date ${date}, which lies far from any use of it. Correct its year.` },
    ];
  });
}
