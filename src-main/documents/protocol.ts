import type { ErrorCode, ErrorDetails } from '#shared/kernel/errors.ts';
import type { ReportModel, ReportTable } from '#shared/kernel/reportModel.ts';
import type { Paper } from './pdf/look.ts';

/** What to draw. Paper and orientation are a printed page's; left out, the page is A4 and as wide as the report needs. */
export type DocumentTask =
  | { format: 'pdf'; paper?: Paper; orientation?: 'portrait' | 'landscape' }
  | { format: 'excel' };

/** What the worker starts with: the report without its rows, and the file to write, if any. */
export type WorkerStart = { task: DocumentTask; model: ReportModel; file?: string };

/** The rows follow in slices, so that handing them over never holds up the sending thread; `done` says they are all there. */
export type RowsMessage = { section: number; rows: ReportTable['rows'] } | { done: true };

/** What the worker says. `bytes` are handed over unless they went to a file. */
export type WorkerMessage =
  | { phase: DocumentPhase; done: number; total: number }
  | { size: number; sha256: string; bytes?: Uint8Array<ArrayBuffer> }
  | { refused: { code: ErrorCode; message: string; details: ErrorDetails } };

/** Rows are drawn; then fonts and pages are packed and written, which has no figure of its own. */
export type DocumentPhase = 'draw' | 'finish';
