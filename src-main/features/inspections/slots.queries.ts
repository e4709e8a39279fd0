import { query } from '#main/store/query.ts';

/** A run, what it makes, and the step at which it is inspected. */
export type OfRun = { product: string; workOrder: string; run: string; point: string };

/** What a run made of a product, in the order it was; what was undone was not made. */
export const outputsOfRun = query((tables, { product, workOrder, run }: Pick<OfRun, 'product' | 'workOrder' | 'run'>) =>
  tables
    .selectFrom('run as r')
    .innerJoin('movement as m', 'm.run_id', 'r.id')
    .innerJoin('unit as t', 't.id', 'm.to_unit_id')
    .innerJoin('product as p', 'p.id', 't.product_id')
    .select(['m.at', 'm.quantity'])
    .where('r.work_order', '=', workOrder)
    .where('r.run', '=', run)
    .where('p.code', '=', product)
    .where('m.kind', '=', 'output')
    .where('m.reverses_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('movement as u').select('u.id').whereRef('u.reverses_id', '=', 'm.id'))),
    )
    .orderBy('m.at')
    .orderBy('m.id'),
);

/** The inspections of a run at a step, the first first. */
export const inspectionsOfRun = query((tables, { product, workOrder, run, point }: OfRun) =>
  tables
    .selectFrom('inspection')
    .select(['inspection', 'slot', 'due_from as from', 'due_until as until', 'inspection_state as state'])
    .where('work_order', '<>', '')
    .where('work_order', '=', workOrder)
    .where('run', '=', run)
    .where('product', '=', product)
    .where('point', '=', point)
    .where('reinspection', '=', 0)
    .orderBy('id'),
);
