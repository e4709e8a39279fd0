import type { NumberingRuleValues } from './records.ts';
import { type NumberingLevel, numberingLevels, type Uniqueness } from './vocabulary.ts';

/** What was decided, and by which level; "" where no level says anything. */
export type Decided<T> = { value: T; level: NumberingLevel | '' };

/** How goods are numbered: the narrowest level that says something decides, each for itself. */
export type Numbering = { lots: Decided<string>; serials: Decided<string>; uniqueness: Decided<Uniqueness> };

export function decideNumbering(rules: readonly NumberingRuleValues[]): Numbering {
  const ordered = numberingLevels.flatMap((level) => rules.filter((rule) => rule.level === level));
  const decided = <F extends 'lotPattern' | 'serialPattern' | 'uniqueness'>(field: F) => {
    const rule = ordered.find((one) => one[field] !== '');
    return { value: rule?.[field] ?? '', level: rule?.level ?? '' } as const;
  };
  const { value, level } = decided('uniqueness');
  return {
    lots: decided('lotPattern'),
    serials: decided('serialPattern'),
    uniqueness: { value: value === '' ? 'product' : value, level },
  };
}
