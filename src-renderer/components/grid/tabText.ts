/** A quoted cell, up to what ends it. Quotes stand around a cell that holds a tab, a line break or, doubled, quotes. */
const quoted = /"([^"]*(?:""[^"]*)*)"(?=\t|\r|\n|$)/y;
const plain = /[^\t\r\n]*/y;
const end = /\t|\r\n?|\n/y;

/**
 * Reads cells as spreadsheets put them on the clipboard: tabs between them, a line a row. Line breaks within a cell come
 * out as "\n". The line break behind the last row begins no row.
 */
export function readTabText(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text) ?? undefined;
    if (found !== undefined) at = pattern.lastIndex;
    return found;
  };
  while (at < text.length) {
    rows.at(-1)?.push(takeCell(take));
    const parted = take(end)?.[0];
    // A tab at the very end is followed by one more, blank cell.
    if (parted === '\t' && at === text.length) rows.at(-1)?.push('');
    if (parted !== undefined && parted !== '\t' && at < text.length) rows.push([]);
  }
  return rows;
}

function takeCell(take: (pattern: RegExp) => RegExpExecArray | undefined): string {
  const [whole = '', inner = ''] = take(quoted) ?? [];
  // Around anything else the quotes are the cell's own.
  if (!/["\t\r\n]/.test(inner)) return whole + (take(plain)?.[0] ?? '');
  return inner.replaceAll('""', '"').replace(/\r\n?/g, '\n');
}

/** Writes cells as a spreadsheet reads them from the clipboard. */
export const writeTabText = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => cells.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\r\n');
