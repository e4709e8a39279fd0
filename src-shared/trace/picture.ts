import { type HeldPart, heldTogether } from '#shared/holds/vocabulary.ts';
import { compareText, type Unit } from '#shared/kernel/unit.ts';
import type { BreakReason, PictureLinkKind } from './vocabulary.ts';

/**
 * What a picture shows of goods: `onHand` in millionths, every status they are in, and why the trace ends or has a
 * hole here.
 */
export type GoodsState = {
  onHand: bigint;
  unitOfMeasure: string;
  statuses: readonly string[];
  breaks: readonly BreakReason[];
  /** How much of what lies here is on hold. */
  held: HeldPart;
};

export type UnitNode = GoodsState & { id: string; kind: 'unit'; unit: Unit; depth: number; root: boolean };
export type RunNode = { id: string; kind: 'run'; workOrder: string; run: string; at: string };
export type PartnerNode = { id: string; kind: 'partner'; side: 'supplier' | 'customer'; code: string; name: string };
export type SingleNode = UnitNode | RunNode | PartnerNode;
/** Several nodes drawn as one: units of one product and depth, runs that make one product, suppliers or customers. */
export type GroupNode = GoodsState & {
  id: string;
  kind: 'group';
  of: 'unit' | 'run' | PartnerNode['side'];
  /** The product of units, or the one that runs make; "" for partners, and for all products of a step. */
  product: string;
  depth: number;
  count: number;
  /** Whether some of the group are drawn on their own already, and these are the rest. */
  rest: boolean;
};
export type PictureNode = SingleNode | GroupNode;

/** `quantity` in millionths of `unitOfMeasure`; several links drawn as one have their sum, and "" where they are measured differently. */
export type PictureLink = {
  from: string;
  to: string;
  kind: PictureLinkKind;
  quantity: bigint;
  unitOfMeasure: string;
  count: number;
};

export type Picture<Node extends PictureNode = PictureNode> = {
  readonly nodes: readonly Node[];
  readonly links: readonly PictureLink[];
};

/** Up to so many nodes a picture is drawn as it is, but for what is `mostAlike`. */
export const mostDrawnSingly = 150;
/**
 * In such a picture, too, more than so many equal ones side by side are drawn as one: their column could not be seen at
 * once. Whom goods came from and went to is what a person looks for, so that more of those stand on their own.
 */
export const mostAlike = { unit: 12, run: 12, partner: 24 };
/** The limit of nodes in a picture, however much is expanded. */
export const mostNodes = 2_000;
/** Fewer than this are not worth a group. */
const smallestGroup = 3;

const idOf = (kind: string, ...parts: readonly string[]): string => [kind, ...parts.map(encodeURIComponent)].join('/');
export const unitNodeId = ({ product, lot, sublot, serial }: Unit): string => idOf('u', product, lot, sublot, serial);
export const runNodeId = (workOrder: string, run: string): string => idOf('r', workOrder, run);
export const groupIdOf = (...of: readonly string[]): string => idOf('g', ...of);
export const partnerNodeId = (side: PartnerNode['side'], code: string): string => idOf(side, code);

/**
 * Makes a picture readable: like nodes become groups, except the roots and the groups a person expanded. Of an expanded
 * group as many members as there is room for are drawn, those with a break or not released first. In a picture that is
 * not large they are drawn beside their group as well, unless they are many.
 *
 * @param expanded ids of groups, as this function gave them
 */
export function groupPicture(whole: Picture<SingleNode>, expanded: readonly string[]): Picture {
  const opened = new Set(expanded);
  const isLarge = whole.nodes.length > mostDrawnSingly;
  const [open, closed] = partition(
    [...Map.groupBy(whole.nodes, readableGroupsOf(whole, opened))],
    ([id, nodes]) => opened.has(id) || nodes.length < (isLarge ? smallestGroup : smallestGroupIn(nodes)),
  );
  const folded = new Map(closed.map(([id, nodes]) => [id, isLarge ? nodes.filter(isNoRoot) : equalOnes(nodes)]));
  let room = mostNodes - closed.length - open.length - whole.nodes.filter(isRoot).length;
  for (const [id, nodes] of open) {
    const drawn = nodes.length <= room ? nodes : nodes.toSorted(byConcern).slice(0, Math.max(room, 0));
    room -= drawn.length;
    if (drawn.length === nodes.length) continue;
    const alone = new Set(drawn);
    folded.set(
      id,
      nodes.filter((node) => !alone.has(node)),
    );
  }

  const groups = new Map<SingleNode, GroupNode>();
  for (const [id, nodes] of folded) {
    const group = groupOf(id, nodes, opened.has(id));
    for (const node of nodes) groups.set(node, group);
  }
  // In the order of the whole, a group where its first member was.
  const nodes = [...new Set<PictureNode>(whole.nodes.map((node) => groups.get(node) ?? node))];
  const standIn = new Map([...groups].map(([node, group]) => [node.id, group.id]));
  return { nodes, links: mergedLinks(whole.links, standIn) };
}

/**
 * Where even groups of like nodes are too many, all nodes of one step form one group, until a person expands the
 * step.
 */
function readableGroupsOf(whole: Picture<SingleNode>, opened: ReadonlySet<string>): (node: SingleNode) => string {
  const likeGroup = groupIdFor(whole);
  const isCrowded = new Set(whole.nodes.map(likeGroup)).size > mostDrawnSingly;
  if (!isCrowded) return likeGroup;
  return (node) => {
    const id = likeGroup(node);
    if (node.kind === 'partner') return id;
    const step = id.slice(0, id.lastIndexOf('/') + 1);
    return opened.has(step) ? id : step;
  };
}

const smallestGroupIn = ([node]: readonly SingleNode[]): number => (node === undefined ? 0 : mostAlike[node.kind] + 1);

/** Those of a group that nobody looks for; all but the roots where too many are. */
function equalOnes(nodes: readonly SingleNode[]): SingleNode[] {
  const equal = nodes.filter((node) => concern(node) === 0);
  if (nodes.length - equal.length > mostAlike.unit) return nodes.filter(isNoRoot);
  return equal.length < smallestGroup ? [] : equal;
}

const isNoRoot = (node: SingleNode): boolean => !isRoot(node);
const isRoot = (node: SingleNode): boolean => node.kind === 'unit' && node.root;

/** Runs belong together when they make the same product as many steps away. */
function groupIdFor({ nodes, links }: Picture<SingleNode>): (node: SingleNode) => string {
  const units = new Map(nodes.flatMap((node) => (node.kind === 'unit' ? [[node.id, node] as const] : [])));
  const made = new Map<string, UnitNode>();
  for (const { from, to, kind } of links) {
    const output = kind === 'output' ? units.get(to) : undefined;
    const known = made.get(from);
    if (output !== undefined && (known === undefined || compareText(output.id, known.id) < 0)) made.set(from, output);
  }
  return (node) => {
    if (node.kind === 'unit') return groupIdOf('unit', String(node.depth), node.unit.product);
    if (node.kind === 'partner') return groupIdOf(node.side);
    const output = made.get(node.id);
    return groupIdOf('run', String(output?.depth ?? 0), output?.unit.product ?? '');
  };
}

function groupOf(id: string, nodes: readonly SingleNode[], rest: boolean): GroupNode {
  const units = nodes.filter((node) => node.kind === 'unit');
  const [, , depth = '0', product = ''] = id.split('/').map(decodeURIComponent);
  return {
    id,
    kind: 'group',
    of: nodes[0]?.kind === 'partner' ? nodes[0].side : (nodes[0]?.kind ?? 'unit'),
    product,
    depth: Number(depth),
    count: nodes.length,
    rest,
    onHand: units.reduce((sum, unit) => sum + unit.onHand, 0n),
    unitOfMeasure: units[0]?.unitOfMeasure ?? '',
    statuses: [...new Set(units.flatMap((unit) => unit.statuses))].sort(compareText),
    breaks: [...new Set(units.flatMap((unit) => unit.breaks))].sort(compareText),
    held: heldTogether(units.filter((unit) => unit.onHand !== 0n).map((unit) => unit.held)),
  };
}

/** What a person looks for first: the roots, holes in the record, goods that are not released or on hold. */
const byConcern = (a: SingleNode, b: SingleNode): number => concern(b) - concern(a);
function concern(node: SingleNode): number {
  if (node.kind !== 'unit') return 0;
  const notReleased = node.statuses.some((status) => !status.startsWith('A'));
  return (node.root ? 4 : 0) + (node.breaks.length > 0 ? 2 : 0) + (notReleased || node.held !== '' ? 1 : 0);
}

/** Links between nodes that are drawn; several between the same two become one, those within a group none. */
function mergedLinks(links: readonly PictureLink[], standIn: ReadonlyMap<string, string>): PictureLink[] {
  const merged = new Map<string, PictureLink>();
  for (const link of links) {
    const from = standIn.get(link.from) ?? link.from;
    const to = standIn.get(link.to) ?? link.to;
    if (from === to) continue;
    const key = `${link.kind} ${from} ${to}`;
    const known = merged.get(key);
    const alike = known === undefined || known.unitOfMeasure === link.unitOfMeasure;
    merged.set(key, {
      from,
      to,
      kind: link.kind,
      quantity: alike ? (known?.quantity ?? 0n) + link.quantity : 0n,
      unitOfMeasure: alike ? link.unitOfMeasure : '',
      count: (known?.count ?? 0) + link.count,
    });
  }
  return [...merged.values()];
}

function partition<T>(items: readonly T[], holds: (item: T) => boolean): [T[], T[]] {
  const sides: [T[], T[]] = [[], []];
  for (const item of items) sides[holds(item) ? 0 : 1].push(item);
  return sides;
}
