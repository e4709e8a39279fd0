import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { msg } from '#shared/kernel/message.ts';
import { FileIssue } from './faults.ts';
import { insistOnText, signatureBytes } from './fileKind.ts';

const largestFile = 2 * 1024 ** 3;
const largestRecord = 1024 * 1024;
const chunkBytes = 256 * 1024;

/** Some records of a file in order, and how far the file is read, in bytes. */
export type RecordBatch<Cell> = { records: Cell[][]; done: number; total: number };

/**
 * Reads comma-separated text (RFC 4180, UTF-8 with or without a byte order mark, lines ended by CRLF, LF or CR) as it streams in.
 * A line break inside quotes does not end a record; a blank line is a record of one empty cell.
 * Throws a FileIssue for what cannot be read on, after the records before it.
 */
export async function* csvRecords(path: string): AsyncGenerator<RecordBatch<string>> {
  const total = (await stat(path)).size;
  if (total > largestFile)
    throw new FileIssue('FILE_TOO_LARGE', msg`The file is larger than 2 GB: split the export into parts.`);
  const [line, delimiter] = await separatorLine(path);
  // The line is a row of the file, so that rows are counted as an editor counts them.
  let records: string[][] = line === '' ? [] : [[`sep=${delimiter}`]];
  let count = 0;
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: largestRecord,
    // Taking the records here instead of from the stream's far end spares a queue; nothing is passed on.
    on_record: (record: string[]) => {
      records.push(record);
      return null;
    },
  });
  parser.on('error', () => {}).resume();
  const utf8 = new Utf8Check();
  let done = 0;
  try {
    for await (const chunk of readChunks(path)) {
      if (done === 0) insistOnText(chunk.subarray(0, signatureBytes));
      utf8.add(chunk);
      await write(parser, done === 0 ? chunk.subarray(Buffer.byteLength(line)) : chunk);
      done += chunk.length;
      count += records.length;
      yield { records, done, total };
      records = [];
    }
    if (done === 0) insistOnText(Buffer.alloc(0));
    utf8.end();
    parser.end();
    await finished(parser);
    count += records.length;
    yield { records, done, total };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (records.length > 0) yield { records, done, total };
    throw describe(error, count + records.length + 1);
  } finally {
    parser.destroy();
  }
}

/**
 * `sep=;` as the first line is no row of cells: spreadsheets read it as the separator of the lines below, and some
 * programs write it for them. A spreadsheet that saved the file again may have put it into quotes, or separators behind.
 */
const separator = /^\ufeff?"?sep=(\\t|[,;\t|:^~])"?\1*[ \t]*(?:\r\n|\r|\n|$)/i;
const longestSeparatorLine = 1024;

/** The line that names the separator, "" where there is none, and the separator. */
async function separatorLine(path: string): Promise<[line: string, delimiter: string]> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longestSeparatorLine), 0, longestSeparatorLine, 0);
    const [line = '', named = ','] = separator.exec(buffer.toString('utf8', 0, bytesRead)) ?? [];
    return [line, named === '\\t' ? '\t' : named];
  } finally {
    await file.close();
  }
}

async function* readChunks(path: string): AsyncGenerator<Buffer> {
  // A stream without an encoding yields buffers.
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) yield chunk as Buffer;
}

const write = (parser: ReturnType<typeof parse>, chunk: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.write(chunk, (error) => (error ? reject(error) : resolve()));
  });

function describe(error: CsvError, row: number): FileIssue {
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new FileIssue(
      'FILE_DAMAGED',
      msg`This row is longer than 1 MB: a quote is probably opened and never closed.`,
      {
        row,
      },
    );
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new FileIssue(
      'FILE_DAMAGED',
      msg`A quote is opened in this row and never closed. Put text with quotes into quotes, each of its own written twice.`,
      { row },
    );
  }
  return new FileIssue(
    'FILE_DAMAGED',
    msg`A quote stands inside a cell of this row. Put the cell into quotes and write each quote in it twice.`,
    { row },
  );
}

/** Checks a stream of bytes for UTF-8: a character may lie across two chunks. */
class Utf8Check {
  #rest: Buffer = Buffer.alloc(0);

  add(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const whole = lengthOfWholeCharacters(bytes);
    this.#check(bytes.subarray(0, whole));
    this.#rest = bytes.subarray(whole);
  }

  end(): void {
    this.#check(this.#rest);
  }

  #check(bytes: Buffer): void {
    if (!isUtf8(bytes)) {
      throw new FileIssue(
        'FILE_TYPE',
        msg`The text is not in UTF-8 (it may be Windows-1252): save it as “CSV UTF-8 (comma delimited)”.`,
      );
    }
  }
}

/** How many bytes are left when a last character that is not all there is set aside. */
function lengthOfWholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
