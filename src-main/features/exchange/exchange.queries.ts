import type { QueriesOf } from '#main/context/context.ts';
import type { CellText, Fault } from '#shared/exchange/contract.ts';
import type { CellOfExport } from './read/protocol.ts';
import { readCells } from './read/readExport.ts';
import { sourceOf } from './source.ts';
import { takePlant } from './takePlant.ts';

export const exchangeQueries: QueriesOf<'exchange'> = {
  async preview({ source, corrections }, context) {
    const from = sourceOf(source, context);
    const { result, errors, faultCount, corrected } = await context.rehearse((work) =>
      takePlant(work, from, context, { corrections }),
    );
    // Most faults show only after all rows were read; reading again up to their cells is cheaper than keeping all cells.
    const cells = await readCells(from, cellsOf(errors, corrected), { signal: context.job.signal });
    return { result: errors.length === 0 ? result : null, errors, faultCount, cells: [...corrected, ...cells] };
  },
};

/** The cells that faults point at, each once, without those that are known already. */
function cellsOf(faults: readonly Fault[], known: readonly CellText[]): CellOfExport[] {
  const cells = new Map<string, CellOfExport>();
  for (const { file, row, column } of faults)
    if (row > 1 && column !== '') cells.set(keyOf({ file, row, column }), { file, row, column });
  for (const cell of known) cells.delete(keyOf(cell));
  return [...cells.values()];
}

const keyOf = ({ file, row, column }: CellOfExport): string => [file, row, column].join('\u0000');
