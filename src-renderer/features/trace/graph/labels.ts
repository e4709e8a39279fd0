import type { Point } from './arrangement.ts';

type Ends = { readonly from: string; readonly to: string };
/** The end of a line that its quantity stands at. */
export type LabelEnd = 'from' | 'to';

/** A quantity stands where fewer lines run side by side, at the later end where both have as many. */
export function labelEnds(links: readonly Ends[]): LabelEnd[] {
  const leaving = Map.groupBy(links, ({ from }) => from);
  const arriving = Map.groupBy(links, ({ to }) => to);
  return links.map(({ from, to }) =>
    (leaving.get(from)?.length ?? 0) < (arriving.get(to)?.length ?? 0) ? 'from' : 'to',
  );
}

/** About as wide as a text is in the picture's smallest letters. */
export const labelWidth = (text: string): number => (text === '' ? 0 : text.length * 6.8 + 8);

const gapToNode = 6;

/** Where a quantity stands: on its own line, right before or behind the node. */
export function labelPlace(corners: readonly Point[], end: LabelEnd): { point: Point; anchor: 'start' | 'end' } {
  const { x, y } = (end === 'from' ? corners.at(0) : corners.at(-1)) ?? { x: 0, y: 0 };
  return end === 'from'
    ? { point: { x: x + gapToNode, y }, anchor: 'start' }
    : { point: { x: x - gapToNode, y }, anchor: 'end' };
}
