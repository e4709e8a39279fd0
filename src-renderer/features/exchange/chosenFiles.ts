/** What a person chose or dropped, and the folders in it that hold files which may be of an export too. */
export type Chosen = { files: readonly File[]; folders: readonly string[] };

/** The same sorted out: the files of an export, and the names of those that cannot be part of one. */
export type ChosenFiles = Chosen & { ignored: readonly string[] };

/** Largest workbook the host takes, in megabytes; CSV files are read in a stream and may be far larger. */
export const mostMegabytes = 100;
const largestWorkbook = mostMegabytes * 1024 ** 2;

const belongsToExport = (name: string): boolean => /\.(csv|xlsx)$/i.test(name);

/** Keeps CSV files and workbooks. An unknown CSV stays in: its name may be a typing slip, which the host then names. */
export function sortOut({ files, folders }: Chosen): ChosenFiles {
  return {
    folders,
    files: files.filter((file) => belongsToExport(file.name)),
    ignored: files.filter((file) => !belongsToExport(file.name)).map((file) => file.name),
  };
}

/** Of the files that a browser hands out for a chosen folder, those that lie directly in it. */
export function directlyInFolder(files: readonly File[]): Chosen {
  const parts = (file: File): string[] => file.webkitRelativePath.split('/');
  const seen = files.filter((file) => !parts(file).some((part) => part.startsWith('.')));
  const below = seen.filter((file) => parts(file).length > 2 && belongsToExport(file.name));
  return {
    files: seen.filter((file) => parts(file).length <= 2),
    folders: [...new Set(below.map((file) => parts(file)[1] ?? ''))],
  };
}

/** A workbook the host would refuse for its size. */
export const tooLarge = (files: readonly File[]): File | undefined =>
  files.find((file) => /\.xlsx$/i.test(file.name) && file.size > largestWorkbook);

/** The files of a drop, folders opened one level deep. */
export async function droppedFiles(transfer: DataTransfer): Promise<Chosen> {
  // Entries must be taken before the first await: afterwards the browser has emptied the list.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return joined(await Promise.all(entries.map((entry) => chosenOf(entry, 1))));
}

const nothing: Chosen = { files: [], folders: [] };
const joined = (all: readonly Chosen[]): Chosen => ({
  files: all.flatMap(({ files }) => files),
  folders: all.flatMap(({ folders }) => folders),
});

async function chosenOf(entry: FileSystemEntry, levels: number): Promise<Chosen> {
  if (isFile(entry))
    return { ...nothing, files: [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))] };
  if (!isFolder(entry) || entry.name.startsWith('.')) return nothing;
  const inside = await readFolder(entry);
  if (levels > 0) return joined(await Promise.all(inside.map((one) => chosenOf(one, levels - 1))));
  return inside.some((one) => isFile(one) && belongsToExport(one.name))
    ? { ...nothing, folders: [entry.name] }
    : nothing;
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
