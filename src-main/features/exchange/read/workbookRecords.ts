import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { type CellObject, type DenseWorkSheet, read, type WorkBook, type WorkSheet } from 'xlsx';
import { type ExportFile, exportFileNamed } from '#shared/exchange/columns.ts';
import { FileFault, quote } from './faults.ts';
import { insistOnPlainWorkbook, insistOnWorkbook } from './fileKind.ts';
import type { RawCell } from './cellBook.ts';
import { packStored, scanZip, type ZipPart } from './zipScan.ts';

const largestWorkbook = 100 * 1024 ** 2;
const mostRows = 1_048_576;
const mostColumns = 200;

type SheetRows = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** A sheet of an export. Its rows begin with the header and are undefined where a row is empty; reading them may throw a FileFault. */
export type Sheet = { file: ExportFile; name: string; rows: () => SheetRows };

/** A sheet that is no part of an export and is not empty. */
export type StraySheet = { name: string; fault: FileFault };

/** Opens a workbook after every part of it was checked. Throws a FileFault when it cannot be used as a whole. */
export async function openWorkbook(path: string): Promise<{ sheets: Sheet[]; strays: StraySheet[] }> {
  if ((await stat(path)).size > largestWorkbook) {
    throw new FileFault('FILE_TOO_LARGE', 'The workbook is larger than 100 MB: export a folder of CSV files instead.');
  }
  const workbook = parse(checkedArchive(await readFile(path)));
  const sheets: Sheet[] = [];
  const strays: StraySheet[] = [];
  for (const name of workbook.SheetNames) {
    const sheet = sheetOf(workbook, name);
    const file = exportFileNamed(name.trim());
    if (file === undefined) {
      if (dataOf(sheet).length > 0)
        strays.push({
          name,
          fault: new FileFault(
            'VALIDATION',
            `The sheet “${quote(name)}” is not part of an export: correct its name or remove it.`,
          ),
        });
    } else if (sheets.some((earlier) => earlier.file === file)) {
      strays.push({
        name,
        fault: new FileFault('DUPLICATE', `Two sheets bear the name “${quote(file)}”: remove one.`),
      });
    } else {
      sheets.push({ file, name, rows: () => checkedRows(sheet) });
    }
  }
  return { sheets, strays };
}

/** A part with macros. Types by file extension are named in workbooks without any, too. */
const macroPart = /<Override[^<>]*macroEnabled/i;

/** The same workbook with nothing in it but parts that were inflated and checked here. */
function checkedArchive(archive: Buffer): Buffer {
  insistOnWorkbook(archive);
  const names = new Set<string>();
  const parts: ZipPart[] = [];
  for (const part of scanZip(archive)) {
    names.add(part.name);
    if (/\.(?:xml|rels)$/i.test(part.name)) parts.push({ name: part.name, bytes: checkedXml(part.bytes) });
  }
  insistOnPlainWorkbook(names);
  const types = parts.find((part) => part.name === '[Content_Types].xml');
  if (types !== undefined && macroPart.test(types.bytes.toString('utf8')))
    throw new FileFault('FILE_TYPE', 'The workbook may hold macros (.xlsm): save it as an Excel workbook (.xlsx).');
  return packStored(parts);
}

const damaged = (): FileFault =>
  new FileFault(
    'FILE_DAMAGED',
    'The workbook is damaged: open it in the spreadsheet program, save it again and import that.',
  );

function checkedXml(bytes: Buffer): Buffer {
  if (!isUtf8(bytes)) throw damaged();
  if (bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY')) {
    throw new FileFault(
      'FILE_SUSPICIOUS',
      'The workbook declares entities. No export makes such a workbook: do not open it, and ask where it came from.',
    );
  }
  const tail = bytes.subarray(-200).toString('latin1').trimEnd();
  if (!tail.endsWith('>')) throw damaged();
  return bytes.includes('&#') || bytes.includes('t="str"') ? Buffer.from(mendForParser(bytes.toString('utf8'))) : bytes;
}

const astralReference = /&#(?:x([0-9a-f]{5,6})|(\d{5,7}));/gi;
const textAsResult = /<((?:\w+:)?)c\b([^<>]*?)\st="str"([^<>]*)>\s*<\1v(?:\s[^<>]*)?>([^<]*)<\/\1v>/g;

/**
 * Rewrites what the workbook parser would change without a word: it cuts characters written by a number beyond
 * 65,535 (emoji) in half, and resolves references twice in cells that hold a text the way results of formulas are held.
 */
const mendForParser = (xml: string): string =>
  xml
    .replace(astralReference, (reference, hex: string | undefined, decimal: string | undefined) => {
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point > 0xffff && point <= 0x10ffff ? String.fromCodePoint(point) : reference;
    })
    .replace(textAsResult, '<$1c$2 t="inlineStr"$3><$1is><$1t>$4</$1t></$1is>');

function parse(archive: Buffer): WorkBook {
  try {
    // UTC: dates are the parts the sheet shows, wherever this runs. Number formats tell 00012 from 12.
    return read(archive, {
      type: 'buffer',
      dense: true,
      cellDates: true,
      UTC: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
    });
  } catch {
    throw damaged();
  }
}

function sheetOf(workbook: WorkBook, name: string): WorkSheet {
  const sheet = workbook.Sheets[name];
  // The parser leaves out a sheet it cannot read, without a word.
  if (sheet === undefined) throw damaged();
  return sheet;
}

/** `dense` was asked for, so the cells stand in rows; a chart has none. */
const dataOf = (sheet: WorkSheet): SheetRows => (sheet as Partial<DenseWorkSheet>)['!data'] ?? [];

function checkedRows(sheet: WorkSheet): SheetRows {
  const rows = dataOf(sheet);
  if (rows.length > mostRows)
    throw new FileFault('FILE_TOO_LARGE', `The sheet has cells below row ${mostRows}: clear them.`);
  const wide = rows.findIndex((row) => row !== undefined && row.length > mostColumns);
  if (wide !== -1)
    throw new FileFault('FILE_TOO_LARGE', `The sheet has cells beyond column ${mostColumns}: clear them.`, {
      row: wide + 1,
    });
  const [merge] = sheet['!merges'] ?? [];
  if (merge !== undefined)
    throw new FileFault('VALIDATION', 'The sheet has merged cells: unmerge them and fill each one.', {
      row: merge.s.r + 1,
    });
  return rows;
}

/** A row's cells as they are read: text as text, everything else with its kind. */
export const rawCells = (row: readonly (CellObject | undefined)[]): RawCell[] => Array.from(row, rawCell);

/** Errors of a sheet by their numbers ([MS-XLSB] 2.5.97.2, BErr). */
const sheetErrors: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

function rawCell(cell: CellObject | undefined): RawCell {
  if (cell === undefined) return undefined;
  if (cell.f !== undefined || cell.F !== undefined)
    return {
      kind: 'unusable',
      why: 'The cell holds a formula. Copy the column and paste it as values.',
      shown: `=${cell.f ?? ''}`,
    };
  switch (cell.t) {
    case 's':
      return typeof cell.v === 'string' ? cell.v : '';
    case 'n':
      return typeof cell.v === 'number'
        ? { kind: 'number', value: cell.v, numberFormat: String(cell.z ?? '') }
        : undefined;
    case 'd':
      return cell.v instanceof Date ? { kind: 'date', value: cell.v } : undefined;
    case 'b':
      return {
        kind: 'unusable',
        why: 'The cell holds a truth value. Format it as text and type it again.',
        shown: cell.v === true ? 'TRUE' : 'FALSE',
      };
    case 'e':
      return {
        kind: 'unusable',
        why: 'The cell holds an error such as #N/A. Mend it in the spreadsheet.',
        shown: sheetErrors.get(Number(cell.v)) ?? '#N/A',
      };
    default:
      return undefined;
  }
}
