import type { Moment } from '#shared/kernel/dates.ts';
import type { MovementKind } from '#shared/movements/vocabulary.ts';
import type { FigureName } from './contract.ts';
import { type HeldFigure, Attribution } from './attribution.ts';

/** A movement as the figures see it. Movements that were reversed, and those that reverse, are not among them. */
export type FigureRow = {
  id: number;
  at: Moment;
  kind: MovementKind;
  /** The unit taken from, and the unit that arrives or leaves: they differ where goods get their name, or lose it on return. */
  from: number;
  to: number;
  /** Micro units, above zero. */
  quantity: number;
  /** Whether the goods arrive at a place of the plant: distinguishes an adjustment upward from one downward. */
  arrives: boolean;
  /** Whether somebody wrote down why: asked of adjustments. */
  explained: boolean;
};

/**
 * The figures of one unit in micro units; stock on hand is known from the balances. `unexplained` is the part of
 * `adjusted` without a written reason.
 */
export type Flow = { [name in Exclude<FigureName, 'onHand'> | 'unexplained']: bigint };
export type Figures = { [name in FigureName]: bigint };

export const noFlow = (): Flow => ({
  opening: 0n,
  received: 0n,
  produced: 0n,
  consumed: 0n,
  shipped: 0n,
  returned: 0n,
  returnedToSupplier: 0n,
  scrapped: 0n,
  sampled: 0n,
  adjusted: 0n,
  unexplained: 0n,
});

/** Adds the figures of another unit. */
export function addFlow(sum: Flow, flow: Flow): void {
  // The keys of a literal are those of its type.
  for (const name of Object.keys(sum) as (keyof Flow)[]) if (flow[name] !== 0n) sum[name] += flow[name];
}

/** What must be on hand by the figures; over a unit's whole life it is what is on hand. */
export const balanceOf = (flow: Flow): bigint =>
  flow.opening +
  flow.received +
  flow.produced +
  flow.returned +
  flow.adjusted -
  flow.consumed -
  flow.shipped -
  flow.returnedToSupplier -
  flow.scrapped -
  flow.sampled;

/** What leaves a unit for good counts for the unit it leaves as; what comes back, for the unit it comes back as. */
const leaving: Partial<Record<MovementKind, keyof Flow>> = {
  consumption: 'consumed',
  shipment: 'shipped',
  'supplier-return': 'returnedToSupplier',
  scrap: 'scrapped',
  sample: 'sampled',
};
const arriving: Partial<Record<MovementKind, 'opening' | 'received' | 'produced' | 'returned'>> = {
  opening: 'opening',
  receipt: 'received',
  output: 'produced',
  'customer-return': 'returned',
};

/**
 * The figures of every unit the rows speak of. `rows` must hold all movements of every unit a goods' name
 * passes through (see attribution.ts), or the shares taken over come out short.
 *
 * With `since`, only what happened to a unit from that moment on counts for it: movements, and goods taken
 * over by naming. A unit that gives goods away by naming loses only such as counted for it.
 */
export function flowsByUnit(
  rows: readonly FigureRow[],
  since: (unit: number) => Moment = () => Number.NEGATIVE_INFINITY,
): Map<number, Flow> {
  const flows = new Map<number, Flow>();
  const flowOf = (unit: number): Flow => {
    const known = flows.get(unit);
    if (known !== undefined) return known;
    const fresh = noFlow();
    flows.set(unit, fresh);
    return fresh;
  };
  const attribution = new Attribution();
  for (const row of rows) {
    const entering = arrivingFigure(row);
    // What comes back under a name belongs to the named unit first, and is then given back to its lot.
    if (entering !== undefined) attribution.arrive(entering === 'returned' ? row.from : row.to, entering, row);
    if (row.from !== row.to) attribution.name(row);
    const [unit, name, quantity] = direct(row);
    const flow = flowOf(unit);
    if (name !== undefined && row.at >= since(unit)) count(flow, name, quantity);
  }
  const { held, strays } = attribution.settle();
  for (const { unit, figure, quantity, enteredAt } of held) {
    if (enteredAt >= since(unit)) count(flowOf(unit), figure, quantity);
  }
  // What production gave back without having taken it counts where the goods are now.
  for (const { from, to, quantity, at } of strays) {
    if (at >= since(from)) flowOf(from).consumed += quantity;
    if (at >= since(to)) flowOf(to).consumed -= quantity;
  }
  return flows;
}

/**
 * Adds to the figures of a whole product what crossed the plant's edge in one way. Names, which goods get or lose inside,
 * are nothing to it.
 */
export function addToProduct(
  flow: Flow,
  { kind, arrives, explained, quantity }: Pick<FigureRow, 'kind' | 'arrives' | 'explained'> & { quantity: bigint },
): void {
  if (kind === 'production-return') flow.consumed -= quantity;
  else if (kind === 'adjustment') count(flow, explained ? 'adjusted' : 'unexplained', arrives ? quantity : -quantity);
  else {
    const name = arriving[kind] ?? leaving[kind];
    if (name !== undefined) count(flow, name, quantity);
  }
}

function count(flow: Flow, figure: keyof Flow, quantity: bigint): void {
  flow[figure] += quantity;
  if (figure === 'unexplained') flow.adjusted += quantity;
}

function arrivingFigure(row: FigureRow): HeldFigure | undefined {
  if (row.kind === 'adjustment') return row.arrives ? adjustedFigure(row) : undefined;
  return arriving[row.kind];
}

const adjustedFigure = ({ explained }: FigureRow) => (explained ? 'adjusted' : 'unexplained');

/** The unit a row counts for and how, apart from what can be taken over. */
function direct(row: FigureRow): [unit: number, name: keyof Flow | undefined, quantity: bigint] {
  const quantity = BigInt(row.quantity);
  if (row.kind === 'production-return') return [row.from, 'consumed', -quantity];
  if (row.kind === 'adjustment' && !row.arrives) return [row.to, adjustedFigure(row), -quantity];
  return [row.to, leaving[row.kind], quantity];
}

/**
 * How much of what came in is accounted for, in percent with two decimals:
 * 100 × (1 − Σ|net adjusted of each unit| ÷ Σ(opening + received + produced)), rounded down, never below 0;
 * with nothing to divide by 100.00 when nothing was adjusted, else 0.00.
 */
export function accountedPercent(
  flows: Iterable<Pick<Flow, 'adjusted' | 'opening' | 'received' | 'produced'>>,
): string {
  let adjusted = 0n;
  let cameIn = 0n;
  for (const flow of flows) {
    adjusted += flow.adjusted < 0n ? -flow.adjusted : flow.adjusted;
    cameIn += flow.opening + flow.received + flow.produced;
  }
  return percentLeft(cameIn, adjusted);
}

/** 100 × (1 − lost ÷ whole), rounded down to two decimals, never below 0; with nothing to divide by 100.00 when nothing is lost, else 0.00. */
export function percentLeft(whole: bigint, lost: bigint): string {
  if (whole <= 0n) return lost === 0n ? '100.00' : '0.00';
  const hundredths = lost >= whole ? 0n : ((whole - lost) * 10_000n) / whole;
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}
