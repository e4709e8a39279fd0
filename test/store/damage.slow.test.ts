import { inEnglish } from '#shared/kernel/message.ts';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../support/app.ts';
import { records } from '#shared/records.ts';
import { seededRandom } from '../support/chance.ts';
import { countOf } from '../support/counts.ts';
import { openAndVerify, openToWrite } from '../support/damagedStore.ts';
import { cellsOf, pagesOf, type Range } from '../support/pageCells.ts';
import { buildHistory, type History } from '../support/tampering/history.ts';

const flips = countOf('LOTLINE_FLIPS');
const strayFlips = countOf('LOTLINE_STRAY_FLIPS');
const truncations = countOf('LOTLINE_TRUNCATIONS');
const swaps = countOf('LOTLINE_PAGE_SWAPS');
const wholeRuns = countOf('LOTLINE_DAMAGED_OPENINGS');
const seed = Number(process.env['LOTLINE_DAMAGE_SEED'] ?? 1);

/** The tables whose rows are records; each is as likely to be struck as any other, however few rows it has. */
const regulated = [
  'movement',
  'record_version',
  'audit_entry',
  'balance',
  'head',
  'run',
  ...records.map(({ name }) => name),
];

let history: History;
let folder: string;
let file: string;
let honest: Buffer;
let content: string;

beforeAll(async () => {
  history = await buildHistory(seed);
  folder = mkdtempSync(join(tmpdir(), 'lotline-damage-'));
  file = join(folder, 'plant.lotline');
  honest = readFileSync(history.file);
  content = contentOf(history.file);
});
afterAll(() => {
  history[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything a store says but what it counts for itself: when it was made, how often it was written, how it was closed. */
function contentOf(path: string): string {
  const db = new Database(path, { readonly: true });
  try {
    const digest = createHash('sha256');
    for (const table of [...regulated, 'unit']) {
      const columns = table === 'head' ? 'store_id, demo, seq, hash, movement_digest, version_digest' : '*';
      for (const row of db.prepare<[], unknown[]>(`select ${columns} from ${table} order by 1`).raw().iterate())
        digest.update(JSON.stringify(row));
    }
    return digest.digest('hex');
  } finally {
    db.close();
  }
}

function layDown(bytes: Buffer): void {
  for (const ending of ['', '-wal', '-shm', '-lock']) rmSync(file + ending, { force: true });
  writeFileSync(file, bytes);
}

function lookAt(bytes: Buffer): 'found' | 'missed' {
  layDown(bytes);
  return openAndVerify(file);
}

function flipped(at: number, bit: number): Buffer {
  const bytes = Buffer.from(honest);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
  return bytes;
}

const pickIn = (ranges: readonly Range[], random: () => number): number => {
  const size = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  let left = Math.floor(random() * size);
  for (const { from, to } of ranges) {
    if (left < to - from) return from + left;
    left -= to - from;
  }
  throw new Error('no bytes to choose from');
};

describe('one bit that turned over', () => {
  it(`is found in each of ${flips} places of live records`, { timeout: 600_000 }, () => {
    const random = seededRandom(seed);
    const cells = new Map(regulated.map((table) => [table, cellsOf(history.file, table)] as const));
    const missed: string[] = [];
    let [found, mute] = [0, 0];
    for (let number = 0; number < flips; number += 1) {
      const table = regulated[number % regulated.length] ?? 'movement';
      const [at, bit] = [pickIn(cells.get(table) ?? [], random), Math.floor(random() * 8)];
      if (lookAt(flipped(at, bit)) === 'found') found += 1;
      else if (contentOf(file) === content) mute += 1;
      else missed.push(`${table}, byte ${at}, bit ${bit}`);
    }
    console.log(
      `${flips} bits turned over in live records of ${regulated.length} tables: found ${found} of ${flips - mute}; ${mute} in bytes that say nothing, 0 crashes`,
    );
    expect(missed).toEqual([]);
    // A row's id stands in its key, and the byte for it among the columns is never read; the head counts for itself.
    expect(mute / flips).toBeLessThan(0.05);
  });

  it(`is found in ${strayFlips} places anywhere in the file, or changes nothing that is recorded`, {
    timeout: 600_000,
  }, () => {
    const random = seededRandom(seed + 1);
    const harmed: string[] = [];
    let found = 0;
    for (let number = 0; number < strayFlips; number += 1) {
      // The header now and then: nobody would hit its hundred bytes by chance.
      const at = Math.floor(random() * (number % 10 === 0 ? 100 : honest.length));
      const bit = Math.floor(random() * 8);
      if (lookAt(flipped(at, bit)) === 'found') found += 1;
      else if (contentOf(file) !== content) harmed.push(`byte ${at}, bit ${bit}`);
    }
    console.log(
      `${strayFlips} bits turned over anywhere: found ${found}, ${strayFlips - found - harmed.length} harmless, ${harmed.length} did harm`,
    );
    expect(harmed).toEqual([]);
  });
});

describe('a file', () => {
  it(`that lost its end is found out, cut at ${truncations} places`, { timeout: 600_000 }, () => {
    const random = seededRandom(seed + 2);
    const missed: number[] = [];
    for (let number = 0; number < truncations; number += 1) {
      const length = Math.floor(random() * honest.length);
      if (lookAt(Buffer.from(honest.subarray(0, length))) === 'missed') missed.push(length);
    }
    console.log(`${truncations} truncations: found ${truncations - missed.length}`);
    expect(missed).toEqual([]);
  });

  it(`two pages of which changed places is found out, ${swaps} times`, { timeout: 600_000 }, () => {
    const random = seededRandom(seed + 3);
    // Pages of tables and indexes that hold rows: two empty ones are as good in each other's place.
    const pages = pagesOf(history.file).filter(({ pageno, ncell }) => pageno > 1 && ncell > 0);
    const missed: string[] = [];
    for (let number = 0; number < swaps; number += 1) {
      const one = pages[Math.floor(random() * pages.length)];
      const other = pages[Math.floor(random() * pages.length)];
      const pageOf = ({ pageno, pgsize }: NonNullable<typeof one>): Buffer =>
        honest.subarray((pageno - 1) * pgsize, pageno * pgsize);
      // Two that say the same, as two indexes with one code in each, are as good in each other's place too.
      if (one === undefined || other === undefined || pageOf(one).equals(pageOf(other))) {
        number -= 1;
        continue;
      }
      const bytes = Buffer.from(honest);
      pageOf(other).copy(bytes, (one.pageno - 1) * one.pgsize);
      pageOf(one).copy(bytes, (other.pageno - 1) * other.pgsize);
      if (lookAt(bytes) === 'missed') missed.push(`${one.name} and ${other.name}`);
    }
    console.log(`${swaps} swapped pages: found ${swaps - missed.length}`);
    expect(missed).toEqual([]);
  });
});

describe('a damaged store', () => {
  it(`is not written any more once it was verified, in ${wholeRuns} programs`, { timeout: 600_000 }, async () => {
    const random = seededRandom(seed + 4);
    const cells = ['product', 'lot', 'balance', 'serial_link'].flatMap((table) => cellsOf(history.file, table));
    let refused = 0;
    for (let number = 0; number < wholeRuns; number += 1) {
      layDown(flipped(pickIn(cells, random), Math.floor(random() * 8)));
      const before = readFileSync(file);
      const opened = await openToWrite(file);
      if (opened === undefined) {
        // Not a byte is written.
        expect(readFileSync(file).equals(before)).toBe(true);
        refused += 1;
        continue;
      }
      const seq = () => opened.store.reader().db.prepare<[], number>('select max(seq) from audit_entry').pluck().get();
      const entries = seq();
      expect((await opened.check({ anchors: [] })).ok).toBe(false);
      expect(inEnglish(opened.store.readOnly)).toContain('does not hold');
      expect(await codeOf(opened.store.work((work) => work.run('delete from balance')))).toBe('STORE_READ_ONLY');
      expect(seq()).toBe(entries);
      await opened.close();
      // It is left as it would be after a crash, so that the next program verifies it at once.
      const db = new Database(file, { readonly: true });
      expect(db.prepare('select clean_exit from head').pluck().get()).toBe(0);
      db.close();
    }
    console.log(
      `${wholeRuns} damaged stores opened for writing: ${refused} refused at the door, ${wholeRuns - refused} read-only once verified, 0 writes after that`,
    );
  });
});
