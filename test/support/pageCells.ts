import Database from 'better-sqlite3';

/** Bytes of a file, from one up to, and without, another. */
export type Range = { from: number; to: number };

type Page = { pageno: number; pagetype: string; pgsize: number };

/**
 * Where in a store's file the rows of a table lie: every cell of its leaf pages and what overflows from them. Follows
 * the file format (https://www.sqlite.org/fileformat2.html, section 1.6), so that a test can damage a row and nothing else.
 */
export function cellsOf(file: string, table: string): Range[] {
  const db = new Database(file, { readonly: true });
  try {
    const pages = db
      .prepare<[string], Page>("select pageno, pagetype, pgsize from dbstat where name = ? and pagetype <> 'internal'")
      .all(table);
    const bytes = db.serialize();
    return pages.flatMap(({ pageno, pagetype, pgsize }) =>
      pagetype === 'leaf'
        ? leafCells(bytes, { start: (pageno - 1) * pgsize, size: pgsize, isFirst: pageno === 1 })
        : overflow(bytes, { start: (pageno - 1) * pgsize, size: pgsize }),
    );
  } finally {
    db.close();
  }
}

type Cells = { name: string; pageno: number; pgsize: number; ncell: number };

/** Every page of a file by what it is for: the name of its table or index, and how many rows it holds. */
export function pagesOf(file: string): Cells[] {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare<[], Cells>('select name, pageno, pgsize, ncell from dbstat order by pageno').all();
  } finally {
    db.close();
  }
}

function leafCells(
  bytes: Buffer,
  { start, size, isFirst }: { start: number; size: number; isFirst: boolean },
): Range[] {
  const header = start + (isFirst ? 100 : 0);
  const count = bytes.readUInt16BE(header + 3);
  return Array.from({ length: count }, (_, index) => {
    const cell = start + bytes.readUInt16BE(header + 8 + index * 2);
    const length = varint(bytes, cell);
    const rowid = varint(bytes, length.next);
    return { from: cell, to: rowid.next + localPart(length.value, size) };
  });
}

/** How much of a payload lies in the leaf itself (section 1.6, "U", "X", "M" and "K"). */
function localPart(payload: number, usable: number): number {
  const most = usable - 35;
  if (payload <= most) return payload;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const fitting = least + ((payload - least) % (usable - 4));
  return fitting <= most ? fitting : least;
}

/** An overflow page that another follows is full; how much of a last one is used, its row alone knows, so it is left out. */
function overflow(bytes: Buffer, { start, size }: { start: number; size: number }): Range[] {
  return bytes.readUInt32BE(start) === 0 ? [] : [{ from: start + 4, to: start + size }];
}

function varint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(at + index);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return { value: value * 256 + bytes.readUInt8(at + 8), next: at + 9 };
}
