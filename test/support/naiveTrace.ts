import type { Direction } from '#shared/trace/vocabulary.ts';
import type { PlantStore } from './plantStore.ts';

type Row = {
  id: number;
  kind: string;
  source: number;
  target: number;
  quantity: number;
  at: number;
  workOrder: string;
  run: string;
  product: number;
};
type Link = { workOrder: string; parent: number; component: number; product: number };
/** Goods go from one unit into another; `left` is when they left the one, `came` when they came to the other. */
type Step = { from: number; to: number; left: number; came: number; steps: 0 | 1 };

/** A unit's least number of steps, and from when on (upstream: until when) its goods are concerned. */
export type Reach = Map<number, { depth: number; moment: number }>;

/**
 * The walk as the rules say it, over pairs of rows and without nodes for production, an index or any care for
 * speed: what the real one is held against.
 */
export function naiveTrace(
  plant: PlantStore,
  root: number,
  { direction, dated }: { direction: Direction; dated: boolean },
): Reach {
  const leaves = new Set(plant.db.prepare<[], number>('select id from unit where leaf = 1').pluck().all());
  // Upstream is the mirror image: ends swapped, and time running backwards.
  const down = direction === 'downstream';
  const steps = stepsOf(plant).map((step) =>
    down ? step : { from: step.to, to: step.from, left: -step.came, came: -step.left, steps: step.steps },
  );
  const reach: Reach = new Map([[root, { depth: 0, moment: Number.NEGATIVE_INFINITY }]]);
  for (let depth = 0, moved = true; moved; depth += 1) {
    moved = false;
    const before =
      depth === 0
        ? []
        : steps.filter(
            (step) => step.steps === 1 && mayLeave(step, reach.get(step.from), leaves, { root, down, dated }),
          );
    const arrivals = before.map(({ to, came }) => ({ to, came }));
    for (;;) {
      for (const { to, came } of arrivals.splice(0)) {
        const known = reach.get(to);
        if (known !== undefined && (!dated || known.moment <= came)) continue;
        reach.set(to, { depth: known?.depth ?? depth, moment: dated ? came : Number.NEGATIVE_INFINITY });
        moved = true;
      }
      const named = steps.filter(
        (step) => step.steps === 0 && mayLeave(step, reach.get(step.from), leaves, { root, down, dated }),
      );
      arrivals.push(
        ...named.filter(({ to, came }) => !reach.has(to) || (dated && (reach.get(to)?.moment ?? 0) > came)),
      );
      if (arrivals.length === 0) break;
    }
    if (depth === 0) moved = true;
  }
  return new Map(
    [...reach].map(([unit, { depth, moment }]) => [unit, { depth, moment: dated && !down ? -moment : moment }]),
  );
}

type Way = { root: number; down: boolean; dated: boolean };

/** Goods without tracking or lot are shown, and never walked through: downstream from what was used of them, upstream to where they were made. */
function mayLeave(
  step: Step,
  reached: { moment: number } | undefined,
  leaves: ReadonlySet<number>,
  { root, down, dated }: Way,
): boolean {
  if (reached === undefined) return false;
  if (leaves.has(step.from) && step.from !== root && step.steps === 1 && down) return false;
  if (leaves.has(step.from) && step.from !== root && !down) return false;
  return !dated || step.left >= reached.moment;
}

function stepsOf(plant: PlantStore): Step[] {
  const rows = plant.db
    .prepare<[], Row>(
      `select m.id, m.kind, m.from_unit_id as source, m.to_unit_id as target, m.quantity, m.at, coalesce(r.work_order, '') as workOrder,
          coalesce(r.run, '') as run, u.product_id as product
        from movement m left join run r on r.id = m.run_id join unit u on u.id = m.to_unit_id
        where m.reverses_id is null and m.id not in (select reverses_id from movement where reverses_id is not null) order by m.at, m.id`,
    )
    .all();
  const links = plant.db
    .prepare<[], Link>(
      `select l.work_order as workOrder, l.parent_unit_id as parent, l.component_unit_id as component, u.product_id as product
        from serial_link l join unit u on u.id = l.component_unit_id`,
    )
    .all();
  const namings = rows.filter((row) => row.source !== row.target && !row.kind.endsWith('-return'));
  const steps = namings.map(
    (row): Step => ({ from: row.source, to: row.target, left: row.at, came: row.at, steps: 0 }),
  );
  for (const order of new Set(rows.map((row) => row.workOrder))) {
    if (order === '') continue;
    const own = rows.filter((row) => row.workOrder === order);
    const used = usedOf(own);
    const made = own.filter((row) => row.kind === 'output');
    const linked = links.filter((link) => link.workOrder === order);
    for (const row of used) {
      if (linked.some((link) => link.product === row.product)) {
        const parents = linked.filter(
          (link) => link.component === row.target && made.some((output) => output.target === link.parent),
        );
        for (const { parent } of parents)
          steps.push({ from: row.target, to: parent, left: row.at, came: row.at, steps: 1 });
        continue;
      }
      for (const output of made) {
        const isTied = row.run === output.run || row.run === '' || output.run === '';
        if (isTied) steps.push({ from: row.target, to: output.target, left: row.at, came: output.at, steps: 1 });
      }
    }
  }
  return steps;
}

/** Consumption of which something is left, row by row. */
function usedOf(rows: readonly Row[]): Row[] {
  const used = rows.filter((row) => row.kind === 'consumption').map((row) => ({ ...row }));
  const back = rows.filter((row) => row.kind === 'production-return');
  for (const { source, run, quantity } of [
    ...back.filter((row) => row.run !== ''),
    ...back.filter((row) => row.run === ''),
  ]) {
    const own = used.filter((row) => row.target === source);
    const inTurn =
      run === ''
        ? [...own.filter((row) => row.run === ''), ...own.filter((row) => row.run !== '')]
        : [...own.filter((row) => row.run === run), ...own.filter((row) => row.run === '')];
    let open = quantity;
    for (const row of inTurn) {
      const taken = Math.min(open, row.quantity);
      row.quantity -= taken;
      open -= taken;
    }
  }
  return used.filter((row) => row.quantity > 0);
}
