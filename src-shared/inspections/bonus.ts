import { type DecimalText, formatDecimalText, knownDecimal, placesOf } from './decimals.ts';
import type { Limits } from './limits.ts';
import type { Geometry } from './vocabulary.ts';

/**
 * What a geometrical tolerance gains as the feature departs from its maximum material (MMC: the smallest hole, the largest
 * shaft) or its least (LMC), by ASME Y14.5 and ISO 2692: nothing where the feature is beyond its size on that side, and never
 * more than its size may vary. "0" regardless of the feature's size.
 */
export function bonusOf({ condition, side }: Geometry, size: DecimalText, of: Limits): DecimalText {
  if (condition === 'RFS' || of.lower === '' || of.upper === '') return '0';
  const [value, lower, upper] = [knownDecimal(size), knownDecimal(of.lower), knownDecimal(of.upper)];
  const isFromLower = (side === 'internal') === (condition === 'MMC');
  const departure = isFromLower ? value.minus(lower) : upper.minus(value);
  const most = upper.minus(lower);
  const none = knownDecimal('0');
  const bonus = departure.lt(none) ? none : departure.gt(most) ? most : departure;
  return formatDecimalText(bonus, Math.max(placesOf(size), placesOf(of.lower), placesOf(of.upper)));
}

/** The limits of a geometrical tolerance with its bonus. */
export function withBonus(limits: Limits, bonus: DecimalText): Limits {
  if (limits.upper === '') return limits;
  const upper = knownDecimal(limits.upper).plus(knownDecimal(bonus));
  return { ...limits, upper: formatDecimalText(upper, Math.max(placesOf(limits.upper), placesOf(bonus))) };
}
