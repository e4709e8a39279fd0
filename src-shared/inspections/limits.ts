import { type DecimalText, formatDecimalText, knownDecimal, placesOf } from './decimals.ts';
import type { PlannedLimits } from './vocabulary.ts';

/** What readings are held against, inclusive; "" for no limit on that side. */
export type Limits = { lower: DecimalText; upper: DecimalText; target: DecimalText };

/**
 * The limits that a plan says, each with the places it is written in. A tolerance that is blank on one side is none: the
 * dimension has no limit there; "0" is the nominal itself.
 */
export function limitsOf(planned: PlannedLimits): Limits {
  switch (planned.kind) {
    case 'minMax':
      return { lower: planned.lower, upper: planned.upper, target: planned.target };
    case 'basic':
    case 'reference':
      return { lower: '', upper: '', target: planned.nominal };
    case 'tolerance': {
      const { nominal, plus, minus } = planned;
      const by = (size: DecimalText, sign: 1 | -1): DecimalText => {
        if (size === '') return '';
        const limit = knownDecimal(nominal).plus(knownDecimal(size).times(String(sign)));
        return formatDecimalText(limit, Math.max(placesOf(nominal), placesOf(size)));
      };
      return { lower: by(minus, -1), upper: by(plus, 1), target: nominal };
    }
  }
}
