import type { Edge, Node } from '@xyflow/react';
import type { TracePicture } from '../trace.hooks.ts';
import type { Arrangement, Point } from './arrangement.ts';
import { type LabelEnd, labelEnds } from './labels.ts';
import { linkName, nodesSaid, quantitySaid, type Tongue } from './names.ts';

type PictureNode = TracePicture['nodes'][number];
export type PictureLink = TracePicture['links'][number];

/** How much a node has to do with the selected one: it is it, hangs on it, or neither. */
export type Nearness = 'chosen' | 'near' | 'far' | 'none';
/** `place` tells nodes apart on the page; `said` is what is heard of one; the keyboard is at the `isCurrent` one. */
type NodeData = { node: PictureNode; place: number; said: string; nearness: Nearness; isCurrent: boolean };
type LinkData = { link: PictureLink; corners: readonly Point[]; end: LabelEnd; quantity: string; nearness: Nearness };
export type NodeOnScreen = Node<NodeData, 'trace'>;
export type LinkOnScreen = Edge<LinkData, 'trace'>;

export const linkId = ({ from, to, kind }: PictureLink): string => `${kind} ${from} ${to}`;
/** The id of a node's element. */
export const elementIdOf = (place: number): string => `trace-node-${place}`;

/** What does not change while a person walks through a picture: its names, and where its quantities stand. */
export type Named = { said: ReadonlyMap<string, string>; links: readonly { name: string; quantity: string }[] };
export function namesOf(picture: TracePicture, tongue: Tongue): Named {
  const nodes = new Map(picture.nodes.map((node) => [node.id, node]));
  return {
    said: nodesSaid(tongue, picture),
    links: picture.links.map((link) => ({
      name: linkName(tongue, link, nodes),
      quantity: quantitySaid(tongue.locale, link),
    })),
  };
}

/** The library calls each "node" or "edge" aloud, which is nobody's word. */
const withoutRole = { 'aria-roledescription': undefined };

/** The picture as it is drawn, with what hangs on the selection standing out. */
export function flowOf(
  picture: TracePicture,
  arrangement: Arrangement,
  { said, links }: Named,
  { selected, current }: { selected: string; current: string },
): { nodes: NodeOnScreen[]; edges: LinkOnScreen[] } {
  const near = neighboursOf(picture, selected);
  const nearness = (id: string): Nearness =>
    near === undefined ? 'none' : id === selected ? 'chosen' : near.has(id) ? 'near' : 'far';
  const ends = labelEnds(picture.links);
  return {
    nodes: picture.nodes.map((node, place) => {
      const { x = 0, y = 0, width = 0, height = 0 } = arrangement.boxes.get(node.id) ?? {};
      const { id } = node;
      return {
        id,
        type: 'trace',
        position: { x, y },
        width,
        height,
        measured: { width, height },
        data: { node, place, said: said.get(id) ?? '', nearness: nearness(id), isCurrent: id === current },
        domAttributes: withoutRole,
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
        ariaLabel: links[index]?.name ?? '',
        domAttributes: withoutRole,
        data: {
          link,
          corners: arrangement.corners[index] ?? [],
          end: ends[index] ?? 'to',
          quantity: links[index]?.quantity ?? '',
          nearness: id === selected ? 'chosen' : near,
        },
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
