import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type Ref, useMemo, useRef } from 'react';
import { compareCodes } from '#shared/kernel/natural.ts';
import styles from './DataTable.module.css';
import { HeadCell, Spacer } from './DataTableHead.tsx';
import { type Choice, DataRow } from './DataTableRow.tsx';
import { focusedRow, focusRow, isTyping } from './tableKeys.ts';
import type { Sort, TableColumn } from './tableColumn.ts';

export type { Sort, TableColumn };

type Props<Row> = {
  /** Says what the table holds, to readers aloud. */
  label: string;
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
  /** Given when the rows may be sorted here, that is when all of them are here. */
  sort?: { by: Sort; onSort: (by: Sort) => void } | undefined;
  /** Drawn instead of the table when there is no row. */
  empty: ReactNode;
  /** Rows that stand for something a person can select on this screen. */
  choice?: Choice<Row>;
  /** What an opened row shows below itself; nothing while it is closed. */
  detail?: (row: Row) => ReactNode;
};

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
/** Up to so many rows the page itself scrolls; above, the table does, and draws only what is in sight. */
const mostDrawnWhole = 60;
const rowHeight = 32;

/** A tight table: sorts from its heads, draws only the rows in sight, moves with j and k, opens a row with Enter. */
export function DataTable<Row extends object>({
  label,
  rows,
  columns,
  sort,
  empty,
  choice,
  detail,
}: Props<Row>): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  // Somebody must take the room that is left, or every column drifts apart.
  const filler = columns.some((column) => column.wide === true)
    ? undefined
    : columns.findLast((column) => column.figure !== true)?.id;
  const data = useMemo(() => [...rows], [rows]);
  // An address may name a column that is not shown just now.
  const sorting = useMemo(() => readSort(sort?.by ?? '').filter(({ id }) => byId.has(id)), [sort?.by, byId]);
  const sortable = sort !== undefined;
  const definitions = useMemo(() => columns.map((column) => toDefinition(column, sortable)), [columns, sortable]);
  const table = useTable({ features, data, columns: definitions, state: { sorting } });
  const drawn = table.getRowModel().rows;

  const scrolls = drawn.length > mostDrawnWhole;
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, and never kept.
  const virtual = useVirtualizer({
    count: drawn.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: scrolls,
  });
  const inSight = scrolls ? virtual.getVirtualItems().map((item) => item.index) : drawn.map((_row, index) => index);
  const above = scrolls ? (virtual.getVirtualItems()[0]?.start ?? 0) : 0;
  const below = scrolls ? virtual.getTotalSize() - (virtual.getVirtualItems().at(-1)?.end ?? 0) : 0;

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const next = Math.min(Math.max(focusedRow(event.target) + step, 0), drawn.length - 1);
    event.preventDefault();
    if (focusRow(box.current, next)) return;
    // A row out of sight is drawn only after scrolling to it.
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => focusRow(box.current, next));
  }

  function drawRow(index: number, measure: Ref<HTMLTableRowElement>): ReactNode {
    const row = drawn[index];
    if (row === undefined) return null;
    return <DataRow key={row.id} {...{ index, row, columns: byId, filler, choice, measure }} />;
  }

  function shownBelow(index: number): ReactNode {
    const row = drawn[index];
    return row === undefined ? null : detail?.(row.original);
  }

  if (rows.length === 0) return empty;
  return (
    // What scrolls must be reachable by keyboard.
    <div ref={box} className={styles.box} data-scrolls={scrolls} tabIndex={0} onKeyDown={onKeyDown}>
      <table className={styles.table} aria-label={label} aria-rowcount={drawn.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell
                key={column.id}
                column={column}
                fills={column.id === filler}
                sort={column.sortBy === undefined ? undefined : sort}
              />
            ))}
          </tr>
        </thead>
        {detail === undefined ? (
          <tbody>
            <Spacer height={above} span={columns.length} />
            {inSight.map((index) => drawRow(index, scrolls ? virtual.measureElement : null))}
            <Spacer height={below} span={columns.length} />
          </tbody>
        ) : (
          <>
            {above > 0 && (
              <tbody>
                <Spacer height={above} span={columns.length} />
              </tbody>
            )}
            {inSight.map((index) => (
              // A row and what it shows below itself are measured together.
              <tbody key={index} data-index={index} ref={scrolls ? virtual.measureElement : null}>
                {drawRow(index, null)}
                <Detail span={columns.length}>{shownBelow(index)}</Detail>
              </tbody>
            ))}
            {below > 0 && (
              <tbody>
                <Spacer height={below} span={columns.length} />
              </tbody>
            )}
          </>
        )}
      </table>
    </div>
  );
}

/** What an opened row shows, across the whole table. */
const Detail = ({ span, children }: { span: number; children: ReactNode }): ReactNode =>
  children === null || children === undefined || children === false ? null : (
    <tr className={styles.detail}>
      <td colSpan={span}>{children}</td>
    </tr>
  );

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
