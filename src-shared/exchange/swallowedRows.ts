/** A column as its place in the file has it: whether a text may be its cell, and whether that may be of several lines. */
export type ColumnAt = { fits: (text: string) => boolean; isText: boolean };

const separators = [',', ';', '\t', '|', ':', '^', '~'];
const lineEnd = /\r\n|\r|\n/;

/**
 * Whether the cell at an index holds the end of its row and the beginning of a later one: a quote was opened in it
 * and closed in a later row, so that at least one row is no row any more. The text before the last line break must
 * end in all cells behind this one, and the text after it begin with all cells before the one in which the quote was
 * closed; each has to fit its column, so that an address or a reason of several lines is none.
 */
export function swallowsRow(cells: readonly string[], at: number, columns: readonly ColumnAt[]): boolean {
  const lines = (cells[at] ?? '').split(lineEnd);
  if (lines.length < 2) return false;
  return separators.some((sign) => {
    const ended = endsRow((lines[0] ?? '').split(sign), at, columns);
    return (
      ended && columns.some((_, place) => beginsRow((lines.at(-1) ?? '').split(sign), { place, at, cells, columns }))
    );
  });
}

/** Whether the last pieces of a line are the cells of a row behind a place. */
function endsRow(pieces: readonly string[], at: number, columns: readonly ColumnAt[]): boolean {
  const behind = columns.slice(at + 1);
  const first = pieces.length - behind.length;
  return first > 0 && behind.every((column, index) => fits(column, pieces[first + index]));
}

type Closed = { place: number; at: number; cells: readonly string[]; columns: readonly ColumnAt[] };

/** Whether the first pieces of a line are the cells of a row before a place, whose cells behind it follow in the record. */
function beginsRow(pieces: readonly string[], { place, at, cells, columns }: Closed): boolean {
  const followed = columns.slice(place + 1);
  const rest = cells.slice(at + 1);
  return (
    columns[place]?.isText === true &&
    pieces.length > place &&
    columns.slice(0, place).every((column, index) => fits(column, pieces[index])) &&
    followed.every((column, index) => column.fits(rest[index] ?? '')) &&
    rest.slice(followed.length).every((cell) => cell.trim() === '')
  );
}

/** People write a blank behind a comma, programs between cells do not. */
const fits = (column: ColumnAt, piece = ''): boolean => !/^\s+\S/.test(piece) && column.fits(piece);
