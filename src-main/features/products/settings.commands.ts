import type { Database } from 'better-sqlite3';
import type { CommandsOf } from '#main/context/context.ts';
import { dayOf } from '#main/features/security/identity.queries.ts';
import { query } from '#main/store/query.ts';
import { nameOf } from '#main/store/records.ts';
import { saveByHand } from '#main/store/saveByHand.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import type { Read } from '#main/store/views.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { attributeIssue, choicesOf } from '#shared/products/attributes.ts';
import { productAttributeRecord, productCategoryRecord, productSettingRecord } from '#shared/products/records.ts';
import {
  saidAt,
  settingIssue,
  type SettingRule,
  settingSaid,
  settingTable,
  takenBack,
} from '#shared/products/settings.ts';
import { allCategories, rulesAt, settingsOwner } from './settings.queries.ts';

export const settingCommands: Pick<CommandsOf<'products'>, 'saveSetting' | 'saveCategory' | 'saveAttribute'> = {
  saveSetting: {
    async toSign({ reason, ...rule }, { read, reader, ...clock }) {
      const before = await plannedSetting(rule, read, reader.db, dayOf(reader.db, clock));
      const { setting, value, validFrom } = rule;
      const name: MessageValue = { word: `products.settings.names.${setting}`, or: setting };
      const change: MessageValue = {
        list: [settingSaid(setting, before), settingSaid(setting, value)],
        between: ' → ',
      };
      return {
        sentence: msg`${ownerSaid(rule)}, ${name}: ${change}, from ${{ date: validFrom }} on. ${reason}`,
        reads: [{ kind: productSettingRecord, name: nameOf(productSettingRecord, rule) }],
      };
    },

    async within({ reason: _why, ...rule }, { work, ...clock }) {
      await plannedSetting(rule, work, work.db, dayOf(work.db, clock));
      return {
        reply: { saved: saveRecord(work, productSettingRecord, rule) },
        signed: [{ kind: productSettingRecord, name: nameOf(productSettingRecord, rule) }],
      };
    },
  },

  saveCategory: ({ reason: _why, ...category }, { work }) =>
    saveByHand(work, productCategoryRecord, category, { codes }),

  saveAttribute({ reason: _why, ...said }, { work }) {
    const attribute = { ...said, choices: said.attributeKind === 'text' ? '' : choicesOf(said.choices).join(', ') };
    const issue = attributeIssue(attribute);
    if (issue !== undefined) refuse(issue.field, issue.text);
    return saveByHand(work, productAttributeRecord, attribute, { codes: attributeCodes });
  },
};

const codes = query((tables) => tables.selectFrom('product_category').select('code'));

const attributeCodes = query((tables) => tables.selectFrom('product_attribute').select('code'));

const ownerSaid = ({ level, code }: SettingRule): MessageValue =>
  level === 'site'
    ? msg`All products of the site`
    : { list: [{ word: `numbering.levels.${level}`, or: level }, code], between: ' ' };

/**
 * What the level says until then.
 * @throws LotlineError NOT_FOUND; VALIDATION; CONFLICT where nothing changes
 */
async function plannedSetting(rule: SettingRule, read: Read, db: Database, today: PlainDate): Promise<string> {
  const { level, code, setting, value, validFrom } = rule;
  const owner = await settingsOwner(read, rule);
  if (owner === undefined)
    throw new LotlineError('NOT_FOUND', msg`There is no product ${code}. Check the code.`, { field: 'code' });
  if (level === 'site' && code !== '')
    refuse('code', msg`What the site says is for all products. Leave the code blank.`);
  if (level === 'category' && !(await allCategories(read)).some((one) => one.code === code))
    throw new LotlineError('NOT_FOUND', msg`There is no category ${code}. Make it first.`, { field: 'code' });
  const rules = rulesAt(db, level, code);
  if (value === takenBack) {
    const coming = rules.find((one) => ruleName(one) === ruleName(rule));
    // It may have been taken back a moment ago, by the very same command too.
    if (coming === undefined)
      throw new LotlineError('CONFLICT', msg`Nothing was changed, so there is nothing to sign.`, { field: 'value' });
    if (validFrom <= today)
      refuse('validFrom', msg`It holds already. Say something else from today or a later day on.`);
    return coming.value;
  }
  const issue = settingIssue(setting, value);
  if (issue !== undefined) refuse('value', issue);
  if (validFrom < today) refuse('validFrom', msg`What is past stays as it was decided. Choose today or a later day.`);
  if (validFrom > today && !settingTable[setting].isDated)
    refuse('validFrom', msg`This holds at once, for what is recorded already too. Choose today.`);
  const before = saidAt(setting, owner, level, rules, validFrom).value;
  if (before === value)
    // It may have been made so a moment ago, by the very same command too.
    throw new LotlineError('CONFLICT', msg`Nothing was changed, so there is nothing to sign.`, { field: 'value' });
  return before;
}

const ruleName = (rule: SettingRule): string => nameOf(productSettingRecord, rule);

function refuse(field: string, text: Message): never {
  throw new LotlineError('VALIDATION', text, { field });
}
