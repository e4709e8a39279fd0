import { allowed, refused, type Verdict } from '#shared/kernel/errors.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import type { LocationKind } from '#shared/locations/vocabulary.ts';
import { refusingRule, type StatusRule } from '#shared/statuses/rules.ts';
import { type RuledAct, ruledActs } from '#shared/statuses/vocabulary.ts';
import { isBroughtAbout } from './issue.ts';
import type { MovementKind } from './vocabulary.ts';

type End = { code: string; kind: LocationKind };

/** What of a movement decides which rules it is held to. */
export type RuledMovement = {
  kind: MovementKind;
  from: End | null;
  to: End | null;
  statusFrom: string;
  statusTo: string;
  isReversal: boolean;
};

const isRuled = (kind: MovementKind): kind is MovementKind & RuledAct => ruledActs.some((act) => act === kind);

/** What goods do by a movement, as rules call it. Putting them aside is open to all, and what is undone never was. */
export function actsOf(movement: Pick<RuledMovement, 'kind' | 'from' | 'to' | 'isReversal'>): RuledAct[] {
  const { kind, to, isReversal } = movement;
  if (isReversal || !isRuled(kind)) return [];
  if (kind !== 'put-away' && kind !== 'transfer') return [kind];
  if (!isBroughtAbout(movement)) return [];
  return to?.kind === 'shipping' ? ['staging', kind] : [kind];
}

/** The status in which goods do it: that which they have, or come in with. */
export const statusIn = ({ from, statusFrom, statusTo }: Pick<RuledMovement, 'from' | 'statusFrom' | 'statusTo'>) =>
  from === null ? statusTo : statusFrom;

type Refusing = { act: RuledAct; rule: StatusRule };

/** What goods would do by a movement and may not in their status, and the widest rule that says so. */
function refusing(movement: RuledMovement, rules: readonly StatusRule[]): Refusing | undefined {
  for (const act of actsOf(movement)) {
    const rule = refusingRule(act, statusIn(movement), rules);
    if (rule !== undefined) return { act, rule };
  }
  return undefined;
}

/** Whether goods may be moved so in their status. */
export function judgeStatus(movement: RuledMovement, goods: MessageValue, rules: readonly StatusRule[]): Verdict {
  const found = refusing(movement, rules);
  if (found === undefined) return allowed;
  const { act, rule } = found;
  const status = statusIn(movement);
  const whose = levelOf(rule);
  const advice = adviceOn(movement, found);
  return refused(
    'STATUS_FORBIDS',
    msg`${goods} is in status ${status}. ${whose} lets only ${takenList(rule)} through for “${actWord(act)}”. ${advice}`,
    { status, level: rule.level },
  );
}

/** The import's message about goods that did so all the same. */
export function judgeImportedRule(
  { document, ...movement }: RuledMovement & { document: string },
  goods: MessageValue,
  rules: readonly StatusRule[],
): Verdict {
  const found = refusing(movement, rules);
  if (found === undefined) return allowed;
  const { act, rule } = found;
  const status = statusIn(movement);
  const isStandard = rule.level === 'standard';
  const said = happened[act];
  // Where rejects lay meanwhile is past.
  if (isStandard && said === undefined) return allowed;
  const text =
    isStandard && said !== undefined
      ? msg`${document}: ${goods} was in status ${status} when it was ${said}.`
      : msg`${document}: ${goods} was in status ${status}. ${levelOf(rule)} lets only ${takenList(rule)} through for “${actWord(act)}”.`;
  return refused('STATUS_FORBIDS', text, { column: movement.from === null ? 'status' : 'status_from' });
}

const happened: Partial<Record<RuledAct, Message>> = {
  shipment: msg`shipped`,
  consumption: msg`consumed`,
  staging: msg`brought to a location for shipping`,
};

const actWord = (act: RuledAct): MessageValue => ({ word: `statuses.acts.${act}`, or: act });

/** A whole letter is said as the letter, one of its statuses alone as such. */
export const takenList = ({ taken }: Pick<StatusRule, 'taken'>): MessageValue => ({
  list: taken.map((one) => (one.endsWith('*') ? one.slice(0, 1) : one.length === 1 ? msg`${one} alone` : one)),
  between: ', ',
});

/** Whose rule it is, as the beginning of a sentence. */
export function levelOf({ level, code }: Pick<StatusRule, 'level' | 'code'>): Message {
  if (level === 'standard') return msg`The standard rule`;
  if (level === 'site') return msg`The rule of the site`;
  if (level === 'category') return msg`The rule of category ${code}`;
  return level === 'product' ? msg`The rule of product ${code}` : msg`The rule of supplier ${code}`;
}

function adviceOn({ from, statusFrom }: RuledMovement, { act, rule: { level, taken } }: Refusing): Message {
  if (from === null) return msg`Bring it in with another status, or have the rule changed.`;
  if (statusFrom.startsWith('R') && (act === 'put-away' || act === 'transfer'))
    return msg`Bring it to quarantine or to the rejects, or return or scrap it.`;
  const isHeld = !statusFrom.startsWith('A') && taken.some((one) => one.startsWith('A'));
  if (isHeld || level === 'standard') return msg`Release it first, or return or scrap it.`;
  return msg`Have its status decided first, or the rule changed.`;
}
