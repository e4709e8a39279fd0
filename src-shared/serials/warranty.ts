import { addMonths, type PlainDate } from '#shared/kernel/dates.ts';
import { type NumberingLevel, numberingLevels } from '#shared/numbering/vocabulary.ts';
import { deliveryOfOwner, type Happened } from './life.ts';
import type { WarrantyRuleValues } from './records.ts';
import type { WarrantyStart, WarrantyState } from './vocabulary.ts';

export type Warranty = {
  state: WarrantyState;
  /** "" where nothing began. */
  startsOn: PlainDate;
  /** The last day of it; "" where there is none. */
  endsOn: PlainDate;
  months: number;
  starts: WarrantyStart;
  /** The level whose rule decides; "" where none does. */
  level: NumberingLevel | '';
  /** Whether somebody said another last day. */
  isCorrected: boolean;
};

/** Which rule holds for what is delivered on a day: that of the product over its category's over the site's. */
export function warrantyRuleOn(
  rules: readonly WarrantyRuleValues[],
  { code, category }: { code: string; category: string },
  on: PlainDate,
): WarrantyRuleValues | undefined {
  const names: Readonly<Record<NumberingLevel, string>> = { product: code, category, site: '' };
  for (const level of numberingLevels) {
    const [last] = rules
      .filter((rule) => rule.level === level && rule.code === names[level] && rule.validFrom <= on)
      .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
    // A product of no category has no rule of one.
    if (last !== undefined && (level === 'site' || last.code !== '')) return last;
  }
  return undefined;
}

type Asked = {
  rules: readonly WarrantyRuleValues[];
  product: { code: string; category: string };
  deliveries: readonly Happened[];
  /** "" where nobody knows. */
  madeOn: PlainDate;
  /** The last day that somebody said; null for what follows from the rule. */
  correctedTo: PlainDate | null;
  today: PlainDate;
};

/**
 * The warranty of a serial, by the rule of the day it was delivered: a later rule changes nothing of it. The last day
 * belongs to it.
 */
export function warrantyOf({ rules, product, deliveries, madeOn, correctedTo, today }: Asked): Warranty {
  const delivered = deliveryOfOwner(deliveries);
  const rule = warrantyRuleOn(rules, product, delivered?.on ?? today);
  const months = rule?.months ?? 0;
  const starts = rule?.starts ?? 'delivery';
  const startsOn = delivered === undefined || months === 0 ? '' : starts === 'made' ? madeOn : delivered.on;
  const derived = startsOn === '' ? '' : addMonths(startsOn, months);
  const endsOn = correctedTo ?? derived;
  const state = ((): WarrantyState => {
    if (endsOn !== '') return today <= endsOn ? 'running' : 'ended';
    if (months === 0) return 'none';
    return delivered === undefined ? 'notDelivered' : 'unknown';
  })();
  return { state, startsOn, endsOn, months, starts, level: rule?.level ?? '', isCorrected: correctedTo !== null };
}
