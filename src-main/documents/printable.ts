import { msg } from '#shared/kernel/message.ts';
import { LotlineError } from '#shared/kernel/errors.ts';
import type { ReportCell, ReportModel } from '#shared/kernel/reportModel.ts';

/**
 * How much a PDF may take of memory, in KB: all its pages are laid out before the first is drawn. Measured: a recall of
 * 20,000 deliveries needs 0.97 GB for the whole program, a list of 100,000 codes 0.87 GB.
 */
const most = 980_000;
/** What a row, a piece of a cell and a word in it take, in KB. */
const [perRow, perPiece, perWord] = [5, 3.3, 0.7];

/** What the layout keeps of a cell. An amount has three pieces: whole, fraction and unit. */
function sizeOf(cell: ReportCell): number {
  if (typeof cell === 'object' && cell !== null) return 3 * perPiece;
  if (typeof cell !== 'string') return perPiece;
  let words = cell.length / 60;
  for (let at = 0; at < cell.length; at += 1) {
    const unit = cell.charCodeAt(at);
    // After a blank and a hyphen a text may break; in some scripts after each letter.
    if (unit === 0x20 || unit === 0x2d || unit >= 0x2e80) words += 1;
  }
  // A status has two pieces, its letter and its word.
  return perPiece * (cell.length < 3 ? 2 : 1) + perWord * words;
}

/**
 * Refuses a report that is too long to be printed, by its tables and before anything is drawn.
 * @throws LotlineError DOCUMENT_TOO_LONG
 */
export function insistPrintable({ sections }: Pick<ReportModel, 'sections'>): void {
  let size = 0;
  for (const { table } of sections)
    for (const row of table?.rows ?? []) {
      size += perRow;
      for (const cell of row) size += sizeOf(cell);
      if (size > most) throw tooLong(sections);
    }
}

function tooLong(sections: ReportModel['sections']): LotlineError {
  const rows = sections.reduce((sum, { table }) => sum + (table?.rows.length ?? 0), 0);
  return new LotlineError(
    'DOCUMENT_TOO_LONG',
    msg`The report has ${{ count: rows }} rows, which is too long for a PDF. Nothing was drawn. Export it as Excel, which has every row, or ask for less.`,
    { rows },
  );
}
