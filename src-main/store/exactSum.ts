import { type RawBuilder, sql } from 'kysely';

/**
 * Sums of quantities may pass what an integer of the database holds, where its own `sum` fails in the middle of the
 * question. The halves of each quantity are summed up apart, which no journal makes too large.
 */
const highHalves = (quantity: string, where: string): string => `sum((${quantity}) >> 32)${where}`;
const lowHalves = (quantity: string, where: string): string => `sum((${quantity}) & 4294967295)${where}`;

/** SQL for a sum of any size, as a text that `readSum` reads; of nothing it is 0. `condition` leaves rows out. */
export function exactSum(quantity: string, condition?: string): string {
  const where = condition === undefined ? '' : ` filter (where ${condition})`;
  const [high, low] = [highHalves(quantity, where), lowHalves(quantity, where)];
  return `coalesce(cast(${high} as text) || ' ' || cast(${low} as text), '0 0')`;
}

export function readSum(text: string): bigint {
  const [high = '', low = ''] = text.split(' ');
  return BigInt(high) * 2n ** 32n + BigInt(low);
}

/** SQL for a sum as a number, to be compared: exact up to 2^63 and rounded beyond, whatever it passes on the way. */
export const comparableSum = (quantity: string): string =>
  `(${highHalves(quantity, '')} * 4294967296 + ${lowHalves(quantity, '')})`;

/** The same in typed queries. */
export const exactSumSql = (quantity: string, condition?: string): RawBuilder<string> =>
  sql.raw(exactSum(quantity, condition));
export const comparableSumSql = (quantity: string): RawBuilder<number> => sql.raw(comparableSum(quantity));
