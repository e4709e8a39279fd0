import { crc32 } from 'node:zlib';
import { wordsFor } from './packing/bits.ts';
import type { Clock } from './packing/clock.ts';
import { newEdgeLists } from './graph/edgeLists.ts';
import { figuresOf, headingNumber } from './figures/figures.ts';
import type { Graph } from './graph/graph.ts';
import { TraceIndex } from './index.ts';
import type { Lines } from './figures/lines.ts';
import { newProducts, productNumber } from './figures/products.ts';
import type { Rows } from './graph/rows.ts';
import type { Starts } from './packing/starts.ts';

// The shape is stored: a change to what is written here must raise `format`; older files are then rebuilt, not read.
const format = 1;
const magic = 'LOTTRACE';

/** Magic (8 bytes), length of the header, its checksum. */
const preambleBytes = 16;

/** What a snapshot belongs to: the entry of the audit chain it was made at, and what the caller's numbers mean. */
export type SnapshotStamp = {
  readonly sequence: number;
  /** Of that entry, 32 bytes. */
  readonly hash: Uint8Array;
  /** Version of the meaning of figure kinds and references; only a reader with the same one takes the snapshot. */
  readonly meaning: string;
};

const arrayTypes = { Int32Array, Uint32Array, Uint16Array, Uint8Array, Float64Array };
type ArrayType = keyof typeof arrayTypes;
type Section = { name: string; type: ArrayType; length: number; offset: number; checksum: number };
type RowsScalars = Pick<Rows, 'nodes' | 'origin' | 'tick' | 'radix'>;
type Header = {
  format: number;
  meaning: string;
  sequence: number;
  hash: string;
  nodes: number;
  twinCount: number;
  clock: Clock;
  downstream: RowsScalars;
  upstream: RowsScalars;
  lineNodes: number;
  /** Bytes of the whole file. */
  size: number;
  sections: Section[];
};

/**
 * The whole index as one buffer, to be written to a file or handed to another thread. Compacts it first when something
 * came since the last time.
 */
export function encodeSnapshot(
  index: TraceIndex,
  stamp: SnapshotStamp,
  room: (bytes: number) => Uint8Array = Buffer.alloc,
): Uint8Array {
  if (!index.isCompact()) index.compact();
  const { graph, figures, products } = index.parts;
  const headings = figures.headingNumbers.size;
  const arrays: [string, Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array][] = [
    ...rowsArrays('downstream', graph.downstream.rows),
    ...rowsArrays('upstream', graph.upstream.rows),
    ...startsArrays('lines', figures.lines.starts),
    ['lines.headings', figures.lines.headings],
    ['lines.amounts', figures.lines.amounts],
    ['lines.overflow', figures.lines.overflow],
    ['headingKinds', figures.headingKinds.subarray(0, headings)],
    ['headingReferences', figures.headingReferences.subarray(0, headings)],
    ['runs', graph.runs.subarray(0, wordsFor(graph.nodes))],
    ['twins', graph.twins.subarray(0, wordsFor(graph.nodes))],
    ['products', products.numbers.subarray(0, graph.nodes + 1)],
    ['productIds', products.ids.subarray(0, products.byId.size)],
  ];
  let offset = 0;
  const sections = arrays.map(([name, array]): Section => {
    const section = { name, type: typeOf(array), length: array.length, offset, checksum: crc32(bytesIn(array)) };
    offset = roundedUp(offset + array.byteLength);
    return section;
  });
  const header: Header = {
    format,
    meaning: stamp.meaning,
    sequence: stamp.sequence,
    hash: Buffer.from(stamp.hash).toString('hex'),
    nodes: graph.nodes,
    twinCount: graph.twinCount,
    clock: graph.clock,
    downstream: scalarsOf(graph.downstream.rows),
    upstream: scalarsOf(graph.upstream.rows),
    lineNodes: figures.lines.nodes,
    size: offset,
    sections,
  };
  const headerBytes = Buffer.from(JSON.stringify(header));
  const start = roundedUp(preambleBytes + headerBytes.length);
  const taken = room(start + offset);
  const file = Buffer.from(taken.buffer, taken.byteOffset, taken.byteLength);
  file.write(magic, 0, 'latin1');
  file.writeUInt32LE(headerBytes.length, 8);
  file.writeUInt32LE(crc32(headerBytes), 12);
  file.set(headerBytes, preambleBytes);
  arrays.forEach(([, array], i) => {
    file.set(bytesIn(array), start + sections[i]!.offset);
  });
  return taken;
}

/**
 * The index a snapshot holds and the sequence from which its journal is to be replayed; undefined when anything does not fit:
 * the file is damaged, of another format or machine, or made of another history than `hashAt` knows (the hash of the chain
 * at a sequence, undefined when it has no such entry). The index then lives in `bytes`.
 */
export function decodeSnapshot(
  bytes: Uint8Array,
  expected: { meaning: string; hashAt: (sequence: number) => Uint8Array | undefined },
): { index: TraceIndex; sequence: number } | undefined {
  const file = bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
  const read = readHeader(file);
  if (read === undefined) return undefined;
  const { header, start } = read;
  if (header.format !== format || header.meaning !== expected.meaning) return undefined;
  const hash = expected.hashAt(header.sequence);
  if (hash === undefined || Buffer.from(hash).toString('hex') !== header.hash) return undefined;
  if (file.length !== start + header.size) return undefined;
  const arrays = readSections(file, start, header.sections);
  return arrays && { index: indexOf(header, arrays), sequence: header.sequence };
}

function readHeader(file: Uint8Array): { header: Header; start: number } | undefined {
  const view = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (view.length < preambleBytes || view.toString('latin1', 0, 8) !== magic) return undefined;
  const length = view.readUInt32LE(8);
  const start = roundedUp(preambleBytes + length);
  if (view.length < start) return undefined;
  const bytes = view.subarray(preambleBytes, preambleBytes + length);
  if (crc32(bytes) !== view.readUInt32LE(12)) return undefined;
  // The gap before the first section belongs to no checksum.
  if (view.subarray(preambleBytes + length, start).some((byte) => byte !== 0)) return undefined;
  // The checksum shows that encodeSnapshot wrote the file; `format` shows which version of it.
  return { header: JSON.parse(bytes.toString()) as Header, start };
}

type Arrays = Map<string, Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array>;

function readSections(file: Uint8Array, start: number, sections: readonly Section[]): Arrays | undefined {
  const arrays: Arrays = new Map();
  for (const { name, type, length, offset, checksum } of sections) {
    // Shared or not is all the same to a view.
    const array = new arrayTypes[type](file.buffer as ArrayBuffer, file.byteOffset + start + offset, length);
    if (crc32(bytesIn(array)) !== checksum) return undefined;
    const end = start + offset + array.byteLength;
    if (file.subarray(end, start + roundedUp(offset + array.byteLength)).some((byte) => byte !== 0)) return undefined;
    arrays.set(name, array);
  }
  return arrays;
}

function indexOf(header: Header, arrays: Arrays): TraceIndex {
  // Names and types are those encodeSnapshot gave them, since the format is the same.
  const take = <Items>(name: string): Items => arrays.get(name) as Items;
  const starts = (name: string): Starts => ({
    blocks: take(`${name}.blocks`),
    within: take(`${name}.within`),
    wide: take(`${name}.wide`),
  });
  const rows = (name: 'downstream' | 'upstream'): Rows => ({
    ...header[name],
    starts: starts(name),
    codes: take(`${name}.codes`),
    high: take(`${name}.high`),
    low: take(`${name}.low`),
  });
  const graph: Graph = {
    nodes: header.nodes,
    runs: take('runs'),
    twins: take('twins'),
    twinCount: header.twinCount,
    clock: header.clock,
    downstream: { rows: rows('downstream'), lists: newEdgeLists() },
    upstream: { rows: rows('upstream'), lists: newEdgeLists() },
    dead: 0,
  };
  const lines: Lines = {
    nodes: header.lineNodes,
    starts: starts('lines'),
    headings: take('lines.headings'),
    amounts: take('lines.amounts'),
    overflow: take('lines.overflow'),
  };
  const figures = figuresOf(lines);
  const references = take<Float64Array>('headingReferences');
  take<Uint16Array>('headingKinds').forEach((figureKind, i) => headingNumber(figures, figureKind, references[i]!));
  const products = newProducts(0);
  take<Int32Array>('productIds').forEach((product) => productNumber(products, product));
  products.numbers = take('products');
  return new TraceIndex({ graph, figures, products });
}

const rowsArrays = (name: string, rows: Rows): [string, Rows['low'] | Int32Array][] => [
  ...startsArrays(name, rows.starts),
  [`${name}.codes`, rows.codes],
  [`${name}.high`, rows.high],
  [`${name}.low`, rows.low],
];

const startsArrays = (name: string, starts: Starts): [string, Int32Array | Uint8Array][] => [
  [`${name}.blocks`, starts.blocks],
  [`${name}.within`, starts.within],
  [`${name}.wide`, starts.wide],
];

const scalarsOf = ({ nodes, origin, tick, radix }: Rows): RowsScalars => ({ nodes, origin, tick, radix });

// Every array of an index is of one of these types.
const typeOf = (array: ArrayBufferView): ArrayType => array.constructor.name as ArrayType;

const bytesIn = (array: ArrayBufferView): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

const roundedUp = (bytes: number): number => Math.ceil(bytes / 8) * 8;
