import { type Decimal, type DecimalText, knownDecimal, placesOf, rounded } from './decimals.ts';
import type { Limits } from './limits.ts';
import type { DecisionRule, Verdict } from './vocabulary.ts';

/** From best to worst: a row is as good as its worst reading. */
const worst: readonly Verdict[] = ['fail', 'conditionalFail', 'conditionalPass', 'pass', 'unjudged'];

export const worstOf = (all: readonly Verdict[]): Verdict | undefined => worst.find((one) => all.includes(one));

/** Which limit a reading is beyond. */
export type Side = 'below' | 'above';
export type Judged = { verdict: Verdict; side?: Side };

/** Whether a reading conforms. A limit is itself allowed. Without limits there is nothing to judge. */
export function judgeReading(reading: DecimalText, { lower, upper }: Limits, rule: DecisionRule): Judged {
  const value = knownDecimal(reading);
  const judged = [
    ...(lower === '' ? [] : [judgeSide(value, lower, 'below', rule)]),
    ...(upper === '' ? [] : [judgeSide(value, upper, 'above', rule)]),
  ];
  const verdict = worstOf(judged.map((one) => one.verdict)) ?? 'unjudged';
  return judged.find((one) => one.verdict === verdict) ?? { verdict };
}

function judgeSide(value: Decimal, limit: DecimalText, side: Side, rule: DecisionRule): Judged {
  /** How far inside the limit, below zero outside. */
  const room = (one: Decimal): Decimal => {
    const line = knownDecimal(limit);
    return side === 'below' ? one.minus(line) : line.minus(one);
  };
  const inside = (one: Decimal): boolean => room(one).gte('0');
  const said = (verdict: Verdict): Judged => (verdict === 'pass' ? { verdict } : { verdict, side });
  switch (rule.kind) {
    case 'simple':
      return said(inside(value) ? 'pass' : 'fail');
    case 'rounded':
      return said(inside(rounded(value, rule.places ?? placesOf(limit), rule.rounding)) ? 'pass' : 'fail');
    case 'guarded': {
      const guard = knownDecimal(rule.guard);
      const left = room(value);
      if (left.gte(guard)) return said('pass');
      if (left.gte('0')) return said('conditionalPass');
      return said(left.gte(guard.times('-1')) ? 'conditionalFail' : 'fail');
    }
  }
}
