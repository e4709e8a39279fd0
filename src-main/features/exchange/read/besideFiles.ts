import type { Dirent } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { namesInZip } from './archiveNames.ts';
import { columnsOf, type ExportFile, exportFileNamed, exportFiles } from '#shared/exchange/columns.ts';

/** Something in the folder of an export that looks like a part of it and is not read: a file of it, any workbook, or an archive or a folder with such files. */
export type UnreadEntry =
  | { kind: 'table'; name: string; table: ExportFile }
  | { kind: 'workbook' | 'archive'; name: string }
  | { kind: 'folder'; name: string; files: readonly string[] };

/** So many entries of folders are looked at, and so many folders deep: a larger tree is no place of exports. */
const mostEntries = 2000;
const deepest = 3;

/**
 * Finds files in a folder, beside its CSV files and `.xlsx` workbooks, that look like a part of the export by their
 * name or by their first lines. What systems and people put anywhere is passed over: locks, notes, hidden files and
 * folders; hidden files are judged by their first lines, since programs that sync, edit and mail keep such copies.
 */
export async function unreadEntries(folder: string): Promise<UnreadEntry[]> {
  const left = { entries: mostEntries };
  const found: UnreadEntry[] = [];
  for (const entry of await entriesOf(folder, left, (one) => !isHiddenName(one.name) || one.isFile())) {
    const path = join(folder, entry.name);
    if (isHiddenName(entry.name)) {
      const table = await tableWithin(path);
      if (table !== undefined) found.push({ kind: 'table', name: entry.name, table });
    } else if (entry.isDirectory()) {
      const files = await filesBelow(path, left, 1);
      if (files.length > 0) found.push({ kind: 'folder', name: entry.name, files });
    } else if (isOtherWorkbook(entry.name)) found.push({ kind: 'workbook', name: entry.name });
    else if (!isReadOrRefused(entry.name)) {
      // What is no plain file (a link, a pipe) is judged by its name alone.
      const table = tableNamed(entry.name) ?? (entry.isFile() ? await tableWithin(path) : undefined);
      if (table !== undefined) found.push({ kind: 'table', name: entry.name, table });
      else if (entry.isFile() && (await isArchiveOfExport(entry.name, path)))
        found.push({ kind: 'archive', name: entry.name });
    }
  }
  return found;
}

/** Names of files that belong to the system or are just being edited. */
export const isHiddenName = (name: string): boolean => /^[.~]/.test(name);

async function entriesOf(
  folder: string,
  left: { entries: number },
  isSeen: (entry: Dirent) => boolean = ({ name }) => !isHiddenName(name),
): Promise<Dirent[]> {
  // A folder that may not be looked into is no export either.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const seen = entries
    .filter((entry) => isSeen(entry) && entry.name !== '__MACOSX')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, left.entries);
  left.entries -= seen.length;
  return seen;
}

/** The files in a folder and in those below it with the name of a table or of a workbook. */
async function filesBelow(folder: string, left: { entries: number }, depth: number): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await entriesOf(folder, left)) {
    if (entry.isDirectory()) {
      const inside = depth < deepest ? await filesBelow(join(folder, entry.name), left, depth + 1) : [];
      files.push(...inside.map((name) => `${entry.name}/${name}`));
    } else if (isPartByName(entry.name)) files.push(entry.name);
  }
  return files;
}

const isOtherWorkbook = (name: string): boolean => /\.(?:xls[mb]?|xltx|ods|fods|numbers)$|\.xlsx\.\w+$/i.test(name);
const isPartByName = (name: string): boolean =>
  /\.xlsx$/i.test(name) || isOtherWorkbook(name) || tableNamed(name) !== undefined;

/** An archive that holds files of an export, or is called one where that cannot be seen. */
async function isArchiveOfExport(name: string, path: string): Promise<boolean> {
  if (!/\.(?:zip|7z|rar|tar|tgz|gz|bz2|xz|zst)$/i.test(name)) return false;
  const inside = /\.zip$/i.test(name) ? await namesInZip(path).catch(() => []) : [];
  return inside.length === 0 ? /export/i.test(name) : inside.some((one) => isPartByName(basename(one)));
}

const isReadOrRefused = (name: string): boolean => /\.(?:csv|xlsx)$/i.test(name);

/** What a name may have beside that of the table: formats of tables and archives, and words for copies. */
const besideName = new Set(
  'csv txt text tsv tab dat data asc prn json xml parquet zip gz bz xz rar tar tgz bak backup back old alt new neu orig original sav save tmp temp part teil partial download crdownload copy kopie copie copia of von final export import erp page seite ansi utf v'.split(
    ' ',
  ),
);

/** The table that a name means, with anything after it: `lots.tsv`, `lots.csv.bak`, `Lot (2).txt`, `serial-links`. */
function tableNamed(name: string): ExportFile | undefined {
  const words =
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const own = words.filter((word) => !besideName.has(word)).join('_');
  return exportFileNamed(own) ?? exportFileNamed(`${own}s`) ?? (own === 'seriallinks' ? 'serial_links' : undefined);
}

const firstBytes = 4096;
const firstLines = 3;

/** The table whose header is in the first lines of a file, with any separator of columns. */
async function tableWithin(path: string): Promise<ExportFile | undefined> {
  const start = await startOf(path).catch(() => '');
  for (const line of start.split(/[\r\n]+/, firstLines)) {
    const names = line.split(/[,;\t|]/).map((name) => name.replaceAll('"', '').trim().toLowerCase());
    const table = exportFiles.find((file) => isHeaderOf(file, names));
    if (table !== undefined) return table;
  }
  return undefined;
}

/** All columns that the table needs, and hardly any that it does not have. */
function isHeaderOf(file: ExportFile, names: readonly string[]): boolean {
  const columns = columnsOf(file);
  const known = names.filter((name) => columns.some((column) => column.name === name)).length;
  return 2 * known >= names.length && columns.every(({ name, spec }) => !spec.required || names.includes(name));
}

/** The first letters of a file, also of one in UTF-16, whose Latin letters each come with a nought. */
async function startOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(firstBytes), 0, firstBytes, 0);
    return buffer.toString('latin1', 0, bytesRead).replace(/\0|^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)/g, '');
  } finally {
    await file.close();
  }
}
