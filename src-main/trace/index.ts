import type { Walk } from './walk/answer.ts';
import { hasBit } from './packing/bits.ts';
import type { EdgeColumns } from './graph/buildRows.ts';
import { compact } from './compact.ts';
import { addLine, buildFigures, type FigureLine, type Figures, figureBytes, linesOf } from './figures/figures.ts';
import {
  appendEdge,
  appendNodes,
  buildGraph,
  type Edge,
  earliestOf,
  edgeCount,
  edgesOf,
  type Graph,
  graphBytes,
  isNode,
  isUnit,
  nodeKinds,
  removeEdge,
} from './graph/graph.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import type { LineColumns } from './figures/lines.ts';
import { newProducts, type Products, productBytes, productOf, setProduct } from './figures/products.ts';
import { type FigureSums, newSumRoom, sumLines } from './figures/sumLines.ts';
import { type HearLine, scanLines } from './figures/scanLines.ts';
import { newScratch, prepareScratch, scratchBytes } from './walk/scratch.ts';
import { type WalkQuestion, walk } from './walk/walk.ts';

/** Everything at once. Node i + 1 has the kind and the product at i; a product is a positive id, 0 for none. */
export type IndexColumns = {
  readonly nodeKinds: Uint8Array;
  readonly products: Int32Array;
  readonly edges: EdgeColumns;
  readonly lines: LineColumns;
};

/** From this share of what is compacted on, what came since slows walks enough to be compacted. */
const largeShare = 0.08;
/** Below this many edges or lines it never does. */
const smallGrowth = 4_096;
const smallestOrdered = 1_024;

/** The three parts of an index; a snapshot is made of them when nothing is left to compact. */
export type IndexParts = { readonly graph: Graph; readonly figures: Figures; readonly products: Products };

/**
 * The genealogy of a store in memory, with the figures a recall adds up: built from columns, fed with what is posted,
 * queried by walks and sums. It knows only ids; their meaning is the caller's business. A RangeError is a mistake of
 * the caller.
 */
export class TraceIndex {
  readonly parts: IndexParts;
  private readonly scratch = newScratch();
  private readonly room = newSumRoom();

  constructor(parts: IndexParts) {
    this.parts = parts;
  }

  /** Builds both directions by counting; about linear in edges and lines when the edges ascend in time. */
  static build(columns: IndexColumns): TraceIndex {
    const graph = buildGraph(columns.nodeKinds, columns.edges);
    const products = newProducts(graph.nodes);
    columns.products.forEach((product, index) => setProduct(products, index + 1, product));
    return new TraceIndex({ graph, figures: buildFigures(graph.nodes, columns.lines), products });
  }

  get nodeCount(): number {
    return this.parts.graph.nodes;
  }

  get edgeCount(): number {
    return edgeCount(this.parts.graph);
  }

  /** Kind (one of nodeKinds) of a registered node. */
  kindOf(node: number): number {
    const { graph } = this.parts;
    if (!isNode(graph, node)) throw new RangeError(`no node ${node}`);
    if (hasBit(graph.runs, node)) return nodeKinds.run;
    return hasBit(graph.twins, node) ? nodeKinds.twin : nodeKinds.unit;
  }

  /** Whether no walk leads through a unit: see nodeKinds. */
  isLeaf(unit: number): boolean {
    return hasBit(this.parts.graph.twins, unit + 1);
  }

  productOf(unit: number): number {
    return productOf(this.parts.products, unit);
  }

  /** Whether any edge leads downstream from a node. */
  leadsOn(node: number): boolean {
    return this.earliestOf(node, 'downstream') !== undefined;
  }

  /** The earliest moment of the edges that leave a node downstream, or of those that come to it; undefined where there is none. */
  earliestOf(node: number, direction: Direction): number | undefined {
    return earliestOf(this.parts.graph, node, direction);
  }

  /** The nodes to which a node's edges lead downstream, or those they come from; one for each edge, in no promised order. */
  neighbours(node: number, direction: Direction): number[] {
    return edgesOf(this.parts.graph, node, direction).map(({ source, target }) =>
      direction === 'downstream' ? target : source,
    );
  }

  /** Registers the nodes whose ids follow the last one; `products` as in IndexColumns. */
  appendNodes(kinds: ArrayLike<number>, products: ArrayLike<number>): void {
    const first = this.parts.graph.nodes + 1;
    appendNodes(this.parts.graph, kinds);
    for (let i = 0; i < kinds.length; i++) setProduct(this.parts.products, first + i, products[i] ?? 0);
  }

  appendEdge(edge: Edge): void {
    appendEdge(this.parts.graph, edge);
  }

  /** Takes out one edge equal in every part; false when there is none. */
  removeEdge(edge: Edge): boolean {
    return removeEdge(this.parts.graph, edge);
  }

  /** Adds to the amount a unit has under a figure kind (0 to 15) and a reference (0 to 2^31 - 1). */
  addLine(unit: number, line: FigureLine): void {
    if (!isUnit(this.parts.graph, unit)) throw new RangeError(`node ${unit} is no unit`);
    addLine(this.parts.figures, unit, line);
  }

  linesOf(unit: number): FigureLine[] {
    return linesOf(this.parts.figures, unit);
  }

  /** Visits every line of these units: see scanLines. */
  scanLines(units: Int32Array, hear: HearLine): void {
    scanLines(this.parts.figures, units, hear);
  }

  walk(question: WalkQuestion): Walk {
    return walk(this.parts.graph, this.scratch, question);
  }

  /** Adds up the lines of units, each listed once, as a walk gives them. `netOf`: the figure kind of netAbsolute. */
  sumLines(units: Int32Array, { netOf }: { netOf: number }): FigureSums {
    const { graph, figures, products } = this.parts;
    prepareScratch(this.scratch, graph.nodes);
    const { spare } = this.scratch;
    return sumLines(figures, products, this.room, { units, netOf, orderFrom: this.orderFrom(), spare });
  }

  /** True when so much came since the last compaction that the next is due. */
  needsCompaction(): boolean {
    const { graph, figures } = this.parts;
    const edges = graph.downstream.lists.count + graph.dead;
    const isLarge = (grown: number, all: number): boolean => grown >= smallGrowth && grown >= all * largeShare;
    return (
      isLarge(edges, graph.downstream.rows.codes.length) || isLarge(figures.lists.count, figures.lines.headings.length)
    );
  }

  /** True when nothing came since the last compaction. */
  isCompact(): boolean {
    const { graph, figures } = this.parts;
    return (
      graph.downstream.lists.count === 0 &&
      graph.dead === 0 &&
      figures.lists.count === 0 &&
      graph.nodes === graph.downstream.rows.nodes &&
      graph.nodes === figures.lines.nodes
    );
  }

  /** Puts everything that came since the last compaction into its arrays: about 0.2 s a million edges. */
  compact(): void {
    compact(this.parts.graph, this.parts.figures);
  }

  /** Bytes of everything: graph, figures, products and the room walks and sums keep. */
  byteLength(): number {
    const { graph, figures, products } = this.parts;
    const room = this.room.byHeading.byteLength() + this.room.byProduct.byteLength();
    return graphBytes(graph) + figureBytes(figures) + productBytes(products) + scratchBytes(this.scratch) + room;
  }

  private orderFrom(): number {
    return Math.max(smallestOrdered, this.parts.graph.nodes >>> 6);
  }
}
