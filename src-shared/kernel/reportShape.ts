import { compareCodes } from './natural.ts';
import type { ReportCell, ReportColumn, ReportKind, ReportSection, ReportTable } from './reportModel.ts';

/** The columns of a report that somebody wants, in their order, and by which one rows are grouped: [] and "" for as it is. */
export type ReportShape = { columns: readonly string[]; group: string };
export const asItIs: ReportShape = { columns: [], group: '' };

/** What is said of a table that is grouped; `{{title}}` is its own title and `{{column}}` what it is grouped by. */
export type ShapeWords = {
  grouped: string;
  rows: string;
  fill: (text: string, values: Record<string, string>) => string;
};

/** `missing` are wanted columns that the report does not have any more. */
export type Shaped = { sections: ReportSection[]; missing: string[] };

const groupingKinds: readonly ReportKind[] = ['code', 'text', 'date', 'status'];
export const canGroup = ({ kind }: Pick<ReportColumn, 'kind'>): boolean => groupingKinds.includes(kind);

/**
 * The columns of a report that is a table of rows: it has one table, or several of the same columns. Of any other report
 * there is nothing to choose.
 */
export function columnsToChoose(sections: readonly ReportSection[]): readonly ReportColumn[] {
  const [first, ...others] = sections.flatMap(({ table }) => (table === undefined ? [] : [table.columns]));
  const keys = (columns: readonly ReportColumn[]): string => columns.map(({ key }) => key).join('\u001f');
  return first !== undefined && others.every((columns) => keys(columns) === keys(first)) ? first : [];
}

/** Puts the tables of a report into a shape. What the report does not have is left out and named. */
export function shapeReport(sections: readonly ReportSection[], shape: ReportShape, words: ShapeWords): Shaped {
  const all = columnsToChoose(sections);
  const keys = new Set(all.map(({ key }) => key));
  const missing = [...new Set([...shape.columns, shape.group])].filter((key) => key !== '' && !keys.has(key));
  const wanted = shape.columns.filter((key) => keys.has(key));
  const by = all.find((column) => column.key === shape.group && canGroup(column));
  const shaped = sections.flatMap((section) => {
    if (section.table === undefined) return [section];
    if (by === undefined) return [{ ...section, table: inOrder(section.table, wanted) }];
    const { table, sums } = grouped(section.table, by, wanted, words);
    const title = words.fill(words.grouped, { title: section.title, column: by.header });
    return [
      { title, level: section.level, ...(section.empty === undefined ? {} : { empty: section.empty }), table: sums },
      { ...section, table },
    ];
  });
  return { sections: shaped, missing };
}

/** Columns that are wanted stand everywhere; none wanted leaves the table as it is. */
function inOrder({ columns, rows }: ReportTable, wanted: readonly string[]): ReportTable {
  if (wanted.length === 0) return { columns, rows };
  const places = wanted.map((key) => columns.findIndex((column) => column.key === key));
  return {
    columns: places.flatMap((at) => columns.slice(at, at + 1)).map(({ sheetOnly: _everywhere, ...column }) => column),
    rows: rows.map((row) => places.map((at) => row[at] ?? null)),
  };
}

/** Rows by their groups, the column of the group first, and what the groups come to. */
function grouped(table: ReportTable, by: ReportColumn, wanted: readonly string[], words: ShapeWords) {
  const place = table.columns.findIndex(({ key }) => key === by.key);
  const groups = [...Map.groupBy(table.rows, (row) => textOf(row[place]))].toSorted(([a], [b]) => compareCodes(a, b));
  const chosen = wanted.length === 0 ? table.columns.map(({ key }) => key) : wanted;
  const ordered = [by.key, ...chosen.filter((key) => key !== by.key)];
  const sorted = { columns: table.columns, rows: groups.flatMap(([, rows]) => rows) };
  const shown = inOrder(sorted, ordered);
  const usual = new Set(table.columns.filter(({ sheetOnly }) => sheetOnly === true).map(({ key }) => key));
  return {
    // As before, what was for the workbook alone stays there unless it is wanted.
    table:
      wanted.length > 0
        ? shown
        : {
            ...shown,
            columns: shown.columns.map((column) =>
              usual.has(column.key) && column.key !== by.key ? { ...column, sheetOnly: true as const } : column,
            ),
          },
    sums: sumsOf(groups, { by, place, columns: table.columns, wanted: new Set(chosen) }, words),
  };
}

type Grouping = { by: ReportColumn; place: number; columns: readonly ReportColumn[]; wanted: ReadonlySet<string> };

/**
 * A row for each group, product and unit: how many rows the group has, and what each column of quantities comes to in
 * that unit. Unlike goods are never added, so where a group has several products, each has a row of its own.
 */
function sumsOf(
  groups: readonly (readonly [string, ReportTable['rows']])[],
  { by, place, columns, wanted }: Grouping,
  words: ShapeWords,
): ReportTable {
  const summed = columns.flatMap((column, at) =>
    column.kind === 'quantity' &&
    wanted.has(column.key) &&
    groups.some(([, rows]) => rows.some((row) => isAmount(row[at])))
      ? [{ column, at }]
      : [],
  );
  const { sheetOnly: _everywhere, ...group } = by;
  const productAt = summed.length === 0 ? -1 : columns.findIndex(({ key }) => key === productKey && key !== by.key);
  const productIn = (row: ReportTable['rows'][number]): string => textOf(row[productAt]);
  const product = groups.some(([, rows]) => new Set(rows.map(productIn)).size > 1) ? columns[productAt] : undefined;
  /** The units of some rows; one that none has stands for rows without a quantity. */
  const unitsIn = (rows: ReportTable['rows']): string[] => {
    const units = new Set(rows.flatMap((row) => summed.flatMap(({ at }) => unitOf(row[at]))));
    return units.size === 0 ? [''] : [...units].toSorted(compareCodes);
  };
  return {
    columns: [
      group,
      { key: 'rows of the group', header: words.rows, kind: 'integer' },
      ...(product === undefined ? [] : [{ key: product.key, header: product.header, kind: product.kind }]),
      ...summed.map(({ column: { key, header, kind } }) => ({ key, header, kind })),
    ],
    rows: groups.flatMap(([, rows]) => {
      const parts = [...Map.groupBy(rows, product === undefined ? () => '' : productIn)].toSorted(([a], [b]) =>
        compareCodes(a, b),
      );
      const lines = parts.flatMap(([code, ofProduct]) =>
        unitsIn(ofProduct).map((unit): ReportCell[] => [
          ...(product === undefined ? [] : [code || null]),
          ...summed.map(({ at }) =>
            sumIn(
              unit,
              ofProduct.map((row) => row[at] ?? null),
            ),
          ),
        ]),
      );
      // Counted once, however many lines there are.
      return lines.map((cells, index) => [rows[0]?.[place] ?? null, index === 0 ? rows.length : null, ...cells]);
    }),
  };
}

/** The column of a report that names the product of its rows. */
const productKey = 'product';

/** Columns by which rows are grouped hold texts. */
const textOf = (cell: ReportCell | undefined): string => (typeof cell === 'string' ? cell : '');

/** Shares of something are no amounts: they have no sum. */
const isAmount = (cell: ReportCell | undefined): cell is { amount: string; unit: string } =>
  typeof cell === 'object' && cell !== null && !cell.unit.includes('%');
const unitOf = (cell: ReportCell | undefined): string[] => (isAmount(cell) ? [cell.unit] : []);

/** The exact sum of amounts in one unit; null where there is none. */
function sumIn(unit: string, cells: readonly ReportCell[]): ReportCell {
  const amounts = cells.flatMap((cell) => (isAmount(cell) && cell.unit === unit ? [cell.amount] : []));
  return amounts.length === 0 ? null : { amount: sumOfDecimals(amounts), unit };
}

/** Adds decimal strings with a dot, exact however long they are. */
export function sumOfDecimals(amounts: readonly string[]): string {
  const decimals = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0));
  const sum = amounts.reduce((all, amount) => {
    const [whole = '0', fraction = ''] = amount.split('.');
    return all + BigInt(`${whole}${fraction.padEnd(decimals, '0')}`);
  }, 0n);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(decimals + 1, '0');
  const fraction = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/, '');
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals);
  return `${sum < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
