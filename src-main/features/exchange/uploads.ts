import { msg } from '#shared/kernel/message.ts';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeTemporaryFolder } from '#main/store/temporaryFolders.ts';
import { largestFile } from '#shared/attachments/vocabulary.ts';
import { exportFileNamed } from '#shared/exchange/columns.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { tidy } from '#shared/kernel/text.ts';
import { type Beside, filesAtPaths, type UploadedFile } from './chosenPaths.ts';

/**
 * What is handed over: an export to be imported, a backup to be restored, a file to be attached, or a workbook whose rows are read into
 * a grid. Each is for who may do that.
 */
export const uploadKinds = ['import', 'backup', 'attachment', 'table'] as const;
export type UploadKind = (typeof uploadKinds)[number];

type Upload = {
  kind: UploadKind;
  folder: string;
  files: Map<string, UploadedFile>;
  beside: Beside;
  expiry: NodeJS.Timeout;
};

export type UploadLimits = {
  csvBytes: number;
  workbookBytes: number;
  backupBytes: number;
  attachedBytes: number;
  tableBytes: number;
  keepMs: number;
};
const standardLimits: UploadLimits = {
  csvBytes: 2 * 1024 ** 3,
  workbookBytes: 100 * 1024 ** 2,
  backupBytes: 256 * 1024 ** 3,
  attachedBytes: largestFile,
  tableBytes: 25 * 1024 ** 2,
  keepMs: 60 * 60 * 1000,
};

/**
 * Keeps the files of an export that a screen uploads, in a folder only this user can read, until they were read:
 * under an opaque id, and for an hour at most.
 */
export class UploadStage {
  readonly #limits: UploadLimits;
  readonly #parent: string;
  readonly #newId: () => string;
  readonly #uploads = new Map<string, Upload>();
  #root: string | undefined;

  /** `newId` makes ids that cannot be guessed, such as random UUIDs. */
  constructor(options: { newId: () => string; parent?: string; limits?: Partial<UploadLimits> }) {
    this.#newId = options.newId;
    this.#parent = options.parent ?? tmpdir();
    this.#limits = { ...standardLimits, ...options.limits };
  }

  /** Opens an empty upload and answers its id. Of backups, which are as large as the store, there is one at a time. */
  async create(kind: UploadKind = 'import'): Promise<string> {
    if (kind === 'backup') for (const [id, upload] of this.#uploads) if (upload.kind === 'backup') await this.drop(id);
    this.#root ??= makeTemporaryFolder('upload', this.#parent);
    const id = this.#newId();
    const folder = join(this.#root, id);
    await mkdir(folder, { mode: 0o700 });
    const expiry = setTimeout(() => void this.drop(id), this.#limits.keepMs).unref();
    this.#uploads.set(id, { kind, folder, files: new Map(), beside: { faults: [], findings: [] }, expiry });
    return id;
  }

  /** What an upload is for; one that is not there is for nobody in particular. */
  kindOf(id: string): UploadKind {
    return this.#uploads.get(id)?.kind ?? 'import';
  }

  /**
   * Takes one file. Of an export, `name` is one of the six CSV names of an export, or any name of an .xlsx workbook, alone; of a
   * backup or a file to be attached any name: of the latter its last part is kept as what people call it.
   * @throws LotlineError NOT_FOUND, FILE_TYPE, DUPLICATE, FILE_TOO_LARGE; nothing of the file is kept then.
   */
  async write(id: string, name: string, content: Readable): Promise<void> {
    const upload = this.#find(id);
    const { kind } = upload;
    const stored = kind === 'import' ? storedName(name) : onlyName[kind];
    const isWorkbook = stored === workbookName;
    if (upload.files.has(stored)) throw new LotlineError('DUPLICATE', msg`“${name}” was handed over already.`);
    if (upload.files.size > 0 && (isWorkbook || upload.files.has(workbookName))) {
      throw new LotlineError('FILE_TYPE', msg`Choose either one workbook or CSV files.`);
    }
    const path = join(upload.folder, stored);
    upload.files.set(stored, { name: kind === 'attachment' ? labelOf(name) : name, path });
    try {
      const { backupBytes, attachedBytes, tableBytes, workbookBytes, csvBytes } = this.#limits;
      const ofImport = isWorkbook ? workbookBytes : csvBytes;
      const limit = { import: ofImport, backup: backupBytes, attachment: attachedBytes, table: tableBytes }[kind];
      await pipeline(content, atMost(limit, kind), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      upload.files.delete(stored);
      await rm(path, { force: true });
      throw isStorageFull(error)
        ? new LotlineError('STORE_FULL', msg`There is no room left for the file. Free some space and choose it again.`)
        : error;
    }
  }

  /**
   * Takes the files of an export that a person chose on this computer, and answers the id of the upload. Only what was
   * chosen is read: the page that imports it never learns of a path.
   * @param paths a folder, a workbook, or CSV files
   * @throws LotlineError NOT_FOUND, PATH_REFUSED, and what `write` throws
   */
  async takeChosen(paths: readonly string[]): Promise<string> {
    const { files, ...beside } = await filesAtPaths(paths);
    const id = await this.create();
    try {
      for (const { name, path } of files) await this.write(id, name, createReadStream(path));
    } catch (error) {
      await this.drop(id);
      throw error;
    }
    this.#find(id).beside = beside;
    return id;
  }

  /** The files of an upload, as `readExport` takes them. */
  filesOf(id: string): UploadedFile[] {
    return [...this.#find(id, 'import').files.values()];
  }

  /** @throws LotlineError NOT_FOUND */
  backupOf(id: string): UploadedFile {
    return this.#onlyOf(id, 'backup');
  }

  /** @throws LotlineError NOT_FOUND */
  attachedOf(id: string): UploadedFile {
    return this.#onlyOf(id, 'attachment');
  }

  /** @throws LotlineError NOT_FOUND */
  tableOf(id: string): UploadedFile {
    return this.#onlyOf(id, 'table');
  }

  #onlyOf(id: string, kind: Exclude<UploadKind, 'import'>): UploadedFile {
    const file = this.#find(id, kind).files.get(onlyName[kind]);
    if (file === undefined) throw gone();
    return file;
  }

  /** What is to be said of the whole of an upload. */
  besideOf(id: string): Beside {
    return this.#find(id).beside;
  }

  /** Removes an upload; one that is gone already is no fault. */
  async drop(id: string): Promise<void> {
    const upload = this.#uploads.get(id);
    if (upload === undefined) return;
    clearTimeout(upload.expiry);
    this.#uploads.delete(id);
    await rm(upload.folder, { recursive: true, force: true });
  }

  /** Removes everything. */
  async close(): Promise<void> {
    await Promise.all([...this.#uploads.keys()].map((id) => this.drop(id)));
    if (this.#root !== undefined) await rm(this.#root, { recursive: true, force: true });
    this.#root = undefined;
  }

  #find(id: string, kind?: UploadKind): Upload {
    const upload = this.#uploads.get(id);
    if (upload === undefined || (kind !== undefined && upload.kind !== kind)) throw gone();
    return upload;
  }
}

const gone = (): LotlineError => new LotlineError('NOT_FOUND', msg`These files are no longer here. Choose them again.`);

/** Under which name the one file of an upload lies. */
const onlyName = { backup: 'store.backup', attachment: 'attached.file', table: 'table.xlsx' } as const;

const workbookName = 'workbook.xlsx';

/** The name a file lies under: never one that came from outside. */
function storedName(name: string): string {
  const isPath = /[/\\\p{Cc}]/u.test(name) || name.length > 255;
  const file = name.toLowerCase().endsWith('.csv') ? exportFileNamed(name.slice(0, -4)) : undefined;
  if (!isPath && file !== undefined) return `${file}.csv`;
  if (!isPath && name.toLowerCase().endsWith('.xlsx')) return workbookName;
  throw new LotlineError(
    'FILE_TYPE',
    msg`This is not a file of an export. Choose products.csv, partners.csv, locations.csv, lots.csv, movements.csv, serial_links.csv or one .xlsx workbook.`,
  );
}

/**
 * What people call a file: the last part of its name, without signs that cannot be seen or turn the direction of writing.
 * It is a label and nothing more.
 */
function labelOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const seen = tidy(last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu, '')).trim();
  if (seen.length <= longestLabel) return seen === '' ? '–' : seen;
  const ending = extname(seen).slice(0, 10);
  return `${seen.slice(0, longestLabel - ending.length)}${ending}`;
}
const longestLabel = 120;

/** Lets so many bytes pass, counted as they come: what a sender claims beforehand does not matter. */
function atMost(limit: number, kind: UploadKind): Transform {
  let count = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      count += chunk.length;
      if (count > limit)
        pass(
          new LotlineError(
            'FILE_TOO_LARGE',
            kind === 'attachment'
              ? msg`The file is larger than 25 MB. Attach a smaller one, such as a scan in less detail.`
              : kind === 'table'
                ? msg`The workbook is larger than 25 MB: keep the sheet with the table alone.`
                : msg`The file is too large to be imported: split the export into parts.`,
          ),
        );
      else pass(null, chunk);
    },
  });
}

const isStorageFull = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOSPC';
