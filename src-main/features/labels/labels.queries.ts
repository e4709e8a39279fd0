import type { QueriesOf, QueryContext } from '#main/context/context.ts';
import { makeLabels } from '#main/documents/labels/makeLabels.ts';
import type { LabelTask } from '#main/documents/labels/protocol.ts';
import { askList } from '#main/store/lists.ts';
import { dateOf, formatMoment } from '#shared/kernel/dates.ts';
import { texts } from '#shared/texts/index.ts';
import { countOf } from './counts.queries.ts';
import { goodsOf, statesOf } from './labelGoods.queries.ts';
import { type AskedLabels, type LabelPlan, planLabels } from './labelPlan.queries.ts';
import { labelSource, printsOf } from './prints.queries.ts';

export const labelQueries: QueriesOf<'labels'> = {
  list: (question, context) => askList(labelSource, question, context),

  async ofUnit(selector, { read, reader }) {
    const goods = await goodsOf(read, selector);
    const { product, lot, sublot, serial, gtin } = goods;
    const unit = { product, lot, sublot, serial };
    return {
      hasGtin: gtin !== '',
      states: await statesOf(read, reader.db, unit),
      prints: await printsOf(read, unit),
      count: await countOf(read, unit),
    };
  },

  async preview(asked, context) {
    const plan = await planLabels(context.read, context.reader.db, asked, yearOf(context));
    const [one] = plan.labels;
    const only = one === undefined ? undefined : { ...one, notes: one.notes.slice(0, 1) };
    const drawn =
      only === undefined
        ? undefined
        : await makeLabels(taskOf({ ...plan, labels: [only] }, asked, context), { signal: context.job.signal });
    return {
      first: drawn?.first ?? null,
      says: one?.says ?? '',
      labels: plan.labels.length * asked.copies,
      again: plan.labels.filter(({ firstCopy }) => firstCopy > 1).length,
      issues: plan.issues,
    };
  },
};

type Here = Pick<QueryContext, 'now' | 'offsetMinutes' | 'actor'>;

export const yearOf = ({ now, offsetMinutes }: Omit<Here, 'actor'>): number =>
  Number(dateOf(now, offsetMinutes).slice(0, 4));

export function taskOf(
  { labels }: Pick<LabelPlan, 'labels'>,
  { size, skip, language }: Pick<AskedLabels, 'size' | 'skip' | 'language'>,
  { now, actor }: Pick<Here, 'now' | 'actor'>,
): LabelTask {
  const { title } = texts[language].labels.list;
  return {
    head: {
      title,
      statement: labels
        .map(({ content }) => content.product)
        .join(', ')
        .slice(0, 200),
      language,
      made: { by: actor.person.name, at: formatMoment(now) },
    },
    size,
    skip: size === 'a4-3x8' ? skip : 0,
    labels: labels.map(({ content, notes }) => ({ content, notes })),
  };
}
