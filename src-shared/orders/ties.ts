import type { Moment } from '#shared/kernel/dates.ts';
import { netConsumption, type UsedRow } from './netConsumption.ts';
import type { OrderLink, OrderRow } from './orderRows.ts';

/**
 * What a work order ties together. Production is a node: every run of an order is between what it
 * consumed and what it made, and an order that names no run has one node of its own.
 *
 * Every consumption is a parent of every output, except that a row with a run is tied only to rows of that
 * run or of none, and that a component product with serial links in the order is tied only as they say.
 */

export const edgeKinds = ['consumption', 'output', 'serialLink', 'naming'] as const;
export type EdgeKind = (typeof edgeKinds)[number];

/** An edge of the trace graph, in the direction the goods went. */
export type Edge = { source: number; target: number; at: Moment; kind: EdgeKind };

export type UnitQuantity = { unit: number; quantity: bigint };

/** One run of an order as a trace shows it: all its rows, net, and the moment of its first output or else consumption. */
export type RunEntry = { runId: number; run: string; at: Moment; inputs: UnitQuantity[]; outputs: UnitQuantity[] };

/** A link that holds: its parent was made in the order and its component is still used there, at these moments. */
export type HeldLink = OrderLink & { moments: Moment[] };

export type TiedOrder = {
  /** One per run named in the order, or one for the order as a whole; in order of their names. */
  entries: RunEntry[];
  links: HeldLink[];
  /** Consumption, net, that no output is tied to, row by row. */
  inProcess: { unit: number; quantity: bigint; at: Moment }[];
  /** Units used here whose product is linked in this order while no link names them; with the run of the row. */
  unlinked: { unit: number; run: string }[];
  /** Outputs with nothing tied to them. */
  withoutInputs: { unit: number; at: Moment }[];
};

/** Ties the rows of one work order, for an answer. */
export function tieOrder(rows: readonly OrderRow[], orderLinks: readonly OrderLink[]): TiedOrder {
  const { used, tied, made, runs, runsIn, links, linkedProducts } = sortOut(rows, orderLinks);
  const fed = new Set(tied.flatMap(({ row }) => runsIn(row)));
  const yielding = new Set(made.flatMap(runsIn));
  const parents = new Set(links.map((link) => link.parent));
  const components = new Set(links.map((link) => link.component));
  return {
    entries: runEntries(rows, used, made, runs),
    links,
    inProcess: tied
      .filter(({ row }) => !runsIn(row).some((run) => yielding.has(run)))
      .map(({ row, left }) => ({ unit: row.unit, quantity: left, at: row.at })),
    unlinked: used
      .filter(({ row }) => linkedProducts.has(row.productId) && !components.has(row.unit))
      .map(({ row }) => ({ unit: row.unit, run: row.run })),
    withoutInputs: made
      .filter((row) => !parents.has(row.unit) && !runsIn(row).some((run) => fed.has(run)))
      .map((row) => ({ unit: row.unit, at: row.at })),
  };
}

/**
 * The edges of one work order, for the trace graph: one for each row and run it belongs to. A link's time
 * is its component's consumption; a component consumed in several rows gives one edge for each moment, so
 * that a dated walk finds whichever it may use.
 */
export function orderEdges(rows: readonly OrderRow[], orderLinks: readonly OrderLink[]): Edge[] {
  const { used, tied, made, runsIn, links } = sortOut(rows, orderLinks);
  const edges: Edge[] = [];
  for (const { row } of tied)
    for (const run of runsIn(row)) edges.push({ source: outOf(row), target: run, at: row.at, kind: 'consumption' });
  for (const row of made)
    for (const run of runsIn(row)) edges.push({ source: run, target: row.unit, at: row.at, kind: 'output' });
  const leaves = new Set(used.filter(({ row }) => row.leaf).map(({ row }) => row.unit));
  for (const { parent, component, moments } of links) {
    const source = outOf({ unit: component, leaf: leaves.has(component) });
    for (const at of moments) edges.push({ source, target: parent, at, kind: 'serialLink' });
  }
  return edges;
}

/** The node from which a unit's consumption leaves. */
export const outOf = ({ unit, leaf }: { unit: number; leaf: boolean }): number => (leaf ? unit + 1 : unit);

function sortOut(rows: readonly OrderRow[], orderLinks: readonly OrderLink[]) {
  const used = netConsumption(rows);
  const made = rows.filter((row) => row.kind === 'output');
  const linkedProducts = new Set(orderLinks.map((link) => link.componentProductId));
  const tied = linkedProducts.size === 0 ? used : used.filter(({ row }) => !linkedProducts.has(row.productId));
  const runs = namedRuns(rows);
  const every = [...runs.values()];
  const runsIn = ({ run, runId }: OrderRow): number[] => (run === '' ? every : [runId]);
  return { used, tied, made, runs, runsIn, linkedProducts, links: linksThatHold(orderLinks, used, made) };
}

/** The runs of an order by name; the run without a name counts only where no other is named. */
function namedRuns(rows: readonly OrderRow[]): Map<string, number> {
  const runs = new Map<string, number>();
  for (const { run, runId } of rows) runs.set(run, runId);
  if (runs.size > 1) runs.delete('');
  return runs;
}

function linksThatHold(links: readonly OrderLink[], used: readonly UsedRow[], made: readonly OrderRow[]): HeldLink[] {
  if (links.length === 0) return [];
  const usedRows = Map.groupBy(used, ({ row }) => row.unit);
  const madeUnits = new Set(made.map((row) => row.unit));
  return links.flatMap((link) => {
    const rows = usedRows.get(link.component);
    if (rows === undefined || !madeUnits.has(link.parent)) return [];
    return [{ ...link, moments: [...new Set(rows.map(({ row }) => row.at))] }];
  });
}

/** Rows without a run stand in every entry with their full quantity. */
function runEntries(
  rows: readonly OrderRow[],
  used: readonly UsedRow[],
  made: readonly OrderRow[],
  runs: ReadonlyMap<string, number>,
): RunEntry[] {
  const usedIn = Map.groupBy(used, ({ row }) => row.run);
  const madeIn = Map.groupBy(made, (row) => row.run);
  return [...runs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([run, runId]) => {
      const groups = run === '' ? [''] : [run, ''];
      const consumed = groups.flatMap((name) => usedIn.get(name) ?? []);
      const outputs = groups.flatMap((name) => madeIn.get(name) ?? []);
      const at =
        earliest(outputs) ??
        earliest(consumed.map(({ row }) => row)) ??
        earliest(rows.filter((row) => groups.includes(row.run))) ??
        0;
      return {
        runId,
        run,
        at,
        inputs: sumByUnit(consumed.map(({ row, left }) => ({ unit: row.unit, quantity: left }))),
        outputs: sumByUnit(outputs.map((row) => ({ unit: row.unit, quantity: BigInt(row.quantity) }))),
      };
    });
}

const earliest = (rows: readonly OrderRow[]): Moment | undefined =>
  rows.reduce<Moment | undefined>((first, { at }) => (first === undefined || at < first ? at : first), undefined);

function sumByUnit(quantities: readonly UnitQuantity[]): UnitQuantity[] {
  const sums = new Map<number, bigint>();
  for (const { unit, quantity } of quantities) sums.set(unit, (sums.get(unit) ?? 0n) + quantity);
  return [...sums].map(([unit, quantity]) => ({ unit, quantity }));
}
