import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TraceIndex } from '#main/trace/index.ts';
import { decodeSnapshot, encodeSnapshot } from '#main/trace/snapshot.ts';
import { loadSnapshot, saveSnapshot } from '#main/trace/snapshotFile.ts';
import { columnsOf, newYear, randomGenealogy, unitsOf } from './genealogies.ts';

const hash = Uint8Array.from({ length: 32 }, (_, i) => i * 7);
const stamp = { sequence: 41, hash, meaning: 'figures-1' };
const expected = { meaning: 'figures-1', hashAt: (sequence: number) => (sequence === 41 ? hash : undefined) };

const genealogy = randomGenealogy(5, 60);
genealogy.lines.push({
  unit: unitsOf(genealogy)[0] ?? 1,
  figureKind: 1,
  reference: 1,
  amount: Number.MAX_SAFE_INTEGER - 1_000_000,
});
const buildIndex = (): TraceIndex => TraceIndex.build(columnsOf(genealogy));

/** The arrays of an index and what it answers, comparable. */
const contentsOf = (index: TraceIndex) => ({
  clock: index.parts.graph.clock,
  downstream: index.parts.graph.downstream.rows,
  upstream: index.parts.graph.upstream.rows,
  lines: index.parts.figures.lines,
  kinds: genealogy.kinds.map((_, i) => index.kindOf(i + 1)),
  sums: index.sumLines(Int32Array.from(unitsOf(genealogy)), { netOf: 1 }),
  walk: index.walk({ roots: [1], direction: 'downstream', dated: true }),
});

describe('a snapshot', () => {
  it('gives back the index it was made of', () => {
    const index = buildIndex();
    const read = decodeSnapshot(encodeSnapshot(index, stamp), expected);
    expect(read?.sequence).toBe(41);
    expect(read && contentsOf(read.index)).toEqual(contentsOf(index));
  });

  it('holds what came since the last compaction, and what it gives back can grow on', () => {
    const index = buildIndex();
    const other = buildIndex();
    const edge = genealogy.edges[0] ?? { source: 1, target: 2, at: newYear, kind: 3 };
    index.appendNodes([0, 1, 0, 2], [900, 0, 901, 0]);
    index.appendEdge(edge);
    const read = decodeSnapshot(encodeSnapshot(index, stamp), expected);
    for (const grown of [read?.index, other]) {
      if (grown === other) {
        other.appendNodes([0, 1, 0, 2], [900, 0, 901, 0]);
        other.appendEdge(edge);
      }
      grown?.appendNodes([0], [902]);
      grown?.appendEdge({ source: 1, target: grown.nodeCount, at: newYear + 5, kind: 3 });
      grown?.addLine(grown.nodeCount, { figureKind: 2, reference: 77, amount: 5 });
    }
    expect(read?.index.productOf(other.nodeCount)).toBe(902);
    expect(read?.index.sumLines(Int32Array.of(other.nodeCount), { netOf: 0 })).toEqual(
      other.sumLines(Int32Array.of(other.nodeCount), { netOf: 0 }),
    );
    expect(read?.index.walk({ roots: [other.nodeCount], direction: 'upstream' })).toEqual(
      other.walk({ roots: [other.nodeCount], direction: 'upstream' }),
    );
  });

  it('is refused with any byte changed, wherever it lies', () => {
    const file = encodeSnapshot(buildIndex(), stamp);
    // Every byte of the header, and of the rest so many that no section is missed.
    const header = 16 + new DataView(file.buffer, file.byteOffset).getUint32(8, true);
    for (let i = 0; i < file.length; i += i < header ? 1 : 5) {
      file[i]! ^= 0x10;
      expect(decodeSnapshot(file, expected), `byte ${i}`).toBeUndefined();
      file[i]! ^= 0x10;
    }
    expect(decodeSnapshot(file, expected)).toBeDefined();
  });

  it('is refused cut short or continued', () => {
    const file = encodeSnapshot(buildIndex(), stamp);
    for (const length of [0, 7, 15, 16, 100, 1_000, file.length - 8, file.length - 1]) {
      expect(decodeSnapshot(file.subarray(0, length), expected), `${length} bytes`).toBeUndefined();
    }
    expect(decodeSnapshot(Buffer.concat([file, Buffer.alloc(8)]), expected)).toBeUndefined();
  });

  it('is refused when it belongs to another history or its numbers mean something else', () => {
    const file = encodeSnapshot(buildIndex(), stamp);
    expect(decodeSnapshot(file, { ...expected, meaning: 'figures-2' })).toBeUndefined();
    expect(decodeSnapshot(file, { ...expected, hashAt: () => undefined })).toBeUndefined();
    expect(decodeSnapshot(file, { ...expected, hashAt: () => new Uint8Array(32) })).toBeUndefined();
  });

  it('is read wherever in memory it lies', () => {
    const file = encodeSnapshot(buildIndex(), stamp);
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    expect(decodeSnapshot(shifted.subarray(3), expected)).toBeDefined();
  });
});

const key = Buffer.alloc(32, 7);
const sealed = { ...stamp, key };
const opening = { ...expected, key, mostBytes: 2 ** 20 };

describe('a snapshot file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lotline-snapshot-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('is written complete or not at all, and replaces the one before', async () => {
    const path = join(folder, 'trace.snapshot');
    await saveSnapshot(path, buildIndex(), { ...sealed, sequence: 40 });
    await saveSnapshot(path, buildIndex(), sealed);
    expect(await readdir(folder)).toEqual(['trace.snapshot']);
    const read = await loadSnapshot(path, opening);
    expect(read && contentsOf(read.index)).toEqual(contentsOf(buildIndex()));
    await expect(saveSnapshot(join(folder, 'missing', 'trace.snapshot'), buildIndex(), sealed)).rejects.toThrow(
      'ENOENT',
    );
    await expect(saveSnapshot(folder, buildIndex(), sealed)).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['trace.snapshot']);
  });

  it('reads as nothing when it is missing, empty, damaged or something else', async () => {
    const path = join(folder, 'trace.snapshot');
    expect(await loadSnapshot(path, opening)).toBeUndefined();
    expect(await loadSnapshot(folder, opening)).toBeUndefined();
    await writeFile(path, '');
    expect(await loadSnapshot(path, opening)).toBeUndefined();
    await saveSnapshot(path, buildIndex(), sealed);
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, bytes.length / 2));
    expect(await loadSnapshot(path, opening)).toBeUndefined();
  });

  it('reads as nothing unless this workstation sealed it', async () => {
    const path = join(folder, 'trace.snapshot');
    // What anybody can make who knows the program and the store.
    const bytes = encodeSnapshot(buildIndex(), stamp);
    for (const forged of [bytes, Buffer.concat([bytes, Buffer.alloc(32)])]) {
      await writeFile(path, forged);
      expect(await loadSnapshot(path, opening)).toBeUndefined();
    }
    await saveSnapshot(path, buildIndex(), { ...sealed, key: Buffer.alloc(32, 8) });
    expect(await loadSnapshot(path, opening)).toBeUndefined();
    await saveSnapshot(path, buildIndex(), sealed);
    expect(await loadSnapshot(path, opening)).toBeDefined();
  });

  it('reads as nothing where it is larger than it can be, a pipe, or a link', async () => {
    const path = join(folder, 'trace.snapshot');
    await saveSnapshot(path, buildIndex(), sealed);
    const { length } = await readFile(path);
    expect(await loadSnapshot(path, { ...opening, mostBytes: length })).toBeDefined();
    expect(await loadSnapshot(path, { ...opening, mostBytes: length - 1 })).toBeUndefined();
    const [pipe, endless, link] = [join(folder, 'pipe'), join(folder, 'endless'), join(folder, 'link')];
    execFileSync('mkfifo', [pipe]);
    await symlink('/dev/zero', endless);
    await symlink(path, link);
    for (const name of [pipe, endless, link]) expect(await loadSnapshot(name, opening)).toBeUndefined();
  });
});
