import Big from 'big.js';
import type { Rounding } from './vocabulary.ts';

/**
 * Readings and limits are decimals as people write them, kept as text and compared exactly: a reading of 0.038 is above a
 * limit of 0.03500 whatever a screen rounds either to, and 2.545 is no number between two floats.
 */
export type DecimalText = string;

/** Divisions and roots are cut here, far behind the last place of any reading. */
export const mostPlaces = 30;

/** A constructor of its own: what is no text, or no plain decimal, is refused instead of guessed at. */
const Decimal = Big();
Decimal.strict = true;
Decimal.DP = mostPlaces;
Decimal.RM = Decimal.roundHalfEven;
export type Decimal = Big;

/** More digits than any instrument shows; so long a text is a scan or a paste that went wrong. */
const mostDigits = 30;
const plain = /^-?\d+(?:\.\d+)?$/;

/** A decimal with a dot, without exponent, sign of plus or grouping; undefined for anything else. */
export function decimalOf(text: DecimalText): Decimal | undefined {
  if (!plain.test(text) || text.replace(/\D/g, '').length > mostDigits) return undefined;
  return new Decimal(text);
}

/** The same where the contract has checked the text. @throws RangeError for what is no decimal */
export function knownDecimal(text: DecimalText): Decimal {
  const value = decimalOf(text);
  if (value === undefined) throw new RangeError(`no decimal: ${text}`);
  return value;
}

/** Places behind the dot as they are written: "0.03500" has five. */
export const placesOf = (text: DecimalText): number => text.split('.')[1]?.length ?? 0;

/** Rounded to places behind the dot; half-up takes halves away from zero, as commerce does, half-even to the even digit. */
export const rounded = (value: Decimal, places: number, rounding: Rounding): Decimal =>
  value.round(places, rounding === 'halfEven' ? Decimal.roundHalfEven : Decimal.roundHalfUp);

/** With at least so many places behind the dot, and never an exponent. */
export const formatDecimalText = (value: Decimal, places = 0): DecimalText => {
  const text = value.toFixed();
  return placesOf(text) >= places ? text : value.toFixed(places);
};
