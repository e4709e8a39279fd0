import type { Edge, Node } from '@xyflow/react';
import type { TracePicture } from '../trace.hooks.ts';
import type { Arrangement, Point } from './arrangement.ts';

type PictureNode = TracePicture['nodes'][number];
export type PictureLink = TracePicture['links'][number];

/** How much a node has to do with the selected one: it is it, hangs on it, or neither. */
export type Nearness = 'chosen' | 'near' | 'far' | 'none';
export type NodeOnScreen = Node<{ node: PictureNode; nearness: Nearness }, 'trace'>;
export type LinkOnScreen = Edge<{ link: PictureLink; corners: readonly Point[]; nearness: Nearness }, 'trace'>;

export const linkId = ({ from, to, kind }: PictureLink): string => `${kind} ${from} ${to}`;

/** The picture as it is drawn, with what hangs on the selection standing out. */
export function flowOf(
  picture: TracePicture,
  arrangement: Arrangement,
  selected: string,
): { nodes: NodeOnScreen[]; edges: LinkOnScreen[] } {
  const near = neighboursOf(picture, selected);
  const nearness = (id: string): Nearness =>
    near === undefined ? 'none' : id === selected ? 'chosen' : near.has(id) ? 'near' : 'far';
  return {
    nodes: picture.nodes.map((node) => {
      const { x = 0, y = 0, width = 0, height = 0 } = arrangement.boxes.get(node.id) ?? {};
      return {
        id: node.id,
        type: 'trace',
        position: { x, y },
        width,
        height,
        data: { node, nearness: nearness(node.id) },
        selected: node.id === selected,
      };
    }),
    edges: picture.links.map((link, index) => {
      const id = linkId(link);
      const near = selected === '' ? 'none' : link.from === selected || link.to === selected ? 'near' : 'far';
      return {
        id,
        type: 'trace',
        source: link.from,
        target: link.to,
        data: { link, corners: arrangement.corners[index] ?? [], nearness: id === selected ? 'chosen' : near },
        selected: id === selected,
      };
    }),
  };
}

/** The nodes at the selection; undefined when nothing that is drawn is selected. */
function neighboursOf({ nodes, links }: TracePicture, selected: string): ReadonlySet<string> | undefined {
  const ends = links.filter((link) => link.from === selected || link.to === selected || linkId(link) === selected);
  if (ends.length === 0 && !nodes.some(({ id }) => id === selected)) return undefined;
  return new Set(ends.flatMap(({ from, to }) => [from, to]));
}
