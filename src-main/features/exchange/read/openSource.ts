import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { type ExportFile, exportFileNamed, exportFiles } from '#shared/exchange/columns.ts';
import type { Fault, Finding } from '#shared/exchange/contract.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { type Message, type MessageValue, msg } from '#shared/kernel/message.ts';
import { isHiddenName, type UnreadEntry, unreadEntries } from './besideFiles.ts';
import { IssueList, quote } from './faults.ts';
import type { CsvFile, Listing } from './protocol.ts';

/**
 * Where an export is: a folder or workbook, or files that were uploaded under their names; `beside` is what was found
 * of the whole where they lay.
 */
export type ReadSource =
  | { kind: 'path'; path: string }
  | {
      kind: 'files';
      files: readonly { name: string; path: string }[];
      beside?: { faults: readonly Fault[]; findings: readonly Finding[] };
    };

/** What there is to read, what is wrong with the whole of it, and what lies beside it unread. */
export type OpenedSource = { listing: Listing; faults: Pick<IssueList, 'kept'>[]; findings?: readonly Finding[] };

const nothing: Listing = { kind: 'csv', files: [] };

/** Finds the files of an export. Names are those of the interchange format, in any letter case. */
export async function openSource(source: ReadSource): Promise<OpenedSource> {
  if (source.kind === 'files') {
    const opened = await openFiles(source.files);
    const { faults = [], findings = [] } = source.beside ?? {};
    return { ...opened, faults: [...opened.faults, { kept: [...faults] }], findings };
  }
  const path = resolve(source.path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return openFolder(path, await readdir(path));
    if (!found.isFile()) return refuse(path, 'PATH_REFUSED', msg`This is neither a folder nor a file.`);
    if (isWorkbookName(path))
      return { listing: { kind: 'workbook', workbook: { name: basename(path), path } }, faults: [] };
    const isCsv = extname(path).toLowerCase() === '.csv';
    return refuse(
      path,
      'FILE_TYPE',
      isCsv
        ? msg`Name the folder that holds the CSV files.`
        : msg`Name a folder of CSV files or an Excel workbook (.xlsx).`,
    );
  } catch (error) {
    const isMissing =
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return isMissing
      ? refuse(path, 'NOT_FOUND', msg`There is no such folder or file.`)
      : refuse(path, 'PATH_REFUSED', msg`This cannot be read: check the rights to it.`);
  }
}

const isWorkbookName = (name: string): boolean => extname(name).toLowerCase() === '.xlsx';
const isCsvName = (name: string): boolean => extname(name).toLowerCase() === '.csv';
const fileOf = (name: string): ExportFile | undefined =>
  isCsvName(name) ? exportFileNamed(name.slice(0, -4)) : undefined;

/**
 * A CSV of another name may be one of ours, misspelt, and with a workbook beside CSV files it is unclear which is the
 * export. Anything else that looks like a part of the export is reported; where its table has no other file, as a
 * fault.
 */
async function openFolder(folder: string, names: string[]): Promise<OpenedSource> {
  const visible = names.filter((name) => !isHiddenName(name)).sort();
  const ours = visible.filter(isCsvName);
  const workbooks = visible.filter(isWorkbookName);
  const [workbook] = workbooks;
  if (workbook !== undefined) return refuse(workbook, 'FILE_TYPE', workbookMessage(workbooks, ours));
  const opened = await openCsvFiles(ours.map((name) => ({ name, path: join(folder, name) })));
  const unread = await unreadEntries(folder);
  const files = opened.listing.kind === 'csv' ? opened.listing.files : [];
  const isReadAnyway = (entry: UnreadEntry): boolean =>
    entry.kind === 'table' ? files.some(({ file }) => file === entry.table) : files.length > 0;
  const missing = unread.filter((entry) => !isReadAnyway(entry));
  const faults = [
    ...opened.faults,
    ...missing.map((entry) => wholeFile(entry.name, 'FILE_TYPE', missingMessage(entry))),
  ];
  if (files.length === 0 && faults.length === 0) {
    return refuse(
      folder,
      'FILE_TYPE',
      msg`The folder holds no file of an export: ${exportFiles.map((file) => `${file}.csv`).join(', ')}.`,
    );
  }
  const findings = unread
    .filter(isReadAnyway)
    .flatMap((entry) => wholeFile(entry.name, 'VALIDATION', unreadMessage(entry)).kept);
  return { ...opened, faults, findings };
}

/** Of what looks like a part of the export, while the file it should be is not there. */
function missingMessage(entry: UnreadEntry): Message {
  switch (entry.kind) {
    case 'table':
      return msg`This looks like the ${entry.table} of an export, of which only ${entry.table}.csv is read. If it belongs to the export, save it under that name as “CSV UTF-8 (comma delimited)”; otherwise move it out of the folder.`;
    case 'workbook':
      return msg`Of workbooks only .xlsx is read. If this is the export, save it as an Excel workbook (.xlsx) and name that; otherwise move it out of the folder.`;
    case 'archive':
      return msg`An archive is not read. If this is the export, unpack it and name the folder in which its files lie; otherwise move it out of the folder.`;
    case 'folder':
      return msg`This folder holds ${listed(entry.files)}, and the folder above holds no file of an export. Name the folder in which the files lie.`;
  }
}

function unreadMessage(entry: UnreadEntry): Message {
  switch (entry.kind) {
    case 'table':
      return msg`This looks like the ${entry.table} of an export and was not read: only ${entry.table}.csv was. If it belongs to the export, put its rows there; otherwise move it out of the folder.`;
    case 'workbook':
      return msg`This workbook was not read, only the CSV files beside it. If it belongs to the export, put its rows into them; otherwise move it out of the folder.`;
    case 'archive':
      return msg`This archive was not read, only the CSV files beside it. If it belongs to the export, put the rows of its files into them; otherwise move it out of the folder.`;
    case 'folder':
      return msg`This folder holds ${listed(entry.files)}, of which nothing was read: an export is what lies in one folder. If it belongs to the export, put its rows into the files above; otherwise move it out of the folder.`;
  }
}

const mostListed = 6;

/** Such as “lots.csv, movements.csv and 3 more”. */
const listed = (names: readonly string[]): MessageValue => {
  const first = names
    .slice(0, mostListed)
    .map((name) => quote(name))
    .join(', ');
  return names.length > mostListed ? msg`${first} and ${names.length - mostListed} more` : first;
};

const workbookMessage = (workbooks: readonly string[], [csv]: readonly string[]): Message => {
  if (csv !== undefined)
    return msg`The folder holds the workbook ${listed(workbooks)} beside ${quote(csv)}. An export is one or the other: name the workbook itself, or move it out of the folder.`;
  return workbooks.length === 1
    ? msg`The folder holds a workbook: name the workbook itself.`
    : msg`The folder holds ${workbooks.length} workbooks: ${listed(workbooks)}. An export is one of them: name it itself.`;
};

async function openFiles(files: readonly { name: string; path: string }[]): Promise<OpenedSource> {
  const [workbook] = files.filter((file) => isWorkbookName(file.name));
  if (workbook === undefined)
    return files.length === 0 ? refuse('', 'FILE_TYPE', msg`There is no file to read.`) : openCsvFiles(files);
  if (files.length > 1) return refuse(workbook.name, 'FILE_TYPE', msg`Choose either one workbook or CSV files.`);
  return { listing: { kind: 'workbook', workbook }, faults: [] };
}

async function openCsvFiles(files: readonly { name: string; path: string }[]): Promise<OpenedSource> {
  const found = new Map<ExportFile, CsvFile>();
  const faults: IssueList[] = [];
  for (const { name, path } of files) {
    const file = fileOf(name);
    if (file === undefined) {
      faults.push(
        wholeFile(
          name,
          'VALIDATION',
          msg`This file is not part of an export: correct its name or remove it. Names: ${exportFiles.join(', ')}.`,
        ),
      );
    } else if (found.has(file)) {
      faults.push(wholeFile(name, 'DUPLICATE', msg`Two files bear the name “${file}”: remove one.`));
    } else if (await isLink(path)) {
      faults.push(
        wholeFile(
          name,
          'FILE_TYPE',
          msg`This is a link to another place, which is not read. Put the file itself into the folder, or remove the link.`,
        ),
      );
    } else if (await isOtherThanFile(path)) {
      faults.push(wholeFile(name, 'FILE_TYPE', msg`This is not a file.`));
    } else {
      found.set(file, { file, name, path });
    }
  }
  const inOrder = exportFiles.map((file) => found.get(file)).filter((file) => file !== undefined);
  return { listing: { kind: 'csv', files: inOrder }, faults };
}

/** Whoever names a folder means what lies in it: a link in it could lead to any file of the person who imports. */
const isLink = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => undefined))?.isSymbolicLink() === true;

/** A folder, a pipe or a device. What cannot be inspected is left to the reading, which reports why. */
const isOtherThanFile = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isFile();
};

function wholeFile(name: string, code: ErrorCode, text: Message): IssueList {
  const faults = new IssueList(quote(name));
  faults.add({ row: 1, column: '', code, text });
  return faults;
}

const refuse = (path: string, code: ErrorCode, text: Message): OpenedSource => ({
  listing: nothing,
  faults: [wholeFile(basename(path), code, text)],
});
