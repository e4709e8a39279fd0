import type { ReportModel, ReportTable } from '#shared/kernel/reportModel.ts';
import type { Paper } from './pdf/look.ts';

/** What to draw. Paper and orientation are a printed page's; left out, the page is A4 and as wide as the report needs. */
export type DocumentTask =
  | { format: 'pdf'; paper?: Paper; orientation?: 'portrait' | 'landscape' }
  | { format: 'excel' }
  | { format: 'csv' };

/**
 * Drawing in a worker: it starts with the report without its rows and the file to write, if any. The rows follow in
 * slices. `bytes` are transferred unless they went to a file.
 */
export type DrawingWork = {
  input: { task: DocumentTask; model: ReportModel; file?: string };
  piece: { section: number; rows: ReportTable['rows'] };
  progress: { phase: DocumentPhase; done: number; total: number };
  output: { size: number; sha256: string; bytes?: Uint8Array<ArrayBuffer> };
};

/** Rows are drawn; then fonts and pages are packed and written, which has no figure of its own. */
export type DocumentPhase = 'draw' | 'finish';
