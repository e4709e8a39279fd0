import { constants, crc32, deflateRawSync } from 'node:zlib';

/** The moment that archives carry: none, so that the same report gives the same bytes. 1 January 1980 as DOS writes it. */
const noTime = 0x0021_0000;
const limit = 0xffff_ffff;

/**
 * A zip archive, packed as its parts are written, so that a sheet is never in memory whole. Each piece is packed by
 * itself and ends on a whole byte; the pieces of an entry follow each other as one stream, closed by an empty one.
 */
export class ZipWriter {
  readonly #pieces: Buffer[] = [];
  readonly #directory: Buffer[] = [];
  #offset = 0;

  /** Adds an entry from pieces of text. Throws RangeError at 4 GiB, which no sheet of Excel's own size reaches. */
  add(name: string, texts: Iterable<string>): void {
    const packed: Buffer[] = [];
    let [sum, size, packedSize] = [0, 0, 0];
    for (const text of texts) {
      const bytes = Buffer.from(text);
      sum = crc32(bytes, sum);
      size += bytes.length;
      packed.push(deflateRawSync(bytes, { level: 5, finishFlush: constants.Z_SYNC_FLUSH }));
    }
    packed.push(deflateRawSync(''));
    packedSize = packed.reduce((total, { length }) => total + length, 0);
    if (Math.max(size, this.#offset + packedSize) > limit) throw new RangeError('the workbook is larger than 4 GiB');
    const path = Buffer.from(name);
    const common = commonHeader({ sum, size, packedSize, nameLength: path.length });
    this.#directory.push(directoryEntry(common, path, this.#offset));
    this.#push(Buffer.from('PK\u0003\u0004'), common, path, ...packed);
  }

  /** The whole archive. */
  end(): Buffer {
    const start = this.#offset;
    this.#push(...this.#directory);
    const end = Buffer.alloc(22);
    end.write('PK\u0005\u0006');
    end.writeUInt16LE(this.#directory.length, 8);
    end.writeUInt16LE(this.#directory.length, 10);
    end.writeUInt32LE(this.#offset - start, 12);
    end.writeUInt32LE(start, 16);
    this.#push(end);
    return Buffer.concat(this.#pieces);
  }

  #push(...pieces: Buffer[]): void {
    for (const piece of pieces) {
      this.#pieces.push(piece);
      this.#offset += piece.length;
    }
  }
}

/** What the header before an entry and its line in the directory have in common. */
function commonHeader(entry: { sum: number; size: number; packedSize: number; nameLength: number }): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  // Names are UTF-8; the method is deflate.
  header.writeUInt16LE(0x0800, 2);
  header.writeUInt16LE(8, 4);
  header.writeUInt32LE(noTime, 6);
  header.writeUInt32LE(entry.sum, 10);
  header.writeUInt32LE(entry.packedSize, 14);
  header.writeUInt32LE(entry.size, 18);
  header.writeUInt16LE(entry.nameLength, 22);
  return header;
}

function directoryEntry(common: Buffer, path: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, rest, path]);
}
