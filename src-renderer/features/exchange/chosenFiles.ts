/** What a person chose or dropped: the files of an export, and the names of those that cannot be part of one. */
export type ChosenFiles = { files: readonly File[]; ignored: readonly string[] };

/** Largest workbook the host takes, in megabytes; CSV files are read in a stream and may be far larger. */
export const mostMegabytes = 100;
const largestWorkbook = mostMegabytes * 1024 ** 2;

const belongsToExport = (name: string): boolean => /\.(csv|xlsx)$/i.test(name);

/** Keeps CSV files and workbooks. An unknown CSV stays in: its name may be a typing slip, which the host then names. */
export function sortOut(files: readonly File[]): ChosenFiles {
  return {
    files: files.filter((file) => belongsToExport(file.name)),
    ignored: files.filter((file) => !belongsToExport(file.name)).map((file) => file.name),
  };
}

/** The files directly in a chosen folder; what lies in folders below it is no part of an export. */
export const directlyInFolder = (files: readonly File[]): readonly File[] =>
  files.filter((file) => file.webkitRelativePath.split('/').length <= 2 && !file.name.startsWith('.'));

/** A workbook the host would refuse for its size. */
export const tooLarge = (files: readonly File[]): File | undefined =>
  files.find((file) => /\.xlsx$/i.test(file.name) && file.size > largestWorkbook);

/** The files of a drop, folders opened one level deep. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  // Entries must be taken before the first await: afterwards the browser has emptied the list.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const files = await Promise.all(entries.map((entry) => filesOfEntry(entry, 1)));
  return files.flat();
}

async function filesOfEntry(entry: FileSystemEntry, levels: number): Promise<readonly File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry) || levels === 0) return [];
  const files = await Promise.all((await readFolder(entry)).map((inside) => filesOfEntry(inside, levels - 1)));
  return files.flat();
}

/** A folder hands out its entries in portions, the last of which is empty. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
