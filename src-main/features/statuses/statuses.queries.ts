import type { QueriesOf } from '#main/context/context.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { msg } from '#shared/kernel/message.ts';
import { statusLetters } from '#shared/kernel/status.ts';
import { refusingRule, type StatusRule } from '#shared/statuses/rules.ts';
import { ruledActs, ruleLevels } from '#shared/statuses/vocabulary.ts';
import { namedStatuses, partnerToRule, productToRule, rulesThatHold } from './rules.queries.ts';

export const statusQueries: QueriesOf<'statuses'> = {
  async list(_input, { read, reader: { db } }) {
    const rules = ruleLevels.flatMap((level) =>
      rulesThatHold(db).flatMap(({ setAt: _setAt, taken, ...rule }) =>
        rule.level === level ? [{ ...rule, level, taken: [...taken] }] : [],
      ),
    );
    return { statuses: await read.all(namedStatuses), rules };
  },

  async ofProduct({ product: code, supplier }, { read, reader: { db } }) {
    const product = await read.one(productToRule, { code });
    if (product === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no product ${code}. Check the code.`, { field: 'product' });
    if (supplier !== '' && (await read.one(partnerToRule, { code: supplier })) === undefined)
      throw new LotlineError('NOT_FOUND', msg`There is no partner ${supplier}. Check the code.`, { field: 'supplier' });
    const holds = ({ level, code: of }: StatusRule): boolean =>
      level === 'site' ||
      (level === 'category' && of === product.category) ||
      (level === 'product' && of === code) ||
      (level === 'supplier' && of === supplier);
    const rules = rulesThatHold(db).filter(holds);
    const named = (await read.all(namedStatuses)).map(({ status }) => status);
    const exactly = rules.flatMap(({ taken }) => taken.filter((one) => !one.endsWith('*')));
    const statuses = [...new Set([...statusLetters, ...named, ...exactly])].sort();
    const acts = ruledActs.map((act) => ({
      act,
      refused: statuses.map((status) => {
        const rule = refusingRule(act, status, rules);
        return rule === undefined ? null : { level: rule.level, code: rule.code };
      }),
    }));
    return { statuses, acts };
  },
};
