import elkModule, { type ElkLabel, type ElkNode } from 'elkjs/lib/elk-api.js';
import elkWorker from 'elkjs/lib/elk-worker.min.js?url';
import type { TracePicture } from '../trace.hooks.ts';
import type { Arrangement, Point } from './arrangement.ts';
import { arrangeInColumns } from './columns.ts';
import { type LabelEnd, labelEnds, labelWidth } from './labels.ts';
import { layersOf } from './layers.ts';

type Node = TracePicture['nodes'][number];

/** Every row has one height; what is only passed through is narrower. */
const sizes: Record<Node['kind'], { width: number; height: number }> = {
  unit: { width: 148, height: 48 },
  group: { width: 148, height: 48 },
  run: { width: 100, height: 48 },
  partner: { width: 152, height: 48 },
};

const layered = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.partitioning.activate': 'true',
  // Quantities take what room they need beside this.
  'elk.layered.spacing.nodeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeNodeBetweenLayers': '8',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.spacing.nodeNode': '12',
  'elk.spacing.edgeNode': '12',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
};
/** Above this, finding a place for every link would take longer than a person waits (516 nodes with 2,865 links: 12 s). */
const mostNodesRouted = 200;
const mostLinksRouted = 500;

/**
 * Arranges a picture in layers from suppliers on the left to customers on the right, in a worker; a large one in plain
 * columns. Aborting ends the worker.
 */
export async function arrange(picture: TracePicture, signal: AbortSignal): Promise<Arrangement> {
  if (picture.nodes.length > mostNodesRouted || picture.links.length > mostLinksRouted)
    return arrangeInColumns(picture, ({ kind }) => sizes[kind]);
  const elk = new elkModule.default({ workerFactory: () => new Worker(elkWorker) });
  const stop = (): void => elk.terminateWorker();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return read(await elk.layout(graphOf(picture)), picture);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

function graphOf(picture: TracePicture): ElkNode {
  const layers = layersOf(picture);
  const ends = labelEnds(picture.links);
  return {
    id: 'trace',
    layoutOptions: layered,
    children: picture.nodes.map(({ id, kind }) => ({
      id,
      ...sizes[kind],
      layoutOptions: { 'elk.partitioning.partition': String(layers.get(id) ?? 0) },
    })),
    edges: picture.links.map((link, index) => ({
      id: String(index),
      sources: [link.from],
      targets: [link.to],
      labels: quantityLabels(link, ends[index]),
    })),
  };
}

/** Room beside the node for a quantity, which stands on the line where labelPlace has it: so it takes no height. */
function quantityLabels({ quantity, unitOfMeasure }: TracePicture['links'][number], end: LabelEnd = 'to'): ElkLabel[] {
  if (unitOfMeasure === '') return [];
  const text = `${quantity} ${unitOfMeasure}`;
  const placement = end === 'from' ? 'TAIL' : 'HEAD';
  return [{ text, width: labelWidth(text), height: 1, layoutOptions: { 'elk.edgeLabels.placement': placement } }];
}

function read(arranged: ElkNode, { links }: TracePicture): Arrangement {
  const boxes = new Map(
    (arranged.children ?? []).map(({ id, x = 0, y = 0, width = 0, height = 0 }) => [id, { x, y, width, height }]),
  );
  const corners: Point[][] = links.map(() => []);
  for (const { id, sections } of arranged.edges ?? []) {
    const section = sections?.[0];
    if (section === undefined) continue;
    corners[Number(id)] = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  }
  return { boxes, corners };
}
