import { type KeyboardEvent, memo, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { HeadCell, Spacer } from './DataTableHead.tsx';
import table from './DataTable.module.css';
import styles from './LongTable.module.css';
import { keepPlace, placeOf } from './listPlaces.ts';
import type { Sort, TableColumn } from './tableColumn.ts';
import { focusedRow, isTyping, openRow, stepOf } from './tableKeys.ts';
import { useTallScroll } from './useTallScroll.ts';

/** Rows of which only those in sight are here. */
export type LongRows<Row> = {
  total: number;
  /** A row, or undefined while it is on its way. */
  rowAt: (index: number) => Row | undefined;
  /** Hears which rows are in sight. */
  look: (first: number, end: number) => void;
};

type Props<Row> = {
  /** Says what the table holds, to readers aloud. */
  label: string;
  rows: LongRows<Row>;
  columns: readonly TableColumn<Row>[];
  sort: { by: Sort; sorts: readonly string[]; onSort: (by: Sort) => void };
  /** What is in the head beside a column's name. */
  headExtra: (column: string) => ReactNode;
  /** The list's address: the place in it is kept under this, and found again when the person comes back. */
  address: string;
  /** Drawn below the heads when there is no row. */
  empty: ReactNode;
};

const widthOf = <Row,>({ width = 140 }: TableColumn<Row>): number => width;

/**
 * A table of any length: reads and draws only the rows in sight, the first column always among them. Moves with j and
 * k, opens a row with Enter, and is where it was when a person comes back to it.
 */
export function LongTable<Row extends object>(props: Props<Row>): ReactNode {
  const { label, rows, columns, sort, headExtra, address, empty } = props;
  const box = useRef<HTMLDivElement>(null);
  const current = useRef(-1);
  const wanted = useRef(-1);
  const tall = useTallScroll(box, rows.total);
  const { first, end } = tall;
  const { look } = rows;

  useEffect(() => look(first, end), [look, first, end]);

  useLayoutEffect(() => {
    const { at, row } = placeOf(address);
    current.current = row;
    wanted.current = row;
    tall.goTo(at);
    // Only another list, or the same one seen again, is gone to its place; what it is drawn by changes all the time.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [address]);

  // A row that was wanted has the focus as soon as it is drawn.
  useLayoutEffect(() => {
    if (wanted.current < 0) return;
    const row = box.current?.querySelector<HTMLElement>(`tr[data-index="${wanted.current}"]`);
    if (row === null || row === undefined) return;
    row.focus({ preventScroll: true });
    wanted.current = -1;
  });

  const keep = (): void => keepPlace(address, { at: tall.where(), row: current.current });

  function goToRow(index: number): void {
    const row = Math.min(Math.max(index, 0), rows.total - 1);
    current.current = row;
    wanted.current = row;
    tall.show(row);
    keep();
    box.current?.querySelector<HTMLElement>(`tr[data-index="${row}"]`)?.focus({ preventScroll: true });
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (isTyping(event.target)) return;
    const inSight = Math.max(1, end - first - 16);
    const far: Record<string, number> = {
      Home: 0,
      End: rows.total - 1,
      PageDown: current.current + inSight,
      PageUp: current.current - inSight,
    };
    const step = stepOf(event);
    const next = step !== 0 ? (current.current < 0 ? tall.top : current.current + step) : far[event.key];
    if (next === undefined || rows.total === 0) return;
    event.preventDefault();
    goToRow(next);
  }

  function onScroll(): void {
    const focused = document.activeElement;
    // A row that is no longer drawn would take the focus along; the box keeps it, and j goes on from there.
    if (focused !== null && box.current?.contains(focused) === true && focusedRow(focused) >= 0) {
      const index = focusedRow(focused);
      if (index < tall.top - 4 || index > tall.top + (end - first)) box.current.focus({ preventScroll: true });
    }
    tall.onScroll();
    keep();
  }

  const width = columns.reduce((sum, column) => sum + widthOf(column), 0);
  return (
    <>
      {/* What scrolls must be reachable by keyboard. */}
      <div
        ref={box}
        className={`${table.box} ${styles.box}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
        onFocus={(event) => {
          const index = focusedRow(event.target);
          if (index < 0 || index === current.current) return;
          current.current = index;
          keep();
        }}
      >
        <table
          className={`${table.table} ${styles.table}`}
          style={{ minWidth: width }}
          aria-label={label}
          aria-rowcount={rows.total + 1}
        >
          <colgroup>
            {columns.map((column) => (
              <col key={column.id} style={{ width: widthOf(column) }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <HeadCell
                  key={column.id}
                  column={column}
                  fills={false}
                  sort={sort.sorts.includes(column.id) ? sort : undefined}
                >
                  {headExtra(column.id)}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={tall.above} span={columns.length} />
            {Array.from({ length: end - first }, (_, n) => (
              <Row key={first + n} index={first + n} row={rows.rowAt(first + n)} columns={columns} />
            ))}
            <Spacer height={tall.below} span={columns.length} />
          </tbody>
        </table>
      </div>
      {rows.total === 0 && empty}
    </>
  );
}

type RowProps<Row> = { index: number; row: Row | undefined; columns: readonly TableColumn<Row>[] };

/** Drawn again when its row or the columns are others: a list hears of much else while it is read. */
// memo() forgets that what it is given is generic.
const Row = memo(
  LongRow,
  (one, other) =>
    one.index === other.index &&
    one.row === other.row &&
    one.columns.length === other.columns.length &&
    one.columns.every((column, at) => column === other.columns[at]),
) as typeof LongRow;

function LongRow<Row>({ index, row, columns }: RowProps<Row>): ReactNode {
  return (
    <tr data-index={index} aria-rowindex={index + 2} aria-busy={row === undefined} tabIndex={-1} onKeyDown={openRow}>
      {columns.map((column) => (
        <td key={column.id} data-figure={column.figure}>
          {row === undefined ? <span className={styles.waiting} /> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
