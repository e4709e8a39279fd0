import { statusLetters } from '#shared/kernel/status.ts';
import type { StatusRuleValues } from './records.ts';
import { type RuledAct, ruledActs, type RuleLevel, ruleLevels } from './vocabulary.ts';

/** A rule as it is judged by; the standard one holds in every plant, and nothing widens it. */
export type StatusRule = {
  level: RuleLevel | 'standard';
  code: string;
  act: RuledAct;
  taken: readonly string[];
  setAt: number;
};

const all: readonly string[] = statusLetters.map((letter) => `${letter}*`);
const releasedOnly: readonly RuledAct[] = ['consumption', 'staging', 'shipment'];
const neverRejected: readonly RuledAct[] = ['put-away', 'transfer'];

/** Only released goods leave for a customer or go into production, and rejects are brought nowhere but aside. */
export const standardRules: readonly StatusRule[] = ruledActs.map((act) => ({
  level: 'standard',
  code: '',
  act,
  taken: releasedOnly.includes(act) ? ['A*'] : neverRejected.includes(act) ? ['A*', 'Q*'] : all,
  setAt: 0,
}));

/** The statuses of a rule as it is recorded. */
export const takenOf = ({ taken }: Pick<StatusRuleValues, 'taken'>): string[] =>
  taken.split(' ').filter((one) => one !== '');

/** The same statuses each once, in the order of their letters; what a whole letter says is not said again. */
export const inOrder = (taken: readonly string[]): string[] =>
  [...new Set(taken)]
    .filter((one) => one.endsWith('*') || !taken.includes(`${one.slice(0, 1)}*`))
    .sort((one, other) => (one < other ? -1 : 1));

/** Whether some statuses have one among them, or all that begin with a letter. */
export const takes = (taken: readonly string[], status: string): boolean =>
  taken.includes(status) || taken.includes(`${status.slice(0, 1)}*`);

/** The standard and then all other rules on an act, from the widest. */
export const rulesOn = (act: RuledAct, rules: readonly StatusRule[]): StatusRule[] => [
  ...standardRules.filter((rule) => rule.act === act),
  ...ruleLevels.flatMap((level) => rules.filter((rule) => rule.level === level && rule.act === act)),
];

/** The widest rule that keeps goods of a status from something; undefined where they may do it. */
export const refusingRule = (act: RuledAct, status: string, rules: readonly StatusRule[]): StatusRule | undefined =>
  rulesOn(act, rules).find(({ taken }) => !takes(taken, status));

/** The first of some statuses that others do not let through; undefined where all are among them. */
export const widened = (above: readonly string[], taken: readonly string[]): string | undefined =>
  taken.find((one) => (one.endsWith('*') ? !above.includes(one) : !takes(above, one)));
