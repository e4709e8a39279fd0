import { inEnglish, msg } from '#shared/kernel/message.ts';
import { basename } from 'node:path';
import { besideModule, streamFromWorker } from '#main/worker/runInWorker.ts';
import type { ExportFile } from '#shared/exchange/columns.ts';
import type { CellText, Correction, Fault, Finding } from '#shared/exchange/contract.ts';
import { keyAt } from '#main/features/exchange/movementKey.ts';
import type { FoundCell } from './cellBook.ts';
import { type CellValue, type ExportRow, fieldsOf } from '#shared/exchange/rows.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import { openSource, type ReadSource } from './openSource.ts';
import type {
  CellOfExport,
  FaultyRow,
  Listing,
  OddCell,
  ReadItem,
  ReadProgress,
  ReadWish,
  ReadWork,
  Respelt,
  RowContent,
  WorkbookFile,
} from './protocol.ts';

/**
 * Some rows of a file, movements in order of time and then of row, the others in order of row. `blanks` marks the
 * blank cells of each master record: a bit for each column of `columnsOf`, the first the lowest. `respelt` has the codes
 * that were spelt with other blanks, by the number of their row.
 */
export type RowsEvent = {
  [F in ExportFile]: {
    kind: 'rows';
    file: F;
    rows: ExportRow<F>[];
    blanks: number[];
    respelt?: ReadonlyMap<number, Respelt>;
  };
}[ExportFile];

export type ReadEvent =
  /** What is wrong with the export as a whole, and what lies beside it unread. Comes first, and only when there is any. */
  | { kind: 'source'; faults: Fault[]; findings?: Finding[] }
  /** A file begins. `fields` are the row values whose columns it has; the others hold their blanks. */
  | { kind: 'opened'; file: ExportFile; name: string; fields: readonly string[] }
  | RowsEvent
  /**
   * A file ends. `rows` were sent. `repeated` movements were not, since one with the same id has the same content.
   * `faults` are the first thousand of `faultCount`. `faulty` are rows that were not sent because of a fault, with
   * the code of their product, partner or location, the product, lot and sublot of their lot (U+0000 between), or the
   * goods their movement is about (`goodsKey`). `isComplete` is false where the file could not be read to its end, or
   * has a fault in its header: its keys are then not all known. `corrected` are the cells that corrections were for,
   * with what they hold in the file, `contents` their rows and those of a known content, in order, `leftOut` those that
   * corrections leave nothing of. `findings` are texts that look rewritten and were read, `toldCells` all of them by
   * column and text (`keyOfCell`).
   */
  | {
      kind: 'closed';
      file: ExportFile;
      name: string;
      rows: number;
      repeated: number;
      faults: Fault[];
      faultCount: number;
      faulty: FaultyRow[];
      isComplete: boolean;
      corrected: FoundCell[];
      contents: RowContent[];
      leftOut: number[];
      findings: OddCell[];
      toldCells: readonly string[];
    };

export type ReadOptions = {
  signal: AbortSignal;
  /** Texts to be read instead of those in cells. */
  corrections?: readonly Correction[];
  /** Contents of rows that are to be told where they come. */
  known?: readonly string[];
  /** How far a file is read: bytes of a CSV file, rows of a sheet. */
  progress?: (file: ExportFile, done: number, total: number) => void;
  /** Limits of tests; see `standardLimits`. */
  limits?: Partial<ReadLimits>;
};

/** What the reading may take before it is given up. */
export type ReadLimits = { workbookHeapMb: number; workbookSeconds: number; csvHeapMb: number };
export const standardLimits: ReadLimits = { workbookHeapMb: 1024, workbookSeconds: 120, csvHeapMb: 3072 };

/**
 * Reads a plant export in a worker: its files one after another, products, partners, locations, lots, movements,
 * serial links. Faults of the files are reported in events; rows without a fault are sent all the same, so that more
 * faults can be found. Ending the iteration ends the worker.
 * @throws LotlineError CANCELLED as soon as `signal` is aborted.
 */
export async function* readExport(source: ReadSource, options: ReadOptions): AsyncGenerator<ReadEvent> {
  insistOnGoingOn(options.signal);
  const { listing, faults, findings = [] } = await openSource(source);
  const kept = faults.flatMap((list) => list.kept);
  if (kept.length + findings.length > 0) yield { kind: 'source', faults: kept, findings: [...findings] };
  if (listing.kind === 'csv' && listing.files.length === 0) return;
  const { corrections = [], known = [] } = options;
  for await (const message of readInWorker(listing, { kind: 'rows', corrections, known }, options))
    if (message.kind === 'rows') yield rowsEvent(message);
    else if (message.kind === 'source' || message.kind === 'opened' || message.kind === 'closed') yield message;
}

/**
 * What cells of an export hold, read in a worker: for those that are there, in no order.
 * @throws LotlineError CANCELLED as soon as `signal` is aborted.
 */
export async function readCells(
  source: ReadSource,
  cells: readonly CellOfExport[],
  options: Pick<ReadOptions, 'signal'>,
): Promise<CellText[]> {
  if (cells.length === 0) return [];
  const { listing } = await openSource(source);
  const texts: CellText[] = [];
  for await (const message of readInWorker(listing, { kind: 'cells', cells }, options))
    if (message.kind === 'cells') texts.push(...message.cells);
  return texts;
}

/**
 * The sheets of a workbook as tables of any kind, read in a worker.
 * @throws LotlineError for what cannot be read as a workbook, CANCELLED as soon as `signal` is aborted.
 */
export async function readSheets(workbook: WorkbookFile, options: Pick<ReadOptions, 'signal' | 'limits'>) {
  for await (const message of readInWorker({ kind: 'workbook', workbook }, { kind: 'sheets' }, options)) {
    if (message.kind === 'sheets') return message.sheets;
    if (message.kind === 'refused') throw new LotlineError(message.code, message.text);
    // It took too much time or memory.
    if (message.kind === 'source')
      throw new LotlineError(
        'FILE_TOO_LARGE',
        msg`Reading this workbook takes too much: keep the sheet with the table alone.`,
      );
  }
  return [];
}

async function* readInWorker(listing: Listing, wish: ReadWish, options: ReadOptions): AsyncGenerator<ReadItem> {
  const limits = { ...standardLimits, ...options.limits };
  const isWorkbook = listing.kind === 'workbook';
  const timer = new AbortController();
  const timeout = isWorkbook ? setTimeout(() => timer.abort(), limits.workbookSeconds * 1000) : undefined;
  const progress = (told: ReadProgress): void => {
    if (told.kind === 'parsed') clearTimeout(timeout);
    else options.progress?.(told.file, told.done, told.total);
  };
  try {
    yield* streamFromWorker<ReadWork>(
      besideModule(import.meta.url, 'readExport.worker'),
      { listing, ...wish },
      {
        signal: AbortSignal.any([options.signal, timer.signal]),
        progress,
        keepAlive: !isWorkbook,
        limits: { maxOldGenerationSizeMb: isWorkbook ? limits.workbookHeapMb : limits.csvHeapMb },
      },
    );
  } catch (error) {
    insistOnGoingOn(options.signal);
    const text = timer.signal.aborted ? tooSlow : isOutOfMemory(error) ? tooLarge : undefined;
    if (text === undefined) throw error;
    const fault = {
      file: nameOf(listing),
      row: 1,
      column: '',
      code: 'FILE_TOO_LARGE',
      message: inEnglish(text),
    } as const;
    yield { kind: 'source', faults: [fault] };
  } finally {
    clearTimeout(timeout);
  }
}

function insistOnGoingOn(signal: AbortSignal): void {
  if (signal.aborted) throw new LotlineError('CANCELLED', msg`Reading the export was stopped. Nothing was imported.`);
}

/** Rows as objects again, from the columns they travelled in. */
export function rowsEvent({
  file,
  columns,
  blanks,
  keys,
  respelt,
}: Omit<Extract<ReadItem, { kind: 'rows' }>, 'kind'>): RowsEvent {
  const fields = fieldsOf(file);
  // Copying an object that has all its fields and then filling it takes half the time of adding them one by one.
  const blank: Record<string, CellValue | Uint8Array> = Object.fromEntries(fields.map((field) => [field, null]));
  if (keys !== undefined) blank['key'] = keys;
  const rows = Array.from({ length: columns[0]?.length ?? 0 }, () => ({ ...blank }));
  fields.forEach((field, place) => {
    columns[place]?.forEach((value, index) => {
      const row = rows[index];
      if (row !== undefined) row[field] = value;
    });
  });
  if (keys !== undefined) for (const [index, row] of rows.entries()) row['key'] = keyAt(keys, index);
  // The worker made the columns from the same table of columns as the row types.
  return { kind: 'rows', file, rows, blanks, ...(respelt === undefined ? {} : { respelt }) } as unknown as RowsEvent;
}

const tooLarge = msg`Reading this takes more memory than there is for it: export a folder of CSV files, or fewer rows.`;
const tooSlow = msg`Reading this workbook takes too long: export a folder of CSV files instead.`;

/** The heap limit of the worker, or a limit of the engine: a map, a text or a buffer that would grow too large. */
const isOutOfMemory = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY');

const nameOf = (listing: Listing): string =>
  listing.kind === 'workbook' ? basename(listing.workbook.name) : (listing.files[0]?.name ?? '');
