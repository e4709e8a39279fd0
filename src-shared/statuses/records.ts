import { field, record, type ValuesOf } from '#shared/kernel/record.ts';
import type { RuledAct, RuleLevel, StatusLook } from './vocabulary.ts';

/** What a plant calls a status. */
export const stockStatusRecord = record({
  name: 'stock_status',
  key: ['status'],
  fields: {
    status: field.status(),
    name: field.text(),
    look: field.choice<StatusLook>('statuses.looks'),
  },
});
export type StockStatusValues = ValuesOf<typeof stockStatusRecord>;

/** Goods of which statuses may do something, at one level; "" once the rule was taken back. */
export const statusRuleRecord = record({
  name: 'status_rule',
  key: ['level', 'code', 'ruledAct'],
  openSignatures: true,
  fields: {
    level: field.choice<RuleLevel>('statuses.levels'),
    /** Of the category, product or supplier; "" of the site. */
    code: field.code(),
    ruledAct: field.choice<RuledAct>('statuses.acts'),
    /** In their order, with blanks between them: "A* Q1". */
    taken: field.code(),
    /** What an import says of earlier days is not held to it. */
    holdsFrom: field.moment(),
  },
});
export type StatusRuleValues = ValuesOf<typeof statusRuleRecord>;
