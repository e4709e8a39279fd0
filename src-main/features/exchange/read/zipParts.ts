import { crc32, inflateRawSync } from 'node:zlib';
import { type Message, msg } from '#shared/kernel/message.ts';
import { FileIssue } from './faults.ts';

/**
 * Opens a zip archive without trusting it (format: PKWARE APPNOTE 6.3, sections 4.3 and 4.4). Nothing its headers
 * claim about sizes is believed: a part is inflated here, under limits, and its checksum compared. Only requested
 * parts are: the content of a picture or an embedded document does not matter here.
 */
export const zipLimits = {
  entries: 2000,
  /** All parts that are read together, inflated. */
  bytes: 200 * 1024 ** 2,
  /** How many times larger than its packed form a part may be … */
  ratio: 100,
  /** … once it is larger than this. */
  ratioFreeBytes: 1024 ** 2,
} as const;

type Entry = { name: string; flags: number; method: number; crc: number; packed: number; offset: number; mode: number };

const damaged = (): FileIssue =>
  new FileIssue('FILE_DAMAGED', msg`The workbook is damaged or was cut short: export it again.`);
const suspicious = (what: Message): FileIssue =>
  new FileIssue(
    'FILE_SUSPICIOUS',
    msg`${what} No export makes such a workbook: do not open it, and ask where it came from.`,
  );
const tooLarge = (): FileIssue =>
  new FileIssue('FILE_TOO_LARGE', msg`The workbook unpacks to more than 200 MB: export a folder of CSV files instead.`);

/**
 * How parts are known: OPC compares their names without letter case (ISO/IEC 29500-2, 7.2.3.5), and some writers put
 * back-slashes between folders or a slash before the first.
 */
export const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** The parts of an archive by their names, each inflated and checked when it is read. Throws FileFaults. */
export class ZipParts {
  readonly #archive: Buffer;
  readonly #entries: ReadonlyMap<string, readonly Entry[]>;
  #left: number = zipLimits.bytes;

  constructor(archive: Buffer) {
    this.#archive = archive;
    const entries = readDirectory(archive);
    for (const entry of entries) insistOnGoodEntry(archive, entry);
    this.#entries = Map.groupBy(entries, ({ name }) => partName(name));
  }

  get names(): ReadonlySet<string> {
    return new Set(this.#entries.keys());
  }

  /** What a part holds; undefined where there is none of this name. */
  read(name: string): Buffer | undefined {
    const [entry, twin] = this.#entries.get(partName(name)) ?? [];
    if (entry === undefined) return undefined;
    if (twin !== undefined) throw suspicious(msg`The workbook holds the part “${entry.name}” twice.`);
    if (entry.method !== 0 && entry.method !== 8)
      throw new FileIssue('FILE_TYPE', msg`The workbook is packed in an unusual way: save it again as .xlsx.`);
    const bytes = inflate(entry, packedBytes(this.#archive, entry), this.#left);
    this.#left -= bytes.length;
    if (crc32(bytes) !== entry.crc) throw damaged();
    return bytes;
  }
}

function inflate(entry: Entry, packed: Buffer, left: number): Buffer {
  if (entry.method === 0) {
    if (packed.length > left) throw tooLarge();
    return packed;
  }
  const byRatio = Math.max(packed.length * zipLimits.ratio, zipLimits.ratioFreeBytes);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(byRatio, left)), chunkSize: 256 * 1024 });
  } catch (error) {
    if (!isTooLong(error)) throw damaged();
    throw byRatio < left
      ? suspicious(msg`A part of the workbook unpacks to more than a hundred times its size.`)
      : tooLarge();
  }
}

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

const signatures = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 } as const;
const sizes = { end: 22, directory: 46, local: 30, comment: 0xffff } as const;
const symbolicLink = 0o120000;
const fileTypeBits = 0o170000;

function readDirectory(archive: Buffer): Entry[] {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > zipLimits.entries) throw suspicious(msg`The workbook has ${count} parts.`);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (at + sizes.directory > end || archive.readUInt32LE(at) !== signatures.directory) throw damaged();
    const [nameLength, extraLength, commentLength] = [
      archive.readUInt16LE(at + 28),
      archive.readUInt16LE(at + 30),
      archive.readUInt16LE(at + 32),
    ];
    const next = at + sizes.directory + nameLength + extraLength + commentLength;
    if (next > end) throw damaged();
    const nameEnd = at + sizes.directory + nameLength;
    const long = readLongSizes(archive, at, archive.subarray(nameEnd, nameEnd + extraLength));
    entries.push({
      name: archive.toString('utf8', at + sizes.directory, nameEnd),
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      packed: long.packed,
      offset: long.offset,
      mode: archive.readUInt32LE(at + 38) >>> 16,
    });
    at = next;
  }
  return entries;
}

function findEnd(archive: Buffer): number {
  const earliest = Math.max(0, archive.length - sizes.end - sizes.comment);
  for (let at = archive.length - sizes.end; at >= earliest; at -= 1) {
    if (
      archive.readUInt32LE(at) === signatures.end &&
      at + sizes.end + archive.readUInt16LE(at + 20) === archive.length
    )
      return at;
  }
  throw damaged();
}

const inExtra = 0xffffffff;

/** Sizes that some writers put into the ZIP64 field even where they are small (APPNOTE 4.5.3). */
function readLongSizes(archive: Buffer, at: number, extra: Buffer): { packed: number; offset: number } {
  const sizesHere = {
    unpacked: archive.readUInt32LE(at + 24),
    packed: archive.readUInt32LE(at + 20),
    offset: archive.readUInt32LE(at + 42),
  };
  if (sizesHere.packed !== inExtra && sizesHere.offset !== inExtra) return sizesHere;
  let field = 0;
  while (field + 4 <= extra.length && extra.readUInt16LE(field) !== 1) field += 4 + extra.readUInt16LE(field + 2);
  let value = field + 4;
  const read = (here: number): number => {
    if (here !== inExtra) return here;
    if (value + 8 > extra.length) throw damaged();
    value += 8;
    return Number(extra.readBigUInt64LE(value - 8));
  };
  read(sizesHere.unpacked);
  const packed = read(sizesHere.packed);
  return { packed, offset: read(sizesHere.offset) };
}

function packedBytes(archive: Buffer, entry: Entry): Buffer {
  const at = entry.offset;
  if (at + sizes.local > archive.length || archive.readUInt32LE(at) !== signatures.local) throw damaged();
  const nameEnd = at + sizes.local + archive.readUInt16LE(at + 26);
  if (partName(archive.toString('utf8', at + sizes.local, nameEnd)) !== partName(entry.name))
    throw suspicious(msg`The workbook names a part differently in two places.`);
  const start = nameEnd + archive.readUInt16LE(at + 28);
  if (start + entry.packed > archive.length) throw damaged();
  return archive.subarray(start, start + entry.packed);
}

const lockedBits = 0x2041;

/** What no part may be, whether it is read or not. */
function insistOnGoodEntry(archive: Buffer, entry: Entry): void {
  packedBytes(archive, entry);
  if ((entry.flags & lockedBits) !== 0)
    throw new FileIssue('FILE_TYPE', msg`The workbook is protected by a password: remove the password.`);
  if ((entry.mode & fileTypeBits) === symbolicLink) throw suspicious(msg`The workbook holds a link to another file.`);
  if (/^[A-Za-z]:|\0|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(entry.name))
    throw suspicious(msg`A part of the workbook has a name that leads out of it.`);
}
