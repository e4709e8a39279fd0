import { hash } from 'node:crypto';
import type { ExportFile } from '#shared/exchange/columns.ts';

/**
 * What a row is known again by as it stands in its file, before anything is corrected: its cells, in the order of the
 * format's columns. Where it stands, the order of the file's columns and columns that nothing reads make no other row.
 */
export const contentOf = (file: ExportFile, cells: readonly string[]): string =>
  hash('sha256', JSON.stringify([file, ...cells]), 'base64url');
