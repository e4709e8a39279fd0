import { query } from '#main/store/query.ts';
import { closenessTo } from '#shared/dossier/closeness.ts';
import type { Hit } from '#shared/dossier/contract.ts';
import { formatUnit } from '#shared/kernel/unit.ts';
import { bare, type View } from './hits.ts';

/** "IN-7", "in 7" or "IN-7/1": inspections are counted, and found by their whole number. */
const numbered = /^in[- ]?(\d{1,9})(?:\/(\d{1,3}))?$/iu;

/** Plans are few, and found by how they begin. */
const found: readonly Hit['closeness'][] = ['exact', 'folded', 'loose', 'begins', 'nameBegins'];

/** The inspections with a number, each time it was done; and the plans whose code or name is meant. */
export async function findQuality({ read }: View, text: string): Promise<Hit[]> {
  const [, number, again] = numbered.exec(text) ?? [];
  const inspections =
    number === undefined ? [] : await read.all(inspectionsNumbered, { inspection: `IN-${Number(number)}` });
  const plans = await read.all(plansThere);
  return [
    ...inspections
      .filter(({ reinspection }) => again === undefined || reinspection === Number(again))
      .map(
        ({ inspection, reinspection, ...unit }): Hit => ({
          ...bare('inspection', reinspection === 0 ? inspection : `${inspection}/${reinspection}`, formatUnit(unit)),
          closeness: 'exact',
        }),
      ),
    ...plans
      .map(
        ({ plan, name }): Hit => ({ ...bare('plan', plan, name), closeness: closenessTo(text, { code: plan, name }) }),
      )
      .filter(({ closeness }) => found.includes(closeness)),
  ];
}

const inspectionsNumbered = query((tables, { inspection }: { inspection: string }) =>
  tables
    .selectFrom('inspection')
    .select(['inspection', 'reinspection', 'product', 'lot', 'sublot', 'serial'])
    .where('inspection', '=', inspection)
    .orderBy('reinspection', 'desc'),
);

const plansThere = query((tables) =>
  tables
    .selectFrom('inspection_plan')
    .select(({ fn }) => ['plan', fn.max('name').as('name')])
    .groupBy('plan')
    .orderBy('plan'),
);
