import { fill } from '#main/documents/words.ts';
import type { ReportFrame, ReportNode, ReportPicture, ReportQuantity } from '#shared/kernel/reportModel.ts';
import { formatQuantity, parseQuantity } from '#shared/kernel/quantity.ts';
import { compareCodes } from '#shared/kernel/natural.ts';
import type { Outputs } from '#shared/contract.ts';
import { shortList } from './traceReport.ts';
import { partnerNodeId, unitNodeId } from '#shared/trace/picture.ts';
import { formatUnitShort, measured, numberOf, textsOf } from '#main/documents/reportFrame.ts';

/** So many nodes of a column are drawn on paper; the rest stand as one. */
const mostInColumn = 18;
/** More steps than this do not fit beside each other; those further away stand in the last column. */
const mostSteps = 5;

type Column = { title: string; nodes: ReportNode[]; more: string };

/** A view of a trace with its lists whole. */
type TraceAnswer = Outputs['trace']['view'];

/**
 * A trace small enough for paper: one column for each step, suppliers at the left, customers at the right. Beside goods
 * stands the run that made them, and how much went on from there, or of the goods asked about came in.
 */
export function tracePicture(answer: TraceAnswer, frame: ReportFrame): ReportPicture {
  const { trace, fields } = textsOf(frame);
  const breaks = new Set(answer.breaks.map(unitNodeId));
  const roots = new Set(answer.roots.map(unitNodeId));
  const madeIn = runsOf(answer, frame);
  const stepOf = (depth: number): number => Math.min(depth, mostSteps);
  const nodes = answer.units.map((unit) => {
    const id = unitNodeId(unit);
    const mark = roots.has(id) ? ('asked' as const) : breaks.has(id) ? ('break' as const) : undefined;
    const number = numberOf(unit);
    // Goods without a number of their own are said by their product.
    const said =
      number === ''
        ? { code: unit.product, note: frame.products.get(unit.product)?.name ?? '' }
        : { code: number, note: unit.product };
    const amount = roots.has(id) || answer.direction === 'downstream' ? unit.cameIn : unit.used;
    const node: ReportNode = {
      id,
      ...said,
      ...(mark && { mark }),
      ...(amount !== '0' && { quantity: measured(frame, unit.product, amount) }),
      ...madeIn.get(id),
    };
    return { step: stepOf(unit.depth), node };
  });
  const steps = [...Map.groupBy(nodes, ({ step }) => step)].sort(([a], [b]) => a - b);
  const goods = steps.map(([step, those]) => ({
    title: step === 0 ? trace.graph.asked : fill(trace.graph.level, { depth: String(step) }),
    nodes: those.map(({ node }) => node),
    more: `more/${step}`,
  }));
  const columns = [
    partners(
      'supplier',
      answer.receipts.map((row) => ({ ...row, partner: row.supplier })),
    ),
    ...(answer.direction === 'upstream' ? goods.reverse() : goods),
    partners(
      'customer',
      answer.shipments.map((row) => ({ ...row, partner: row.customer })),
    ),
  ].filter(({ nodes: those }) => those.length > 0);
  const standIn = new Map(columns.flatMap(foldedOf));
  const said = answer.roots.slice(0, 3).map(formatUnitShort).join(', ');
  return {
    description: fill(trace.graph.described, { what: said, direction: trace[answer.direction] }),
    columns: columns.map((column) => ({ title: column.title, nodes: drawnOf(column) })),
    links: linksOf(answer)
      .flatMap(([from, to]) => {
        const [start, end] = [standIn.get(from), standIn.get(to)];
        return start === undefined || end === undefined ? [] : [{ from: start, to: end }];
      })
      .filter(onlyOnce()),
  };

  function partners(side: 'supplier' | 'customer', deliveries: readonly Delivered[]): Column {
    const all = [...Map.groupBy(deliveries, ({ partner }) => partner)].sort(([a], [b]) => compareCodes(a, b));
    return {
      title: fields[side],
      nodes: all.map(([code, those]) => ({
        id: partnerNodeId(side, code),
        code,
        note: frame.partners.get(code)?.name ?? '',
        ...sumOf(those, frame),
      })),
      more: `more/${side}`,
    };
  }
}

type Delivered = { partner: string; product: string; quantity: string };

/** How much was delivered, where all of it is measured alike. */
function sumOf(those: readonly Delivered[], frame: ReportFrame): { quantity?: ReportQuantity } {
  const [unit, ...others] = new Set(those.map(({ product }) => frame.products.get(product)?.unitOfMeasure ?? ''));
  if (unit === undefined || others.length > 0) return {};
  const sum = those.reduce((before, { quantity }) => before + (parseQuantity(quantity) ?? 0n), 0n);
  return { quantity: { amount: formatQuantity(sum), unit } };
}

/** In which run goods were made, by their ids; the first of them and how many more. */
function runsOf({ runs }: TraceAnswer, frame: ReportFrame): Map<string, { run: string }> {
  const { trace, common } = textsOf(frame);
  const made = runs.flatMap(({ workOrder, run, outputs }) => {
    const said = run === '' ? workOrder : fill(trace.graph.runSaid, { workOrder, run });
    return outputs.map((output) => ({ id: unitNodeId(output), said }));
  });
  return new Map(
    Array.from(
      Map.groupBy(made, ({ id }) => id),
      ([id, all]) => [id, { run: shortList([...new Set(all.map(({ said }) => said))], common.more) }] as const,
    ),
  );
}

/** What is asked about and what has a hole is drawn before the rest. */
function drawnOf({ nodes, more }: Column): ReportNode[] {
  if (nodes.length <= mostInColumn) return nodes;
  const first = firstOf(nodes);
  return [...first, { id: more, code: '', more: nodes.length - first.length }];
}
const firstOf = (nodes: readonly ReportNode[]): ReportNode[] =>
  nodes.toSorted((a, b) => Number(b.mark !== undefined) - Number(a.mark !== undefined)).slice(0, mostInColumn - 1);

/** Which drawn node stands for each node of a column. */
function foldedOf(column: Column): [id: string, standIn: string][] {
  const drawn = new Set(drawnOf(column).map(({ id }) => id));
  return column.nodes.map(({ id }) => [id, drawn.has(id) ? id : column.more]);
}

/** Goods to goods through each run, component to what it was built into, and partners. */
function linksOf({ runs, serialLinks, receipts, shipments }: TraceAnswer): [from: string, to: string][] {
  const linked = new Set(serialLinks.map(({ workOrder, component }) => `${workOrder} ${unitNodeId(component)}`));
  return [
    ...runs.flatMap(({ workOrder, inputs, outputs }) =>
      inputs
        .filter((input) => !linked.has(`${workOrder} ${unitNodeId(input)}`))
        .flatMap((input) => outputs.map((output): [string, string] => [unitNodeId(input), unitNodeId(output)])),
    ),
    ...serialLinks.map(({ component, parent }): [string, string] => [unitNodeId(component), unitNodeId(parent)]),
    ...receipts.map((row): [string, string] => [partnerNodeId('supplier', row.supplier), unitNodeId(row)]),
    ...shipments.map((row): [string, string] => [unitNodeId(row), partnerNodeId('customer', row.customer)]),
  ];
}

function onlyOnce(): (link: { from: string; to: string }) => boolean {
  const seen = new Set<string>();
  return ({ from, to }) => {
    const key = `${from} ${to}`;
    if (from === to || seen.has(key)) return false;
    seen.add(key);
    return true;
  };
}
