import elkModule, { type ElkNode } from 'elkjs/lib/elk-api.js';
import elkWorker from 'elkjs/lib/elk-worker.min.js?url';
import type { TracePicture } from '../trace.hooks.ts';
import type { Arrangement, Point } from './arrangement.ts';
import { arrangeInColumns } from './columns.ts';
import { layersOf } from './layers.ts';

type Node = TracePicture['nodes'][number];

/** Every row has one height; what is only passed through is narrower. */
const sizes: Record<Node['kind'], { width: number; height: number }> = {
  unit: { width: 184, height: 44 },
  group: { width: 184, height: 44 },
  run: { width: 128, height: 44 },
  partner: { width: 152, height: 44 },
};

const layered = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.partitioning.activate': 'true',
  'elk.layered.spacing.nodeNodeBetweenLayers': '56',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
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
  return {
    id: 'trace',
    layoutOptions: layered,
    children: picture.nodes.map(({ id, kind }) => ({
      id,
      ...sizes[kind],
      layoutOptions: { 'elk.partitioning.partition': String(layers.get(id) ?? 0) },
    })),
    edges: picture.links.map(({ from, to }, index) => ({ id: String(index), sources: [from], targets: [to] })),
  };
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
