import type { Database } from 'better-sqlite3';
import { formatMoment } from '#shared/kernel/dates.ts';
import { exactSum, readSum } from '#main/store/exactSum.ts';
import { formatQuantity } from '#shared/kernel/quantity.ts';
import { compareText } from '#shared/kernel/unit.ts';
import type { PictureLinkText, PictureNodeText } from '#shared/trace/contract.ts';
import {
  type GroupNode,
  groupPicture,
  type PartnerNode,
  type Picture,
  type PictureLink,
  type PictureNode,
  partnerNodeId,
  type RunNode,
  runNodeId,
  type SingleNode,
  type UnitNode,
  unitNodeId,
} from '#shared/trace/picture.ts';
import type { BreakReason, PictureLinkKind } from '#shared/trace/vocabulary.ts';
import type { TraceLists } from './traceLists.queries.ts';
import type { HeldUnits } from '#main/features/holds/heldUnits.queries.ts';
import { unitOf } from './units.queries.ts';
import { notReversed, readByIds } from './wanted.queries.ts';

/** A trace as nodes and links, grouped where it is large, as the contract has it. */
export function pictureOf(db: Database, lists: TraceLists, expanded: readonly string[], held: HeldUnits = []) {
  const whole = wholePicture(db, lists, held);
  const { nodes, links } = groupPicture(whole, expanded);
  return {
    direction: lists.traced.direction,
    nodes: nodes.map(presentNode),
    links: links.map(presentLink),
    counts: { nodes: whole.nodes.length, links: whole.links.length, breaks: lists.breaks.length },
  };
}

/** Every unit of the trace, the runs between them, and the partners they came from or went to. */
export function wholePicture(db: Database, lists: TraceLists, held: HeldUnits): Picture<SingleNode> {
  const links = [...runLinks(lists), ...serialLinks(lists), ...namingLinks(db, lists), ...partnerLinks(lists)];
  const nodes = [...unitNodes(db, lists, held), ...runNodes(lists, links), ...partnerNodes(db, lists)];
  const known = new Set(nodes.map(({ id }) => id));
  return { nodes, links: links.filter(({ from, to }) => known.has(from) && known.has(to)) };
}

/** One link between goods and something else. */
function goodsLink(
  { book }: TraceLists['traced'],
  goods: number,
  link: { kind: PictureLinkKind; other: string; goodsFirst: boolean; quantity: bigint },
): PictureLink {
  const row = book.unit(goods);
  const [from, to] = link.goodsFirst ? [unitNodeId(row), link.other] : [link.other, unitNodeId(row)];
  const { unitOfMeasure } = book.product(row.productId);
  return { from, to, kind: link.kind, quantity: link.quantity, unitOfMeasure, count: 1 };
}

/** What went into each run and came out of it. What a link ties to one output is not drawn as if it went into all of them. */
function runLinks({ traced, runs, links }: TraceLists): PictureLink[] {
  const linked = new Set(links.map(({ workOrder, component }) => `${component} ${workOrder}`));
  return runs.flatMap(({ workOrder, run, inputs, outputs }) => {
    const other = runNodeId(workOrder, run);
    const into = inputs
      .filter(({ unit }) => traced.byId.has(unit) && !linked.has(`${unit} ${workOrder}`))
      .map(({ unit, quantity }) => goodsLink(traced, unit, { kind: 'consumption', other, goodsFirst: true, quantity }));
    const outOf = outputs
      .filter(({ unit }) => traced.byId.has(unit))
      .map(({ unit, quantity }) => goodsLink(traced, unit, { kind: 'output', other, goodsFirst: false, quantity }));
    return [...into, ...outOf];
  });
}

const serialLinks = ({ traced, links }: TraceLists): PictureLink[] =>
  links.map(({ parent, component, quantity }) => {
    const other = unitNodeId(traced.book.unit(parent));
    return goodsLink(traced, component, { kind: 'link', other, goodsFirst: true, quantity: BigInt(quantity) });
  });

function partnerLinks({ traced, receipts, shipments }: TraceLists): PictureLink[] {
  const received = receipts.map(({ unit, partner, quantity }) =>
    goodsLink(traced, unit, {
      kind: 'receipt',
      other: partnerNodeId('supplier', partner),
      goodsFirst: false,
      quantity: BigInt(quantity),
    }),
  );
  const shipped = shipments.map(({ unit, partner, quantity }) =>
    goodsLink(traced, unit, {
      kind: 'shipment',
      other: partnerNodeId('customer', partner),
      goodsFirst: true,
      quantity: BigInt(quantity),
    }),
  );
  return [...received, ...shipped];
}

/** A run of which only one side was traced adds nothing to the trace. */
function runNodes({ runs }: TraceLists, links: readonly PictureLink[]): RunNode[] {
  const [into, outOf] = [new Set(links.map(({ to }) => to)), new Set(links.map(({ from }) => from))];
  return runs
    .map(({ workOrder, run, at }) => ({
      id: runNodeId(workOrder, run),
      kind: 'run' as const,
      workOrder,
      run,
      at: formatMoment(at),
    }))
    .filter(({ id }) => into.has(id) && outOf.has(id));
}

/** Goods that got a lot or serial: both units in the trace. */
function namingLinks(db: Database, { traced }: TraceLists): PictureLink[] {
  const rows = readByIds<{ fromUnit: number; toUnit: number; quantity: number }>(
    db,
    (ids) => `select m.from_unit_id as fromUnit, m.to_unit_id as toUnit, m.quantity from movement m
      where m.from_unit_id in ${ids} and m.from_unit_id <> m.to_unit_id and ${notReversed}`,
    traced.units.map(({ id }) => id),
  );
  return rows
    .filter(({ toUnit }) => traced.byId.has(toUnit))
    .map(({ fromUnit, toUnit, quantity }) => {
      const other = unitNodeId(traced.book.unit(toUnit));
      return goodsLink(traced, fromUnit, { kind: 'naming', other, goodsFirst: true, quantity: BigInt(quantity) });
    });
}

function unitNodes(db: Database, { traced, breaks }: TraceLists, held: HeldUnits): UnitNode[] {
  const rows = readByIds<{ unit: number; status: string; quantity: string }>(
    db,
    (ids) =>
      `select unit_id as unit, status, ${exactSum('quantity')} as quantity from balance where unit_id in ${ids} group by unit_id, status`,
    traced.units.map(({ id }) => id),
  );
  const lying = Map.groupBy(rows, ({ unit }) => unit);
  const why = Map.groupBy(breaks, ({ unit }) => unitNodeId(unit));
  const roots = new Set(traced.roots.map(({ id }) => id));
  const heldOf = new Map(held);
  return traced.units.map((unit) => {
    const id = unitNodeId(unit);
    const stock = lying.get(unit.id) ?? [];
    const onHand = stock.reduce((sum, { quantity }) => sum + readSum(quantity), 0n);
    const onHold = BigInt(heldOf.get(unit.id) ?? 0);
    return {
      id,
      kind: 'unit',
      unit: unitOf(unit),
      depth: unit.depth,
      root: roots.has(unit.id),
      onHand,
      held: onHold === 0n ? '' : onHold < onHand ? 'part' : 'whole',
      unitOfMeasure: traced.book.product(unit.productId).unitOfMeasure,
      statuses: stock.map(({ status }) => status).sort(compareText),
      breaks: [...new Set<BreakReason>(why.get(id)?.map((row) => row.why))],
    };
  });
}

function partnerNodes(db: Database, { traced, receipts, shipments }: TraceLists): PartnerNode[] {
  const codes = {
    supplier: [...new Set(receipts.map(({ partner }) => partner))],
    customer: [...new Set(shipments.map(({ partner }) => partner))],
  };
  const rows = readByIds<{ code: string; name: string }>(
    db,
    (list) => `select code, name from partner where code in ${list}`,
    [...new Set([...codes.supplier, ...codes.customer])],
  );
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return (['supplier', 'customer'] as const).flatMap((side) =>
    codes[side]
      .sort(traced.book.ordering.codes)
      .map((code) => ({ id: partnerNodeId(side, code), kind: 'partner', side, code, name: names.get(code) ?? '' })),
  );
}

function presentNode(node: PictureNode): PictureNodeText {
  return node.kind === 'unit' || node.kind === 'group' ? presentGoods(node) : { ...node };
}

const presentGoods = (node: UnitNode | GroupNode): PictureNodeText => ({
  ...node,
  onHand: formatQuantity(node.onHand),
  statuses: [...node.statuses],
  breaks: [...node.breaks],
});

const presentLink = ({ quantity, unitOfMeasure, ...link }: PictureLink): PictureLinkText => ({
  ...link,
  unitOfMeasure,
  quantity: unitOfMeasure === '' ? '' : formatQuantity(quantity),
});
