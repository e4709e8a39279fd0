import type { TracePicture } from '../trace.hooks.ts';

type Node = TracePicture['nodes'][number];

/**
 * The layer of each node by its id, from 0 at the left: suppliers, then step by step with the runs between the steps,
 * customers at the right. Downstream the root's step is the first, upstream the last.
 */
export function layersOf({ nodes, links, direction }: TracePicture): ReadonlyMap<string, number> {
  const stepOf = stepsOf({ nodes, links, direction });
  const steps = [...stepOf.values()];
  const last = Math.max(0, ...steps.filter(Number.isFinite));
  const layerOf = (node: Node): number => {
    const side = node.kind === 'partner' ? node.side : node.kind === 'group' ? node.of : '';
    if (side === 'supplier') return 0;
    if (side === 'customer') return 2 * last + 3;
    const step = stepOf.get(node.id) ?? 0;
    return 1 + 2 * (direction === 'downstream' ? step : last - step);
  };
  return new Map(nodes.map((node) => [node.id, Math.round(layerOf(node))]));
}

/** Goods have their step; a run stands half a step from the nearest goods that came out of it, on the side of what went in. */
function stepsOf({
  nodes,
  links,
  direction,
}: Pick<TracePicture, 'nodes' | 'links' | 'direction'>): Map<string, number> {
  const steps = new Map<string, number>();
  for (const node of nodes)
    if (node.kind === 'unit' || (node.kind === 'group' && node.of === 'unit')) steps.set(node.id, node.depth);
  const goods = new Map(steps);
  const towardsInputs = direction === 'downstream' ? -0.5 : 0.5;
  for (const { from, to, kind } of links) {
    if (kind !== 'output') continue;
    const made = goods.get(to);
    if (made !== undefined)
      steps.set(from, Math.min(steps.get(from) ?? Number.POSITIVE_INFINITY, made + towardsInputs));
  }
  return steps;
}
