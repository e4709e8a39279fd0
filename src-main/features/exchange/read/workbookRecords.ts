import { readFile, stat } from 'node:fs/promises';
import { type ExportFile, exportFileNamed } from '#shared/exchange/columns.ts';
import { FileFault, quote } from './faults.ts';
import { insistOnWorkbook } from './fileKind.ts';
import { readSheet, type SheetRead, type SheetRows } from './sheetCells.ts';
import { workbookParts } from './workbookParts.ts';

const largestWorkbook = 100 * 1024 ** 2;

/** A sheet of an export. Its rows begin with the header; asking for them may throw a FileFault. */
export type Sheet = { file: ExportFile; name: string; rows: () => SheetRows };

/** A sheet that is no part of an export and is not empty. */
export type StraySheet = { name: string; fault: FileFault };

/** Opens a workbook and reads all of its sheets. Throws a FileFault when it cannot be used as a whole. */
export async function openWorkbook(path: string): Promise<{ sheets: Sheet[]; strays: StraySheet[] }> {
  if ((await stat(path)).size > largestWorkbook) {
    throw new FileFault('FILE_TOO_LARGE', 'The workbook is larger than 100 MB: export a folder of CSV files instead.');
  }
  const archive = await readFile(path);
  insistOnWorkbook(archive);
  const workbook = workbookParts(archive);
  const sheets: Sheet[] = [];
  const strays: StraySheet[] = [];
  for (const { name, xml } of workbook.sheets) {
    const read: SheetRead = xml === undefined ? { rows: [], fault: undefined } : readSheet(xml, workbook);
    const file = exportFileNamed(name.trim());
    if (file === undefined) {
      if (read.rows.length > 0 || read.fault !== undefined)
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
      sheets.push({ file, name, rows: () => rowsOf(read) });
    }
  }
  return { sheets, strays };
}

function rowsOf({ rows, fault }: SheetRead): SheetRows {
  if (fault !== undefined) throw fault;
  return rows;
}
