import type { TFunction } from 'i18next';
import { breakLabel, formatRun } from '#renderer/components/columns.tsx';
import { localQuantity } from '#renderer/components/figures.tsx';
import type { TracePicture } from '../trace.hooks.ts';

type PictureNode = TracePicture['nodes'][number];
type PictureLink = TracePicture['links'][number];
/** The language a name is said in: its words, and how it writes numbers. */
export type Tongue = { t: TFunction; locale: string };
export type Nodes = ReadonlyMap<string, PictureNode>;

/** What tells a unit apart within its product; "" for goods without any name. */
export function numberOf({ lot, sublot, serial }: Extract<PictureNode, { kind: 'unit' }>['unit']): string {
  if (serial !== '') return serial;
  return sublot === '' ? lot : `${lot} / ${sublot}`;
}

/** A group by what it is of: "BOARD × 43", "11 customers", "12 more". */
export function groupName(t: TFunction, node: Extract<PictureNode, { kind: 'group' }>): string {
  const { of, product, count, rest } = node;
  if (rest) return t('trace.graph.rest', { count });
  return product === '' ? t(`trace.graph.groups.${of}`, { count }) : t('trace.graph.times', { product, count });
}

/** A node by the name the plant calls it: a unit with its product. */
export function nodeName(t: TFunction, node: PictureNode | undefined): string {
  if (node === undefined) return '';
  if (node.kind === 'unit') return `${node.unit.product} ${numberOf(node.unit)}`.trim();
  return node.kind === 'run' ? formatRun(t, node) : shortName(t, node);
}

/** The same as one says it in a sentence, where the product goes without saying. */
function shortName(t: TFunction, node: PictureNode | undefined): string {
  if (node === undefined) return '';
  if (node.kind === 'unit') return numberOf(node.unit) || node.unit.product;
  if (node.kind === 'group') return groupName(t, node);
  if (node.kind === 'partner') return node.code;
  const { workOrder, run } = node;
  return run === '' ? workOrder : t('trace.graph.runSaid', { workOrder, run });
}

/** A quantity in its unit; "" where several are measured differently. */
export const quantitySaid = (locale: string, { quantity, unitOfMeasure }: PictureLink): string =>
  unitOfMeasure === '' ? '' : `${localQuantity(quantity, locale)} ${unitOfMeasure}`;

/** What happened along a line: "340 kg AB-0328 into WO-1329 run 1". */
export function linkName({ t, locale }: Tongue, link: PictureLink, nodes: Nodes): string {
  const ends = { from: shortName(t, nodes.get(link.from)), to: shortName(t, nodes.get(link.to)) };
  return `${quantitySaid(locale, link)} ${t(`trace.graph.said.${link.kind}`, ends)}`.trim();
}

/** So many lines are said of each side of a node; its panel has more. */
const mostSaid = 3;

/** What every node of a picture shows, for those who hear it: its name, state and gaps, and what went in and came out. */
export function nodesSaid(tongue: Tongue, picture: Pick<TracePicture, 'nodes' | 'links'>): ReadonlyMap<string, string> {
  const nodes: Nodes = new Map(picture.nodes.map((node) => [node.id, node]));
  const [into, outOf] = [Map.groupBy(picture.links, ({ to }) => to), Map.groupBy(picture.links, ({ from }) => from)];
  const side = (links: readonly PictureLink[] = []): string[] => [
    ...links.slice(0, mostSaid).map((link) => linkName(tongue, link, nodes)),
    ...(links.length > mostSaid ? [tongue.t('common.more', { count: links.length - mostSaid })] : []),
  ];
  return new Map(
    picture.nodes.map((node) => {
      const lines = [...side(into.get(node.id)), ...side(outOf.get(node.id))].join('; ');
      const itself = [nodeName(tongue.t, node), ...stateSaid(tongue, node)].join(', ');
      return [node.id, lines === '' ? itself : `${itself}. ${lines}`];
    }),
  );
}

function stateSaid({ t, locale }: Tongue, node: PictureNode): string[] {
  if (node.kind === 'run') return [];
  if (node.kind === 'partner') return node.name === '' ? [] : [node.name];
  const { statuses, onHand, unitOfMeasure, breaks, held } = node;
  return [
    ...(node.kind === 'unit' && node.root ? [t('trace.graph.asked')] : []),
    ...statuses.map((status) => statusSaid(t, status)),
    ...(held === '' ? [] : [t(held === 'part' ? 'holds.partly' : 'holds.on')]),
    ...(onHand === '0' ? [] : [`${t('dossier.onHand')}: ${localQuantity(onHand, locale)} ${unitOfMeasure}`.trim()]),
    ...(breaks.length === 0 ? [] : [t('trace.breaks', { count: breaks.length })]),
    ...breaks.map((why) => breakLabel(t, why)),
  ];
}

function statusSaid(t: TFunction, status: string): string {
  const letter = status.slice(0, 1);
  return letter === 'A' || letter === 'Q' || letter === 'R'
    ? `${t(`statuses.${letter}`)} ${status}`
    : t('statuses.other', { status });
}
