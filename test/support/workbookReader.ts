import { crc32, inflateRawSync } from 'node:zlib';

/** A small reader of workbooks that knows nothing of how ours are made: the archive's entries and the cells' XML. */
export type ReadCell = {
  /** The `t` of the cell, "n" where there is none. */
  type: string;
  value: string;
  /** The code of its number format. */
  format: string;
  quoted: boolean;
  bold: boolean;
};
export type ReadSheet = {
  name: string;
  rows: (ReadCell | undefined)[][];
  widths: number[];
  filter: string | undefined;
  frozenRows: number;
  xml: string;
};
export type Workbook = { entries: Map<string, string>; sheets: ReadSheet[]; names: Record<string, string> };

export function unzip(bytes: Buffer): Map<string, string> {
  const entries = new Map<string, string>();
  const end = bytes.lastIndexOf('PK\u0005\u0006');
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = inflateRawSync(bytes.subarray(start, start + packed));
    if (content.length !== size || crc32(content) !== bytes.readUInt32LE(at + 16))
      throw new Error(`${name} is damaged`);
    entries.set(name, content.toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

export function readWorkbook(bytes: Buffer): Workbook {
  const entries = unzip(bytes);
  const workbook = entries.get('xl/workbook.xml') ?? '';
  const targets = new Map(
    [...(entries.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)].map(
      ([, id, target]) => [id, `xl/${target}`] as const,
    ),
  );
  const formats = readFormats(entries.get('xl/styles.xml') ?? '');
  const sheets = [...workbook.matchAll(/<sheet name="([^"]*)"[^>]*r:id="(\w+)"/g)].map(([, name = '', id]) => {
    const xml = entries.get(targets.get(id) ?? '') ?? '';
    return {
      name: plain(name),
      rows: readRows(xml, formats),
      widths: [...xml.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width)),
      filter: /<autoFilter ref="([^"]+)"/.exec(xml)?.[1],
      frozenRows: Number(/<pane [^>]*ySplit="(\d+)"[^>]*state="frozen"/.exec(xml)?.[1] ?? 0),
      xml,
    };
  });
  const names = Object.fromEntries(
    [...workbook.matchAll(/<definedName name="([^"]+)" localSheetId="(\d+)"[^>]*>([^<]*)</g)].map(
      ([, name, sheet, text = '']) => [`${name} ${sheet}`, plain(text)],
    ),
  );
  return { entries, sheets, names };
}

type Format = Pick<ReadCell, 'format' | 'quoted' | 'bold'>;

function readFormats(styles: string): Format[] {
  const builtIn: Record<string, string> = { 0: 'General', 3: '#,##0', 10: '0.00%', 49: '@' };
  const own = Object.fromEntries(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]+)"/g)].map(([, id, code]) => [id, code]),
  );
  const fonts = [...(/<fonts.*<\/fonts>/s.exec(styles)?.[0] ?? '').matchAll(/<font>.*?<\/font>/gs)].map(
    ([font]) => font,
  );
  return [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf ([^>]*)>/g)].map(
    ([, attributes = '']) => {
      const id = /numFmtId="(\d+)"/.exec(attributes)?.[1] ?? '';
      return {
        format: own[id] ?? builtIn[id] ?? `unknown ${id}`,
        quoted: attributes.includes('quotePrefix="1"'),
        bold: fonts[Number(/fontId="(\d+)"/.exec(attributes)?.[1])]?.includes('<b/>') ?? false,
      };
    },
  );
}

function readRows(xml: string, formats: readonly Format[]): (ReadCell | undefined)[][] {
  const rows: (ReadCell | undefined)[][] = [];
  for (const [, row = '', cells = ''] of xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gs)) {
    const read: (ReadCell | undefined)[] = [];
    for (const [, letters = '', attributes = '', inside = ''] of cells.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*)>(.*?)<\/c>/gs,
    )) {
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const text = /<t[^>]*>(.*?)<\/t>/s.exec(inside)?.[1] ?? /<v>(.*?)<\/v>/.exec(inside)?.[1] ?? '';
      const format = formats[Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0)];
      if (format === undefined) throw new Error('a style that is not there');
      read[column] = { type: / t="(\w+)"/.exec(attributes)?.[1] ?? 'n', value: plain(text), ...format };
    }
    rows[Number(row) - 1] = read;
  }
  return Array.from(rows, (row) => row ?? []);
}

/** XML's own escapes, then the ones of sheets. */
const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
