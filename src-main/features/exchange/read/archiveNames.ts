import { open } from 'node:fs/promises';

/** The list of an archive's files is at its end; that of one with very many files is not read. */
const longestEnd = 1024 * 1024;
const signatures = { end: 0x06054b50, entry: 0x02014b50 } as const;
const sizes = { end: 22, entry: 46 } as const;

/** The names of the files in a zip archive (PKWARE APPNOTE 6.3, section 4.3); none where they cannot be read. */
export async function namesInZip(path: string): Promise<string[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const end = Buffer.alloc(Math.min(size, longestEnd));
    await file.read(end, 0, end.length, size - end.length);
    return namesIn(end, size - end.length);
  } finally {
    await file.close();
  }
}

function namesIn(bytes: Buffer, skipped: number): string[] {
  const at = lastEnd(bytes);
  if (at === undefined) return [];
  const names: string[] = [];
  let entry = bytes.readUInt32LE(at + 16) - skipped;
  while (entry >= 0 && entry + sizes.entry <= at && bytes.readUInt32LE(entry) === signatures.entry) {
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(entry + place));
    const from = entry + sizes.entry;
    names.push(bytes.toString('utf8', from, from + (name ?? 0)));
    entry = from + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}

function lastEnd(bytes: Buffer): number | undefined {
  for (let at = bytes.length - sizes.end; at >= 0; at -= 1) if (bytes.readUInt32LE(at) === signatures.end) return at;
  return undefined;
}
