import { createReadStream } from 'node:fs';

/**
 * Whether the rows of a CSV file are known to be in the order of their times: looked up at the column `at` alone, in
 * a small part of the time that reading takes, so that rows can be sent while the rest is read. Only plain files are
 * recognised: commas, line feeds, and times that are all written alike, with one offset. False does not mean that
 * they are in another order.
 */
export async function isInOrderOfTime(path: string): Promise<boolean> {
  const scan = new TimeScan();
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    // A stream without an encoding yields buffers.
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    const end = scan.readRows(bytes);
    if (end === undefined || bytes.length - end > longestRow) return false;
    rest = bytes.subarray(end);
  }
  return scan.readRows(Buffer.concat([rest, Buffer.from('\n')])) !== undefined && scan.hasRows;
}

const chunkBytes = 1024 * 1024;
const longestRow = 1024 * 1024;
const [lineFeed, carriageReturn, comma, quote] = [0x0a, 0x0d, 0x2c, 0x22];

/** A time as most programs write it; how the part before and behind its digits reads is compared with the first row's. */
const plainTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/;

/** Where the cells of a row begin and end, without their quotes. */
type Row = { cells: [start: number, end: number][]; next: number };

class TimeScan {
  /** The place of the column `at`; -1 before the header. */
  #place = -1;
  #last = '';
  #offset = '';
  hasRows = false;

  /** Reads the rows that end in some bytes; answers where the next one begins, undefined where the order is not known. */
  readRows(bytes: Buffer): number | undefined {
    const quotes = new NextOf(bytes, quote);
    const returns = new NextOf(bytes, carriageReturn);
    let start = 0;
    while (start < bytes.length) {
      const row = rowAt(bytes, start, { last: this.#place, quotes, returns });
      if (row === undefined) return undefined;
      if (row === 'cut') return start;
      if (!this.#note(bytes, row)) return undefined;
      start = row.next;
    }
    return start;
  }

  #note(bytes: Buffer, { cells }: Row): boolean {
    if (this.#place < 0) {
      this.#place = cells.findIndex(([start, end]) => bytes.toString('utf8', start, end).trim() === 'at');
      return this.#place >= 0;
    }
    const [start, end] = cells[this.#place] ?? [0, 0];
    // A row that holds nothing is skipped.
    if (cells.length === 1 && (cells[0]?.[0] ?? 0) === (cells[0]?.[1] ?? 0)) return true;
    const text = bytes.toString('latin1', start, end);
    const offset = plainTime.exec(text)?.[2];
    if (offset === undefined) return false;
    if (!this.hasRows) this.#offset = offset;
    else if (offset !== this.#offset || text.length !== this.#last.length || text < this.#last) return false;
    this.hasRows = true;
    this.#last = text;
    return true;
  }
}

/** The next position of a byte; searched once for all rows before it. */
class NextOf {
  readonly #bytes: Buffer;
  readonly #byte: number;
  #next = -1;

  constructor(bytes: Buffer, byte: number) {
    this.#bytes = bytes;
    this.#byte = byte;
  }

  from(start: number): number {
    if (this.#next < start) {
      const found = this.#bytes.indexOf(this.#byte, start);
      this.#next = found < 0 ? this.#bytes.length : found;
    }
    return this.#next;
  }
}

/** The row that begins at a place: its cells up to `last`, or all of them. `cut` where it goes on beyond the bytes. */
function rowAt(
  bytes: Buffer,
  from: number,
  { last, quotes, returns }: { last: number; quotes: NextOf; returns: NextOf },
): Row | 'cut' | undefined {
  const cells: Row['cells'] = [];
  let start = from;
  while (start < bytes.length) {
    if (last >= 0 && cells.length > last) {
      const end = bytes.indexOf(lineFeed, start);
      if (end < 0) return 'cut';
      // What follows the time is of no interest, but a quote in it may hide the row's end.
      if (quotes.from(start) > end) return returns.from(start) < end - 1 ? undefined : { cells, next: end + 1 };
    }
    const cell = bytes[start] === quote ? quotedCell(bytes, start) : plainCell(bytes, start);
    if (cell === undefined || cell === 'cut') return cell;
    cells.push([cell.start, cell.end]);
    if (bytes[cell.stop] === lineFeed) return { cells, next: cell.stop + 1 };
    start = cell.stop + 1;
  }
  return 'cut';
}

/** A cell, and the comma or line feed behind it. */
type Cell = { start: number; end: number; stop: number };

function plainCell(bytes: Buffer, start: number): Cell | 'cut' | undefined {
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === comma || byte === lineFeed) return { start, end: at, stop: at };
    if (byte === carriageReturn && at + 1 < bytes.length)
      return bytes[at + 1] === lineFeed ? { start, end: at, stop: at + 1 } : undefined;
    if (byte === quote) return undefined;
  }
  return 'cut';
}

function quotedCell(bytes: Buffer, start: number): Cell | 'cut' | undefined {
  for (let at = start + 1; at < bytes.length; at += 1) {
    if (bytes[at] !== quote) continue;
    const after = bytes[at + 1];
    if (after === undefined) return 'cut';
    if (after === quote) at += 1;
    else if (after === comma || after === lineFeed) return { start: start + 1, end: at, stop: at + 1 };
    else if (after !== carriageReturn) return undefined;
    else if (bytes[at + 2] === undefined) return 'cut';
    else return bytes[at + 2] === lineFeed ? { start: start + 1, end: at, stop: at + 2 } : undefined;
  }
  return 'cut';
}
