import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { compareCodes } from '#shared/kernel/natural.ts';
import { TableBox, type TableBoxProps } from './TableBox.tsx';
import type { LongRows, Sort, TableColumn } from './tableColumn.ts';

export type { Sort, TableColumn };

type Props<Row> = Omit<TableBoxProps<Row>, 'rows' | 'kind' | 'look'> & {
  /** All of them; or how many there are and those in sight, which come in the order asked for. */
  rows: readonly Row[] | LongRows<Row>;
};

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
/** Up to so many rows the page itself scrolls; above, the table does, and draws only what is in sight. */
const mostDrawnWhole = 60;

/**
 * A tight table of any length: sorts from its heads, draws only the rows in sight, moves with j and k, opens a row with
 * Enter. It sorts by itself where all rows are here and `sort` is given.
 */
export function DataTable<Row extends object>({ rows, ...props }: Props<Row>): ReactNode {
  return 'rowAt' in rows ? <TableBox kind="tall" rows={rows} {...props} /> : <SortedTable rows={rows} {...props} />;
}

function SortedTable<Row extends object>({ rows, ...props }: Props<Row> & { rows: readonly Row[] }): ReactNode {
  const { columns, sort } = props;
  const data = useMemo(() => [...rows], [rows]);
  // An address may name a column that is not shown just now.
  const sorting = useMemo(
    () => readSort(sort?.by ?? '').filter(({ id }) => columns.some((column) => column.id === id)),
    [sort?.by, columns],
  );
  const sortable = sort !== undefined;
  const definitions = useMemo(() => columns.map((column) => toDefinition(column, sortable)), [columns, sortable]);
  const table = useTable({ features, data, columns: definitions, state: { sorting } });
  const drawn = table.getRowModel().rows;
  return (
    <TableBox
      kind={drawn.length > mostDrawnWhole ? 'measured' : 'drawn'}
      rows={{ total: drawn.length, rowAt: (index) => drawn[index]?.original }}
      {...props}
      sort={sort && { sorts: columns.flatMap(({ id, sortBy }) => (sortBy === undefined ? [] : [id])), ...sort }}
    />
  );
}

const readSort = (by: Sort) => (by === '' ? [] : [{ id: by.replace(/^-/, ''), desc: by.startsWith('-') }]);

function toDefinition<Row extends object>(
  column: TableColumn<Row>,
  sortable: boolean,
): ColumnDef<typeof features, Row> {
  const { id, header, sortBy } = column;
  return {
    id,
    header,
    accessorFn: sortBy ?? (() => ''),
    enableSorting: sortable && sortBy !== undefined,
    sortFn: (a, b, columnId) => compare(a.getValue(columnId), b.getValue(columnId)),
  };
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareCodes(a, b);
  if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0;
  return Number(a) - Number(b);
}
