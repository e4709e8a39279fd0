import type { QueriesOf } from '#main/context/context.ts';
import { columnsOf, exportFileNamed } from '#shared/exchange/columns.ts';
import type { CellText } from '#shared/exchange/contract.ts';
import type { IssueFound } from './import/issueLog.ts';
import type { CellOfExport } from './read/protocol.ts';
import { previewInWorker } from './previewInWorker.ts';
import { readCells } from './read/readExport.ts';
import { sourceOf } from './source.ts';
import { runImport } from './runImport.ts';

import { readTable } from './readTable.ts';

export const exchangeQueries: QueriesOf<
  'exchange',
  'uploads' | 'rehearse' | 'previewWorker' | 'pathInPlace' | 'policies'
> = {
  async readTable({ upload, into }, { uploads, job }) {
    const file = uploads.tableOf(upload);
    try {
      return await readTable(file, into, job);
    } finally {
      // It is read once; what is mended is handed over anew.
      await uploads.drop(upload);
    }
  },

  async preview({ source, corrections }, context) {
    const from = sourceOf(source, context);
    const { previewWorker: worker } = context;
    const { result, errors, corrected, ...more } =
      worker === undefined
        ? await context.rehearse((work) => runImport(work, from, context, { corrections }))
        : await previewInWorker(
            worker,
            { file: context.pathInPlace(), source: from, corrections: corrections ?? [] },
            context,
          );
    // Most faults show only after all rows were read; reading again up to their rows is cheaper than keeping all cells.
    const read = await readCells(from, cellsOfRows(errors, corrected), { signal: context.job.signal });
    const pointedAt = new Set(errors.map(keyOf));
    const { cells = [], others = [] } = Object.groupBy(read, (cell) =>
      pointedAt.has(keyOf(cell)) ? 'cells' : 'others',
    );
    const near = errors.flatMap(({ file, row, column, near: codes = [] }) =>
      codes.length === 0 ? [] : [{ file, row, column, codes: [...codes] }],
    );
    const suspects = errors.flatMap(({ file, row, column, suspects: rows = [] }) =>
      rows.length === 0 ? [] : [{ file, row, column, rows: [...rows] }],
    );
    const leftOut = (result.correctedRows ?? []).filter((one) => one.leftOut === true);
    return {
      ...more,
      result: errors.length === 0 ? result : null,
      errors,
      cells: [...corrected, ...cells],
      others,
      near,
      suspects,
      leftOut: leftOut.map(({ file, row }) => ({ file, row })),
    };
  },
};

/** The cells of the rows that faults point at or that may be why, each once, without those that are known already. */
function cellsOfRows(faults: readonly IssueFound[], known: readonly CellText[]): CellOfExport[] {
  const cells = new Map<string, CellOfExport>();
  for (const { file, row: faulty, suspects = [] } of faults) {
    const kind = exportFileNamed(file.replace(/\.csv$/i, '').trim());
    if (faulty === 1 || kind === undefined) continue;
    for (const row of [faulty, ...suspects])
      for (const { name: column } of columnsOf(kind)) cells.set(keyOf({ file, row, column }), { file, row, column });
  }
  for (const cell of known) cells.delete(keyOf(cell));
  return [...cells.values()];
}

const keyOf = ({ file, row, column }: CellOfExport): string => [file, row, column].join('\u0000');
