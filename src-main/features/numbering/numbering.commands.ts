import type { CommandsOf } from '#main/context/context.ts';
import { saveRecord } from '#main/store/saveRecord.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { parsePattern } from '#shared/numbering/pattern.ts';
import { numberingRuleRecord } from '#shared/numbering/records.ts';
import { productToNumber } from './numbers.queries.ts';

export const numberingCommands: CommandsOf<'numbering'> = {
  async saveRule({ reason: _why, ...rule }, { work }) {
    const { level, code, lotPattern, serialPattern } = rule;
    insistOnPattern('lotPattern', lotPattern);
    insistOnPattern('serialPattern', serialPattern);
    if (level === 'site' && code !== '')
      refuse('code', msg`The rule of the site is for all goods. Leave the code blank.`);
    if (level === 'category' && code === '') refuse('code', msg`Say which category the rule is for.`);
    if (level === 'product' && (await work.one(productToNumber, { code })) === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no product ${code}. Check the code.`, { field: 'code' });
    return { saved: saveRecord(work, numberingRuleRecord, rule) };
  },
};

function insistOnPattern(field: string, pattern: string): void {
  if (pattern === '') return;
  const parsed = parsePattern(pattern);
  if ('issue' in parsed) refuse(field, parsed.issue);
}

function refuse(field: string, text: Message): never {
  throw new LotlineError('VALIDATION', text, { field });
}
