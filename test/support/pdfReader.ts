import { inflateSync } from 'node:zlib';

/** A small reader of PDF files that knows nothing of how ours are made: objects, pages, text through its Unicode maps. */
export type PdfPage = {
  width: number;
  height: number;
  /** Each line of text with its place, in drawing order. `tag` is what it is marked as. */
  texts: { text: string; x: number; y: number; tag: string }[];
  /** What is drawn, as written. */
  content: string;
};
export type Pdf = {
  pages: PdfPage[];
  /** The catalogue as written. */
  catalog: string;
  /** The metadata packet. */
  xmp: string;
  /** Bookmarks as "level title". */
  bookmarks: string[];
  /** How many elements of each kind the logical structure has. */
  structure: Record<string, number>;
  alternatives: string[];
  fonts: string[];
  /** Every file that a font, image or action would load from elsewhere. */
  addresses: string[];
};

type Objects = Map<number, { head: string; stream: Buffer | undefined }>;

export function readPdf(bytes: Buffer): Pdf {
  const objects = readObjects(bytes);
  const catalog = [...objects.values()].find(({ head }) => head.includes('/Type /Catalog'))?.head ?? '';
  const head = (id: number): string => objects.get(id)?.head ?? '';
  const unicode = readFonts(objects);
  const pages = references(head(reference(catalog, 'Pages')), 'Kids').map((id) => readPage(objects, id, unicode));
  const structure: Record<string, number> = {};
  for (const { head: text } of objects.values()) {
    const kind = /^<<\s*\/S \/(\w+)\s*\/P /.exec(text)?.[1] ?? /\/S \/(\w+)[\s\S]*\/P \d+ 0 R/.exec(text)?.[1];
    if (kind !== undefined) structure[kind] = (structure[kind] ?? 0) + 1;
  }
  return {
    pages,
    catalog,
    xmp: objects.get(reference(catalog, 'Metadata'))?.stream?.toString('utf8') ?? '',
    bookmarks: readBookmarks(objects, reference(catalog, 'Outlines'), 0),
    structure,
    alternatives: [...objects.values()].flatMap(({ head: text }) => {
      const alt = /\/Alt (\((?:\\.|[^\\)])*\))/s.exec(text)?.[1];
      return alt === undefined ? [] : [readString(alt)];
    }),
    fonts: [...objects.values()].flatMap(({ head: text }) => /\/BaseFont \/(\S+)/.exec(text)?.[1] ?? []),
    addresses: [...objects.values()].flatMap(
      ({ head: text }) => /\/(URI|Launch|GoToR|JavaScript)\b/.exec(text)?.[1] ?? [],
    ),
  };
}

/** All texts of a page as one, for looking something up. */
export const pageText = (page: PdfPage): string => page.texts.map(({ text }) => text).join('\n');

function readObjects(bytes: Buffer): Objects {
  const text = bytes.toString('latin1');
  const table = text.slice(Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]));
  const objects: Objects = new Map();
  [...table.matchAll(/^(\d{10}) (\d{5}) ([nf]) ?$/gm)].forEach(([, offset, , kind], id) => {
    if (kind !== 'n') return;
    const start = Number(offset);
    const begin = `${id} 0 obj\n`;
    if (!text.startsWith(begin, start)) throw new Error(`the table of objects is wrong at ${id}`);
    const end = text.indexOf('endobj', start);
    const at = text.indexOf('stream\n', start);
    if (at === -1 || at > end) {
      objects.set(id, { head: text.slice(start + begin.length, end), stream: undefined });
      return;
    }
    const head = text.slice(start + begin.length, at);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    const raw = bytes.subarray(at + 7, at + 7 + length);
    objects.set(id, { head, stream: head.includes('/FlateDecode') ? inflateSync(raw) : raw });
  });
  return objects;
}

const reference = (head: string, key: string): number => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1] ?? -1);

const references = (head: string, key: string): number[] =>
  [...(new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(head)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));

/** For each font object, which text its glyph numbers stand for. */
function readFonts(objects: Objects): Map<number, Map<number, string>> {
  const fonts = new Map<number, Map<number, string>>();
  for (const [id, { head }] of objects) {
    const map = objects.get(reference(head, 'ToUnicode'))?.stream?.toString('latin1');
    if (map === undefined) continue;
    const glyphs = new Map<number, string>();
    for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
      [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex = ''], index) =>
        glyphs.set(Number.parseInt(first, 16) + index, utf16(Buffer.from(hex.replaceAll(' ', ''), 'hex'))),
      );
    }
    fonts.set(id, glyphs);
  }
  return fonts;
}

const utf16 = (bytes: Buffer): string => Buffer.from(bytes).swap16().toString('utf16le');

function readPage(objects: Objects, id: number, unicode: Map<number, Map<number, string>>): PdfPage {
  const head = objects.get(id)?.head ?? '';
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head);
  const resources = objects.get(reference(head, 'Resources'))?.head ?? head;
  const fonts = new Map(
    [...(/\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? '').matchAll(/\/(F\d+) (\d+) 0 R/g)].map(
      ([, name, font]) => [name, unicode.get(Number(font))] as const,
    ),
  );
  const content = objects.get(reference(head, 'Contents'))?.stream?.toString('latin1') ?? '';
  const texts: PdfPage['texts'] = [];
  const marks: string[] = [];
  const step = /\/(\w+) (?:<<[^>]*>> BDC|BMC)|\bEMC\b|BT (.*?) ET/gs;
  for (const [whole, mark, shown] of content.matchAll(step)) {
    if (mark !== undefined) marks.push(mark);
    else if (whole === 'EMC') marks.pop();
    else if (shown !== undefined) {
      const [, x = '', y = ''] = /0 0 -1 (\S+) (\S+) Tm/.exec(shown) ?? [];
      // What is said instead of the glyphs, where they cannot be read one by one; else the glyphs themselves.
      const pieces = /\/Span <<\/ActualText <([0-9a-f]*)>>> BDC .*? EMC|\/(F\d+) \S+ Tf <([0-9a-f]*)> Tj/gs;
      const text = [...shown.matchAll(pieces)]
        .map(([, said, font = '', hex = '']) =>
          said === undefined
            ? (hex.match(/.{4}/g) ?? [])
                .map((glyph) => fonts.get(font)?.get(Number.parseInt(glyph, 16)) ?? '?')
                .join('')
            : utf16(Buffer.from(said.slice(4), 'hex')),
        )
        .join('');
      if (text.trim() !== '') texts.push({ text, x: Number(x), y: Number(y), tag: marks.at(-1) ?? '' });
    }
  }
  return { width: Number(box?.[1]), height: Number(box?.[2]), texts, content };
}

function readBookmarks(objects: Objects, id: number, level: number): string[] {
  const found: string[] = [];
  for (let at = reference(objects.get(id)?.head ?? '', 'First'); at !== -1; ) {
    const head = objects.get(at)?.head ?? '';
    found.push(`${level + 1} ${readString(/\/Title (\((?:\\.|[^\\)])*\))/s.exec(head)?.[1] ?? '()')}`);
    found.push(...readBookmarks(objects, at, level + 1));
    at = reference(head, 'Next');
  }
  return found;
}

/** A string in parentheses, in UTF-16 where it says so. */
function readString(literal: string): string {
  const plain = literal
    .slice(1, -1)
    .replace(/\\([nrtbf()\\])/g, (_, sign: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[sign] ?? sign);
  return plain.startsWith('\u00fe\u00ff') ? utf16(Buffer.from(plain.slice(2), 'latin1')) : plain;
}
