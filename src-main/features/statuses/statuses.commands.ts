import type { CommandsOf } from '#main/context/context.ts';
import { trailTime } from '#main/features/security/identity.queries.ts';
import { nameOf } from '#main/store/records.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Read } from '#main/store/views.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { levelOf, takenList } from '#shared/movements/statusRules.ts';
import { statusRuleRecord, type StatusRuleValues, stockStatusRecord } from '#shared/statuses/records.ts';
import { inOrder, rulesOn, type StatusRule, widened } from '#shared/statuses/rules.ts';
import type { RuledAct, RuleLevel } from '#shared/statuses/vocabulary.ts';
import { partnerToRule, productToRule, rulesThatHold } from './rules.queries.ts';
import type { Database } from 'better-sqlite3';

export const statusCommands: CommandsOf<'statuses'> = {
  async saveStatus({ reason: _why, ...values }, { work }) {
    return { saved: saveRecord(work, stockStatusRecord, values) };
  },

  saveRule: {
    async toSign({ reason, ...given }, { read, reader: { db } }) {
      const { rule, before } = await planned(given, read, db);
      const act: MessageValue = { word: `statuses.acts.${rule.act}`, or: rule.act };
      return {
        sentence: msg`${levelOf(rule)}, “${act}”: ${listOf(before)} → ${listOf(rule.taken)}. ${reason}`,
        reads: [{ kind: statusRuleRecord, name: nameOf(statusRuleRecord, recordOf(rule)) }],
      };
    },

    async within({ reason: _why, ...given }, { work, now }) {
      const { rule } = await planned(given, work, work.db);
      const values = recordOf({ ...rule, setAt: trailTime(work.db, now) });
      return {
        reply: { saved: saveRecord(work, statusRuleRecord, values) },
        signed: [{ kind: statusRuleRecord, name: nameOf(statusRuleRecord, values) }],
      };
    },
  },
};

type Given = { level: RuleLevel; code: string; act: RuledAct; taken: readonly string[] };
type Rule = StatusRule & { level: RuleLevel };

const recordOf = ({ level, code, act: ruledAct, taken, setAt: holdsFrom }: Rule): StatusRuleValues => ({
  level,
  code,
  ruledAct,
  taken: taken.join(' '),
  holdsFrom,
});
const listOf = (taken: readonly string[]): MessageValue => (taken.length === 0 ? '\u2013' : takenList({ taken }));

/**
 * The rule as it would be, and what it lets through now.
 * @throws LotlineError NOT_FOUND; CONFLICT where it changes nothing; VALIDATION where it is of nothing, or lets more through
 * than the levels above
 */
async function planned({ level, code, act, taken: given }: Given, read: Read, db: Database) {
  const product = await insistOnOwner(level, code, read);
  const taken = inOrder(given);
  const rules = rulesThatHold(db);
  const before = rules.find((one) => one.level === level && one.code === code && one.act === act)?.taken ?? [];
  // The rule may have been made so a moment ago, by the very same command too.
  if (before.join(' ') === taken.join(' '))
    throw new LotlineError('CONFLICT', msg`Nothing was changed, so there is nothing to sign.`, { field: 'taken' });
  const above = rules.filter(
    (one) =>
      level !== 'site' &&
      (one.level === 'site' || (one.level === 'category' && level === 'product' && one.code === product?.category)),
  );
  for (const wider of rulesOn(act, above)) {
    const more = widened(wider.taken, taken);
    if (more === undefined) continue;
    const [who, kept, said] = [levelOf(wider), takenList(wider), takenList({ taken: [more] })];
    refuse(
      'taken',
      msg`${who} lets only ${kept} through, and no level below it lets more. Leave out ${said}, or have that rule changed.`,
    );
  }
  const rule: Rule = { level, code, act, taken, setAt: 0 };
  return { rule, before };
}

async function insistOnOwner(level: RuleLevel, code: string, read: Read) {
  if (level === 'site' && code !== '')
    refuse('code', msg`The rule of the site is for all goods. Leave the code blank.`);
  if (level === 'category' && code === '') refuse('code', msg`Say which category the rule is for.`);
  const product = level === 'product' ? await read.one(productToRule, { code }) : undefined;
  if (level === 'product' && product === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no product ${code}. Check the code.`, { field: 'code' });
  if (level === 'supplier' && (await read.one(partnerToRule, { code })) === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no partner ${code}. Check the code.`, { field: 'code' });
  return product;
}

function refuse(field: string, text: Message): never {
  throw new LotlineError('VALIDATION', text, { field });
}
