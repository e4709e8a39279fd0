import { type Decimal, type DecimalText, knownDecimal } from '../decimals.ts';
import type { Limits } from '../limits.ts';
import type { SamplingRule } from '../vocabulary.ts';
import { exceededBy, logGammaOfHalves, shareBelow, symmetricBeta } from './normal.ts';

export type VariablesRule = Extract<SamplingRule, { kind: 'variables' }>;

/** How far the mean lies inside a limit in deviations, and which share of the process is estimated beyond it, per cent. */
export type Side = { q: DecimalText; estimate: number };
export type JudgedByVariables = {
  mean: DecimalText;
  /** That of the readings, or the known one. */
  deviation: DecimalText;
  lower: Side | null;
  upper: Side | null;
  /** Of both sides together, per cent. */
  estimate: number;
  isAccepted: boolean;
};

/** So many places the statistics are told with. */
const places = 8;

/**
 * Judges a sample by variables. By the k method each limit there is must be k deviations away from the mean; by the M method the
 * shares estimated beyond both limits together are M per cent at most. Mean and deviation are exact decimals, cut far behind the last
 * place of any reading. The distribution must be normal, which nobody can see from a sample this small.
 * Source of the estimates: the minimum variance unbiased estimator of a normal distribution's share (Lieberman and Resnikoff, 1955).
 * @throws RangeError where there are fewer than three readings, or no limit
 */
export function judgeByVariables(
  readings: readonly DecimalText[],
  { lower, upper }: Pick<Limits, 'lower' | 'upper'>,
  { k, most, sigma }: VariablesRule,
): JudgedByVariables {
  const n = readings.length;
  if (n < 3 || (lower === '' && upper === '')) throw new RangeError('three readings and a limit are needed');
  const values = readings.map(knownDecimal);
  const mean = sumOf(values).div(String(n));
  const deviation =
    sigma === ''
      ? sumOf(values.map((value) => value.minus(mean).pow(2)))
          .div(String(n - 1))
          .sqrt()
      : knownDecimal(sigma);
  const side = (
    limit: DecimalText,
    sign: 1 | -1,
  ): (Side & { exact: Decimal | undefined; isInside: boolean }) | null => {
    if (limit === '') return null;
    const room = knownDecimal(limit).minus(mean).times(String(sign));
    // All readings are the same: whatever is inside of the limit is so by any number of deviations.
    const exact = deviation.eq('0') ? undefined : room.div(deviation);
    const isInside = room.gte('0');
    const estimate =
      exact === undefined ? (isInside ? 0 : 100) : 100 * estimated(Number(exact.toFixed()), n, sigma !== '');
    return { q: exact?.round(places).toFixed() ?? '', estimate, exact, isInside };
  };
  const sides = { lower: side(lower, -1), upper: side(upper, 1) };
  const both = [sides.lower, sides.upper].filter((one) => one !== null);
  const estimate = both.reduce((sum, one) => sum + one.estimate, 0);
  const said = (one: (typeof both)[number] | null): Side | null => one && { q: one.q, estimate: one.estimate };
  return {
    mean: mean.round(places).toFixed(),
    deviation: deviation.round(places).toFixed(),
    ...{ lower: said(sides.lower), upper: said(sides.upper), estimate },
    isAccepted:
      k === ''
        ? estimate <= Number(most)
        : both.every(({ exact, isInside }) => exact?.gte(knownDecimal(k)) ?? isInside),
  };
}

const sumOf = (values: readonly Decimal[]): Decimal =>
  values.reduce((sum, value) => sum.plus(value), knownDecimal('0'));

/** The share of a process that is estimated beyond a limit that lies q deviations away from the mean of n readings. */
export function estimated(q: number, n: number, isKnown: boolean): number {
  if (isKnown) return 1 - shareBelow(q * Math.sqrt(n / (n - 1)));
  return symmetricBeta(Math.max(0, 0.5 - (q * Math.sqrt(n)) / (2 * (n - 1))), (n - 2) / 2);
}

/** The k that accepts at one limit what the M method does. */
export function constantOf({ k, most, sample, sigma }: VariablesRule): number {
  if (k !== '') return Number(k);
  let [low, high] = [-40, 40];
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (100 * estimated(middle, sample, sigma !== '') > Number(most)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How probably a process is accepted of which this share (0 to 1) lies beyond one limit. */
export function acceptedByVariables(
  { n, k, isKnown }: { n: number; k: number; isKnown: boolean },
  share: number,
): number {
  if (share <= 0) return 1;
  if (share >= 1) return 0;
  const z = exceededBy(share);
  if (isKnown) return shareBelow(Math.sqrt(n) * (z - k));
  // Over all deviations of a sample, by their density (chi with n - 1 degrees of freedom), in Simpson's way.
  const free = n - 1;
  const logFront = Math.log(2) + (free / 2) * Math.log(free / 2) - logGammaOfHalves(free);
  const density = (s: number): number =>
    s <= 0 ? 0 : Math.exp(logFront + (free - 1) * Math.log(s) - (free * s * s) / 2);
  const end = 1 + 9 / Math.sqrt(free);
  let sum = 0;
  for (let at = 0; at <= steps; at += 1) {
    const s = (end * at) / steps;
    const weight = at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2;
    sum += weight * density(s) * shareBelow(Math.sqrt(n) * (z - k * s));
  }
  return Math.min(1, (sum * end) / steps / 3);
}
const steps = 400;
