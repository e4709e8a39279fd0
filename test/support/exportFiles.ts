import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { utils, write } from 'xlsx';
import { columnsOf, type ExportFile, exportFiles } from '#shared/exchange/columns.ts';
import type { Correction, Fault } from '#shared/exchange/contract.ts';
import type { ExportRow } from '#shared/exchange/rows.ts';
import type { FoundCell } from '#main/features/exchange/read/cellBook.ts';
import type { FaultyRow, OddCell, ReadItem } from '#main/features/exchange/read/protocol.ts';
import { type ReadEvent, readExport, rowsEvent } from '#main/features/exchange/read/readExport.ts';
import { readFile } from '#main/features/exchange/read/readFile.ts';
import { readWorkbook } from '#main/features/exchange/read/readWorkbook.ts';
import type { ReadSource } from '#main/features/exchange/read/openSource.ts';

/** A row of an export file as its cells stand there; columns left out are blank. */
export type Cells = Record<string, string>;
export type ExportTables = Partial<Record<ExportFile, Cells[]>>;

/** The smallest plant in which every file has a row. */
export const buildPlant = (): ExportTables => ({
  products: [
    buildProduct({ code: 'MILK' }),
    buildProduct({ code: 'PUMP', unit: 'EA', lot_tracking: 'none', serial_tracking: 'global' }),
  ],
  partners: [{ code: 'S001', name: 'Meadow Dairy', kind: 'supplier' }],
  locations: [{ code: 'DOCK', name: 'Dock', site: 'MAIN', kind: 'dock' }],
  lots: [{ product: 'MILK', lot: 'L-1', supplier: 'S001', expires_on: '2026-05-01' }],
  movements: [buildReceipt({})],
  serial_links: [{ work_order: 'WO-1', parent_product: 'PUMP', component_product: 'MILK', quantity: '1' }],
});

export const buildProduct = (cells: Cells): Cells => ({
  code: 'MILK',
  name: 'Milk',
  unit: 'kg',
  lot_tracking: 'mandatory',
  ...cells,
});

export const buildReceipt = (cells: Cells): Cells => ({
  at: '2026-01-05T06:00:00Z',
  kind: 'receipt',
  document: 'GRN-1',
  product: 'MILK',
  lot: 'L-1',
  quantity: '10',
  to: 'DOCK',
  status: 'Q',
  partner: 'S001',
  ...cells,
});

/** The columns the rows use, in the order of the format; all required ones among them. */
export function headerOf(file: ExportFile, rows: readonly Cells[]): string[] {
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  return columnsOf(file)
    .filter(({ name, spec }) => used.has(name) || spec.required)
    .map(({ name }) => name);
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Comma-separated text of a table of cells. */
export const csvText = (records: readonly (readonly string[])[], lineEnd = '\n'): string =>
  records.map((record) => record.map(quoted).join(',') + lineEnd).join('');

export function recordsOf(file: ExportFile, rows: readonly Cells[]): string[][] {
  const header = headerOf(file, rows);
  return [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))];
}

/** A workbook with a sheet per table, every cell as text, in the cell or in the table of shared texts. */
export function workbookOf(tables: ExportTables, extra: Record<string, string[][]> = {}, sharesTexts = false): Buffer {
  const book = utils.book_new();
  for (const file of exportFiles) {
    const rows = tables[file];
    if (rows !== undefined) utils.book_append_sheet(book, utils.aoa_to_sheet(recordsOf(file, rows)), file);
  }
  for (const [name, records] of Object.entries(extra)) utils.book_append_sheet(book, utils.aoa_to_sheet(records), name);
  // With this type the writer answers a Buffer.
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: sharesTexts }) as Buffer;
}

/** A folder of its own that is gone after the test: `await using folder = await buildFolder(…)`. */
export async function buildFolder(files: Record<string, string | Buffer>): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'export-'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

export const csvFiles = (tables: ExportTables): Record<string, string> =>
  Object.fromEntries(
    exportFiles.flatMap((file) =>
      tables[file] === undefined ? [] : [[`${file}.csv`, csvText(recordsOf(file, tables[file]))]],
    ),
  );

export type ReadAll = {
  rows: { [F in ExportFile]: ExportRow<F>[] };
  faults: Fault[];
  faultCount: number;
  repeated: number;
  faulty: FaultyRow[];
  corrected: FoundCell[];
  findings: OddCell[];
};

/** Reads an export to its end, in its worker, as the import does. */
export async function readAll(
  source: ReadSource,
  options: Partial<Parameters<typeof readExport>[1]> = {},
): Promise<ReadAll> {
  const all = nothingRead();
  for await (const event of readExport(source, { signal: new AbortController().signal, ...options })) take(all, event);
  return all;
}

const nothingRead = (): ReadAll => ({
  rows: { products: [], partners: [], locations: [], lots: [], movements: [], serial_links: [] },
  faults: [],
  faultCount: 0,
  repeated: 0,
  faulty: [],
  corrected: [],
  findings: [],
});

function take(all: ReadAll, event: ReadEvent | ReadItem): void {
  if (event.kind === 'rows') {
    const rows = 'rows' in event ? event.rows : rowsEvent(event).rows;
    // The event's file and rows belong together; the compiler does not follow that through the index.
    (all.rows[event.file] as unknown[]).push(...rows);
  } else if (event.kind === 'source' || event.kind === 'closed') {
    all.faults.push(...event.faults);
    all.faultCount += event.kind === 'closed' ? event.faultCount : event.faults.length;
    all.repeated += event.kind === 'closed' ? event.repeated : 0;
    all.faulty.push(...(event.kind === 'closed' ? event.faulty : []));
    all.corrected.push(...(event.kind === 'closed' ? event.corrected : []));
    all.findings.push(...(('findings' in event ? event.findings : undefined) ?? []));
  }
}

/** Reads the records of one file in this thread, which a test of many small files is quicker with. */
export async function readTable(
  file: ExportFile,
  records: string[][],
  corrections: readonly Correction[] = [],
): Promise<ReadAll> {
  async function* batches() {
    yield { records, done: 1, total: 1 };
  }
  const all = nothingRead();
  const send = async (message: ReadItem): Promise<void> => take(all, message);
  await readFile(
    { file, name: `${file}.csv`, strict: true, batches: batches() },
    { corrections, known: [] },
    send,
    () => {},
  );
  return all;
}

/** Reads a workbook in this thread. */
export async function readSheets(workbook: Buffer, corrections: readonly Correction[] = []): Promise<ReadAll> {
  await using folder = await buildFolder({ 'plant.xlsx': workbook });
  const all = nothingRead();
  const send = async (message: ReadItem): Promise<void> => take(all, message);
  await readWorkbook(
    { name: 'plant.xlsx', path: join(folder.path, 'plant.xlsx') },
    { corrections, known: [] },
    send,
    () => {},
  );
  return all;
}

/** Faults without their sentences: `file row column CODE`. */
export const where = (faults: readonly Fault[]): string[] =>
  faults.map(({ file, row, column, code }) => `${file} ${row} ${column} ${code}`);

export const readFolder = async (files: Record<string, string | Buffer>): Promise<ReadAll> => {
  await using folder = await buildFolder(files);
  return await readAll({ kind: 'path', path: folder.path });
};

export type ZipEntry = {
  name: string;
  content: string | Buffer;
  /** What the headers claim instead of the truth. */
  claims?: { size?: number; flags?: number; mode?: number; localName?: string; method?: number };
};

/** A zip archive, honest or not. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims = {} } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(claims.flags ?? 0, 2);
    common.writeUInt16LE(claims.method ?? 8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims.size ?? bytes.length, 18);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), withName(common, claims.localName ?? name), packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE((claims.mode ?? 0) * 0x10000, 6);
    central.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 3]);
    const fixed = Buffer.concat([common.subarray(0, 22), lengthOf(name), Buffer.alloc(2), central]);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), made, fixed, Buffer.from(name)]));
    pieces.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

const lengthOf = (name: string): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(Buffer.byteLength(name), 0);
  return bytes;
};

const withName = (common: Buffer, name: string): Buffer =>
  Buffer.concat([common.subarray(0, 22), lengthOf(name), Buffer.alloc(2), Buffer.from(name)]);

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook with one sheet, written by hand. `rows` is the XML inside sheetData, `after` what follows it. */
export function rawWorkbookParts(sheet: {
  name: string;
  rows: string;
  after?: string;
  is1904?: boolean;
  contentType?: string;
}): ZipEntry[] {
  const { name, rows, after = '', is1904 = false, contentType = `${spreadsheetType}.sheet.main+xml` } = sheet;
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;
  return [
    {
      name: '[Content_Types].xml',
      content: `${xml}<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', contentType)}${override('/xl/worksheets/sheet1.xml', `${spreadsheetType}.worksheet+xml`)}${override('/xl/styles.xml', `${spreadsheetType}.styles+xml`)}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${xml}<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${xml}<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      // Style 1 is a date, style 2 shows numbers with five digits.
      name: 'xl/styles.xml',
      content: `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${xml}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    },
  ];
}

/** A cell of a hand-written sheet: plain text, or its XML after the reference, such as ` s="1"><v>5</v></c>`. */
export type RawXmlCell = string | { xml: string };

/** Rows of a hand-written sheet. */
export const rowsXml = (records: readonly (readonly RawXmlCell[])[]): string =>
  records
    .map(
      (record, row) =>
        `<row r="${row + 1}">${record.map((cell, column) => cellXml(cell, row + 1, column)).join('')}</row>`,
    )
    .join('');

const cellXml = (cell: RawXmlCell, row: number, column: number): string => {
  const reference = `<c r="${utils.encode_col(column)}${row}"`;
  if (typeof cell !== 'string') return reference + cell.xml;
  const escaped = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `${reference} t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
};

export const rawWorkbook = (
  name: string,
  records: readonly (readonly RawXmlCell[])[],
  more: { after?: string; is1904?: boolean } = {},
): Buffer => zipOf(rawWorkbookParts({ name, rows: rowsXml(records), ...more }));
