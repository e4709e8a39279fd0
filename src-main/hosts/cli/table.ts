import type { Unit } from '#shared/kernel/unit.ts';

/** A table for a terminal: columns that are blank in every row are left out. */
export function table<Row>(
  columns: Readonly<Record<string, (row: Row) => string | number>>,
  rows: readonly Row[],
): string {
  if (rows.length === 0) return '  none';
  const cells = Object.entries(columns)
    .map(([head, cell]) => ({ head, texts: rows.map((row) => oneLine(String(cell(row)))) }))
    .filter(({ texts }) => texts.some((text) => text !== ''));
  const drawn = cells.map(({ head, texts }) => {
    const width = Math.max(head.length, ...texts.map((text) => text.length));
    const isFigure = texts.every((text) => /^(-?[\d.]+)?$/.test(text));
    return [head, ...texts].map((text) => (isFigure ? text.padStart(width) : text.padEnd(width)));
  });
  return [-1, ...rows.keys()]
    .map((row) => `  ${drawn.map((column) => column[row + 1]).join('  ')}`.trimEnd())
    .join('\n');
}

/** The columns that name a unit. */
export const unitColumns = {
  Product: ({ product }: Unit) => product,
  Lot: ({ lot }: Unit) => lot,
  Sublot: ({ sublot }: Unit) => sublot,
  Serial: ({ serial }: Unit) => serial,
};

/** A heading with a table under it. */
export const section = <Row>(
  title: string,
  columns: Readonly<Record<string, (row: Row) => string | number>>,
  rows: readonly Row[],
): string => `${title} (${rows.length})\n${table(columns, rows)}`;

/** A number with what it counts: "1 entry", "2 entries". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
