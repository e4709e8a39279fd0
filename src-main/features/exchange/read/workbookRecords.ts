import { readFile, stat } from 'node:fs/promises';
import { type CellObject, type DenseWorkSheet, read, type WorkSheet } from 'xlsx';
import { type ExportFile, exportFileNamed } from '#shared/exchange/columns.ts';
import { msg } from '#shared/kernel/message.ts';
import type { RawCell } from './cellBook.ts';
import { FileIssue, quote } from './faults.ts';
import { insistOnWorkbook } from './fileKind.ts';
import { hiddenFindings, type SheetState } from './hiddenCells.ts';
import { packWorkbook } from './plainWorkbook.ts';
import type { FileToRead } from './readFile.ts';
import { nameOf, type PlainSheet, plainSheet, type ShownAs } from './sheetCells.ts';
import { unsaidFormat } from './sheetStyles.ts';
import type { SheetCell } from './sheetText.ts';
import { workbookParts } from './workbookParts.ts';
import { damagedWorkbook } from './xmlPart.ts';

const largestWorkbook = 100 * 1024 ** 2;

/** The cells of a sheet by row and column, both from 0; blank ones are undefined, and so are rows without any. */
export type SheetRows = readonly (readonly RawCell[] | undefined)[];

/** A sheet of an export. Its rows begin with the header; asking for them may throw a FileIssue. */
export type Sheet = { file: ExportFile; name: string; rows: () => SheetRows; hidden: FileToRead['hidden'] };

/** A sheet that is no part of an export and is not empty. */
export type StraySheet = { name: string; fault: FileIssue };

/** Opens a workbook of an export and reads all of its sheets. Throws a FileIssue when it cannot be used as a whole. */
export async function openWorkbook(path: string): Promise<{ sheets: Sheet[]; strays: StraySheet[] }> {
  const sheets: Sheet[] = [];
  const strays: StraySheet[] = [];
  for (const sheet of await openSheets(path)) {
    const { name, plain, state } = sheet;
    const file = exportFileNamed(name.trim());
    if (file === undefined) {
      if (plain.filled.length > 0 || plain.fault !== undefined)
        strays.push({
          name,
          fault: new FileIssue(
            'VALIDATION',
            state === 'visible'
              ? msg`The sheet “${quote(name)}” is not part of an export: correct its name or remove it.`
              : msg`The hidden sheet “${quote(name)}” is not part of an export: correct its name or remove it.`,
          ),
        });
    } else if (sheets.some((earlier) => earlier.file === file)) {
      strays.push({
        name,
        fault: new FileIssue('DUPLICATE', msg`Two sheets bear the name “${quote(file)}”: remove one.`),
      });
    } else {
      sheets.push({
        file,
        name,
        rows: () => rowsOf(sheet),
        hidden: (columnAt) => hiddenFindings(state, plain.hidden, columnAt),
      });
    }
  }
  return { sheets, strays };
}

/** All sheets of a workbook, whatever they are for. Throws a FileIssue when it cannot be used as a whole. */
export async function openSheets(path: string): Promise<ReadSheet[]> {
  if ((await stat(path)).size > largestWorkbook) {
    throw new FileIssue(
      'FILE_TOO_LARGE',
      msg`The workbook is larger than 100 MB: export a folder of CSV files instead.`,
    );
  }
  const archive = await readFile(path);
  insistOnWorkbook(archive);
  return readSheets(archive);
}

export type ReadSheet = { name: string; state: SheetState; plain: PlainSheet; cells: WorkSheet; is1904: boolean };

/**
 * The sheets as the workbook library reads them, from a workbook written anew: it passes cells over that are written
 * in ways it does not expect, changes some texts, and finds no parts under unusual names.
 */
function readSheets(archive: Buffer): ReadSheet[] {
  const { sheets, shared, styles, is1904 } = workbookParts(archive);
  const context = { shared, styles };
  const plain = sheets.flatMap(({ name, state, xml }) =>
    // Charts and dialogs are sheets too, without cells.
    xml === undefined ? [] : [{ name, state, sheet: plainSheet(xml, context) }],
  );
  const packed = packWorkbook({
    sheets: plain.map(({ sheet }) => sheet.xml),
    texts: shared.texts,
    styles: styles.xml,
    is1904,
  });
  // UTC: dates are the parts the sheet shows, in every time zone. Number formats distinguish 00012 from 12.
  const workbook = read(packed, {
    type: 'buffer',
    dense: true,
    cellDates: true,
    UTC: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
  });
  return plain.map(({ name, state, sheet }, at) => {
    const cells = workbook.Sheets[workbook.SheetNames[at] ?? ''];
    if (cells === undefined) throw damagedWorkbook();
    return { name, state, plain: sheet, cells, is1904 };
  });
}

/** The rows, once every cell that was counted in the file has come out of the reader. */
export function rowsOf({ plain, cells, is1904 }: ReadSheet): SheetRows {
  const { filled, unusable, shown, fault } = plain;
  const isPlain = unusable.size === 0 && shown.size === 0;
  if (fault !== undefined) throw fault;
  // `dense` was requested, so the cells are in rows.
  const data = (cells as Partial<DenseWorkSheet>)['!data'] ?? [];
  return filled.map((count, row) => {
    const record = Array.from(data[row] ?? [], (cell, column) => {
      const value = rawCell(cell, is1904);
      if (value === undefined || isPlain) return value;
      const address = nameOf({ row, column });
      return unusable.get(address) ?? shownAs(value, shown.get(address));
    });
    if (record.filter((value) => value !== undefined).length !== count)
      throw damagedWorkbook(msg`Row ${row + 1} of a sheet does not hold the cells that were read of it`);
    return record;
  });
}

/** A cell with what the sheet does to it beside showing what it holds. */
function shownAs(cell: string | SheetCell, how: ShownAs | undefined): RawCell {
  if (how === undefined) return cell;
  const held: SheetCell =
    typeof cell === 'string' ? { kind: 'text', value: cell, numberFormat: how.textFormat ?? 'General' } : cell;
  return { ...held, marks: how.marks };
}

function rawCell(cell: CellObject | undefined, is1904: boolean): RawCell {
  const numberFormat = String(cell?.z ?? '');
  switch (cell?.t) {
    case 's':
      return typeof cell.v === 'string' && cell.v !== '' ? cell.v : undefined;
    case 'n':
      if (typeof cell.v !== 'number') return undefined;
      return numberFormat === unsaidFormat
        ? { kind: 'unsaid', value: cell.v, date: dayOf(cell.v, is1904) }
        : { kind: 'number', value: cell.v, numberFormat };
    case 'd':
      return cell.v instanceof Date ? { kind: 'date', value: cell.v, numberFormat } : undefined;
    default:
      return undefined;
  }
}

/** The day by its number in the workbook's date system (ISO/IEC 29500-1, 18.17.4.1), of our time. */
const dayOf = (number: number, is1904: boolean): Date =>
  new Date(Date.UTC(is1904 ? 1904 : 1899, 0, is1904 ? 1 : 364) + number * 86_400_000);
