import { z } from 'zod';
import { freeText, message } from '#shared/kernel/fields.ts';
import { command, query } from '#shared/kernel/operation.ts';
import { errorCodes } from '#shared/kernel/errors.ts';
import { longestText } from '#shared/kernel/text.ts';
import { type DemoPlant, demoPlants, tablesRead } from './vocabulary.ts';

/** Where a plant export is: a folder or workbook this host can read, or files the screen uploaded. */
export const exportSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('path'), path: z.string().min(1).max(4096) }).strict(),
  z.object({ kind: z.literal('upload'), upload: z.string().min(1).max(100) }).strict(),
]);
export type ExportSource = z.infer<typeof exportSource>;

/** A fault points into the file: row 1 is the header, and means the whole file too. */
export const fault = z.object({
  file: z.string(),
  row: z.number().int(),
  column: z.string(),
  code: z.enum(errorCodes),
  message: z.string(),
});
export type Fault = z.infer<typeof fault>;

/**
 * Something that happened although it should not have: imported, and listed. Same shape as a fault. A cell that was
 * corrected for the import is listed too, with the code CORRECTED, what the file holds and what was read instead.
 */
export const finding = fault;
export type Finding = z.infer<typeof finding>;

/** At most so many cells are corrected in one import. */
export const mostCorrections = 1000;

/** A text to be read instead of that in a cell: the cell as a fault names it. The file itself stays as it is. */
export const correction = z
  .object({
    file: z.string().min(1).max(300),
    row: z.number().int().min(1),
    column: z.string().min(1).max(100),
    value: z.string().max(longestText),
    /** What the cell held when it was corrected. Where it holds something else by now, it is not corrected. */
    held: z.string().max(longestText).optional(),
  })
  .strict();
export type Correction = z.infer<typeof correction>;
const corrections = z.array(correction).max(mostCorrections).default([]);

/** What a cell holds, as text and at most 4,000 characters of it. */
export const cellText = z.object({ file: z.string(), row: z.number().int(), column: z.string(), text: z.string() });
export type CellText = z.infer<typeof cellText>;

/** A correction that no longer fits: what the cell holds now, null where there is no such cell. */
export const unfitCell = cellText.extend({ text: z.string().nullable() });
export type UnfitCell = z.infer<typeof unfitCell>;

/** Codes that the unknown one in a cell may be a slip for. */
export const nearCells = cellText.omit({ text: true }).extend({ codes: z.array(z.string()) });
export type NearCells = z.infer<typeof nearCells>;

/** Earlier rows of the same file that may be why goods are short at a fault. */
export const suspectRows = cellText.omit({ text: true }).extend({ rows: z.array(z.number().int()) });

const cellCorrected = z.object({ column: z.string(), held: z.string(), value: z.string() });
/**
 * A row that was imported with cells corrected, or left out: then all of them are blank. `content` is what the row is
 * known by as it stands in the file.
 */
export const correctedRow = z.object({
  file: z.string(),
  row: z.number().int(),
  content: z.string(),
  cells: z.array(cellCorrected),
  reason: z.string(),
  leftOut: z.literal(true).optional(),
});
export type CorrectedRow = z.infer<typeof correctedRow>;

/** A row of this export that an earlier import took over corrected, and as what: when and by whom. */
export const earlierRow = correctedRow.omit({ content: true }).extend({ at: z.string(), by: z.string() });
export type EarlierRow = z.infer<typeof earlierRow>;

const count = z.number().int();
export const importResult = z.object({
  products: count,
  partners: count,
  locations: count,
  lots: count,
  movements: count,
  serialLinks: count,
  alreadyPresent: count,
  findings: z.array(finding),
  /** Where cells were corrected: by these the entry knows their rows when the export comes again. */
  correctedRows: z.array(correctedRow).optional(),
});
export type ImportResult = z.infer<typeof importResult>;

export { type DemoPlant, demoPlants };

export const exchange = {
  /**
   * Takes over an export, all of it or nothing: faults refuse it with IMPORT_REJECTED and `errors` in the details.
   * `reason` is why cells were corrected; it is kept with each of them.
   */
  import: command({
    permission: 'import',
    input: z.object({ source: exportSource, corrections, reason: freeText.default('') }).strict(),
    output: importResult,
  }),
  /**
   * Everything an import does but the writing. `errors` are the first of `faultCount`; `cells` are those that faults point at,
   * and the corrected ones, `others` the other cells of faulty rows and of their `suspects`; `unfit` corrections that were passed over; `near` what unknown codes may be;
   * `earlier` rows that were imported before with cells corrected; `leftOut` rows all of whose cells are corrected to blanks.
   */
  preview: query({
    permission: 'import',
    reads: [],
    input: z.object({ source: exportSource, corrections, job: z.string().default('') }).strict(),
    output: z.object({
      result: importResult.nullable(),
      errors: z.array(fault),
      faultCount: count,
      cells: z.array(cellText),
      others: z.array(cellText),
      unfit: z.array(unfitCell),
      near: z.array(nearCells),
      suspects: z.array(suspectRows),
      leftOut: z.array(correctedRow.pick({ file: true, row: true })),
      earlier: z.array(earlierRow),
    }),
  }),
  /**
   * The rows of a workbook that was handed over, by the columns of the grid they are for: nothing of them is written. `faults` are cells
   * that cannot be taken as they stand, by their place among the rows; `leftOut` columns that are none of the grid's.
   */
  readTable: query({
    permission: 'plan',
    reads: [],
    input: z.object({ upload: z.string().min(1).max(100), into: z.enum(tablesRead) }).strict(),
    output: z.object({
      sheet: z.string(),
      rows: z.array(z.record(z.string(), z.string())),
      faults: z.array(z.object({ row: count, field: z.string(), text: message })),
      leftOut: z.array(z.string()),
      /** What is hidden in the sheet, and which other sheets were not read. */
      notes: z.array(message),
    }),
  }),
  /** Fills a store in which nothing was done yet with a demo plant, dated up to today. */
  importDemo: command({
    permission: 'import',
    input: z.object({ plant: z.enum(demoPlants) }).strict(),
    output: importResult,
  }),
};
