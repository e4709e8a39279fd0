import { headNames, headsIn, type TableTexts } from './tableHeads.ts';
import type { WrittenTableRow } from './vocabulary.ts';

const names = headNames<keyof WrittenTableRow>([
  [
    'lots',
    ['lots', 'lot size', 'lot or batch size', 'batch size', 'lot range', 'lot', 'losumfang', 'losgröße', 'lose'],
  ],
  ['sample', ['n', 'sample', 'sample size', 'drawn', 'stichprobe', 'stichprobenumfang', 'gezogen']],
  ['accept', ['ac', 'c', 'accept', 'accepts up to', 'acceptance number', 'annahmezahl', 'annahme bis']],
  ['reject', ['re', 'r', 'reject', 'rejects from', 'rejection number', 'rückweisezahl', 'rückweisung ab']],
]);

/** The rows of a plan table in a table that names its columns; undefined where none of its first rows does. */
export function tableFromTable(table: TableTexts) {
  const heads = headsIn(table, names);
  if (heads === undefined) return undefined;
  const { row: headRow, columns, leftOut } = heads;
  const rows = table.flatMap((cells, at) => {
    if (at <= headRow || cells.every((cell) => cell.trim() === '')) return [];
    const texts: Partial<Record<keyof WrittenTableRow, string>> = {};
    for (const [column, head] of columns.entries()) if (head !== undefined) texts[head] = (cells[column] ?? '').trim();
    return [{ at, texts }];
  });
  return { columns, leftOut, rows };
}
