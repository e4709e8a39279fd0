import { useWindowEvent } from '@mantine/hooks';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import styles from './DataTable.module.css';
import { HeadCell, Spacer } from './DataTableHead.tsx';
import { DataRow } from './DataTableRow.tsx';
import { keepPlace, placeOf } from './listPlaces.ts';
import { stepOf } from './pageKeys.ts';
import { focusedRow, keyFor, openRow, rowIn } from './tableKeys.ts';
import type { Choice, LongRows, Sort, TableColumn } from './tableColumn.ts';
import { type RowsInSight, useRowsInSight } from './useRowsInSight.ts';

export type TableBoxProps<Row> = {
  /** Says what the table holds, to readers aloud. */
  label: string;
  rows: Omit<LongRows<Row>, 'look'> & Partial<Pick<LongRows<Row>, 'look'>>;
  columns: readonly TableColumn<Row>[];
  /** Given when the rows may be sorted; `sorts` are the columns they may be sorted by. */
  sort?: { by: Sort; onSort: (by: Sort) => void; sorts?: readonly string[] } | undefined;
  /** Drawn when there is no row: instead of the table, or below its heads where these filter. */
  empty: ReactNode;
  choice?: Choice<Row>;
  /** What an opened row shows below itself; nothing while it is closed. */
  detail?: (row: Row) => ReactNode;
  /** What is in the head beside a column's name. */
  headExtra?: (column: string) => ReactNode;
  /** A list's address: the place in it is kept under this, and found again when the person comes back. A click opens its rows. */
  address?: string;
  /** How it scrolls: with the page, by itself through rows of any height, or through any number of lines. */
  kind: 'drawn' | 'measured' | 'tall';
};

/** What a head needs beside its words, in pixels: the room at the sides of a cell, the arrow of the sorting, a filter. */
const [sides, arrow, extra] = [16, 16, 26];
/** As wide as a letter of a head is at most, on an average of a word, in pixels. */
const letter = 7.5;

/** A head has room for each of its words, whole: one language has longer ones than another. */
function widthOf<Row>({ id, header, width = 140 }: TableColumn<Row>, { sort, headExtra }: TableBoxProps<Row>): number {
  const longest = Math.max(...header.split(' ').map((word) => word.length));
  const sorts = sort?.sorts?.includes(id) === true;
  const hasExtra = (headExtra?.(id) ?? undefined) !== undefined;
  return Math.max(width, longest * letter + sides + (sorts ? arrow : 0) + (hasExtra ? extra : 0));
}

/** A table in its scroll box, with its keys. */
export function TableBox<Row extends object>(props: TableBoxProps<Row>): ReactNode {
  const { label, rows, columns, sort, empty, choice, headExtra, address, kind } = props;
  const box = useRef<HTMLDivElement>(null);
  const sight = useRowsInSight(box, { count: rows.total, kind });
  const walk = useWalk(box, props, sight);
  const { first, end } = sight;
  const { look } = rows;
  useEffect(() => look?.(first, end), [look, first, end]);

  if (rows.total === 0 && headExtra === undefined) return empty;
  const isTall = kind === 'tall';
  // Somebody must take the room that is left, or every column drifts apart.
  const filler =
    isTall || columns.some((column) => column.wide === true)
      ? undefined
      : columns.findLast((column) => column.figure !== true)?.id;
  const widths = isTall ? columns.map((column) => widthOf(column, props)) : [];
  return (
    <>
      {/* What scrolls must be reachable by keyboard. */}
      <div
        ref={box}
        className={styles.box}
        data-rows
        data-scrolls={kind}
        tabIndex={0}
        onScroll={walk.onScroll}
        onFocus={(event) => walk.onRow(focusedRow(event.target))}
      >
        <table
          className={styles.table}
          data-tall={isTall}
          style={isTall ? { minWidth: widths.reduce((sum, width) => sum + width, 0) } : undefined}
          aria-label={label}
          aria-rowcount={rows.total + 1}
          data-many={choice?.many !== undefined}
        >
          {isTall && (
            <colgroup>
              {columns.map((column, at) => (
                <col key={column.id} style={{ width: widths[at] }} />
              ))}
            </colgroup>
          )}
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <HeadCell
                  key={column.id}
                  column={column}
                  fills={column.id === filler}
                  sort={sort?.sorts?.includes(column.id) === true ? sort : undefined}
                >
                  {headExtra?.(column.id)}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <Body {...props} sight={sight} measure={sight.measure} filler={filler} opensByClick={address !== undefined} />
        </table>
      </div>
      {rows.total === 0 && empty}
    </>
  );
}

type BodyProps<Row> = TableBoxProps<Row> & {
  sight: Omit<RowsInSight, 'measure'>;
  measure: RowsInSight['measure'];
  filler: string | undefined;
  opensByClick: boolean;
};

function Body<Row extends object>(props: BodyProps<Row>): ReactNode {
  const { rows, columns, choice, detail, sight, measure, filler, opensByClick } = props;
  const latest = useRef({ rows, choice });
  useLayoutEffect(() => {
    latest.current = { rows, choice };
  });
  const onChoose = useCallback((index: number) => {
    const row = latest.current.rows.rowAt(index);
    if (row !== undefined) latest.current.choice?.choose(row);
  }, []);
  const numbers = Array.from({ length: sight.end - sight.first }, (_, at) => sight.first + at);

  const drawRow = (index: number, isMeasured: boolean): ReactNode => {
    const row = rows.rowAt(index);
    return (
      <DataRow
        key={index}
        {...{ index, row, columns, filler, onChoose, opensByClick }}
        chosen={row === undefined ? undefined : choice?.isChosen(row)}
        boxName={row === undefined ? undefined : choice?.many?.name(row)}
        measure={isMeasured ? measure : null}
      />
    );
  };
  const above = <Spacer height={sight.above} span={columns.length} />;
  const below = <Spacer height={sight.below} span={columns.length} />;
  if (detail === undefined) {
    return (
      <tbody>
        {above}
        {numbers.map((index) => drawRow(index, true))}
        {below}
      </tbody>
    );
  }
  return (
    <>
      {sight.above > 0 && <tbody>{above}</tbody>}
      {numbers.map((index) => {
        const row = rows.rowAt(index);
        return (
          // A row and what it shows below itself are measured together.
          <tbody key={index} data-index={index} ref={measure}>
            {drawRow(index, false)}
            <Detail span={columns.length}>{row === undefined ? null : detail(row)}</Detail>
          </tbody>
        );
      })}
      {sight.below > 0 && <tbody>{below}</tbody>}
    </>
  );
}

/** What an opened row shows, across the whole table. */
const Detail = ({ span, children }: { span: number; children: ReactNode }): ReactNode =>
  children === null || children === undefined || children === false ? null : (
    <tr className={styles.detail}>
      <td colSpan={span}>{children}</td>
    </tr>
  );

/** Which row a person is at, and how keys lead from it to others; it is found again when the person comes back to the list. */
function useWalk<Row>(
  box: { readonly current: HTMLDivElement | null },
  { rows, choice, address, kind }: TableBoxProps<Row>,
  sight: RowsInSight,
) {
  const current = useRef(-1);
  const wanted = useRef(-1);
  const preventScroll = kind === 'tall';

  useLayoutEffect(() => {
    if (address === undefined) return;
    const { at, row } = placeOf(address);
    current.current = row;
    wanted.current = row;
    sight.goTo(at);
    // Only another list, or the same one seen again, is gone to its place; what it is drawn by changes all the time.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [address]);

  // A row that was wanted has the focus as soon as it is drawn.
  useLayoutEffect(() => {
    if (wanted.current < 0) return;
    const row = rowIn(box.current, wanted.current);
    if (row === undefined) return;
    row.focus({ preventScroll });
    wanted.current = -1;
  });

  function keep(): void {
    if (address !== undefined) keepPlace(address, { at: sight.where(), row: current.current });
  }

  function onRow(index: number): void {
    if (index < 0 || index === current.current) return;
    current.current = index;
    keep();
  }

  function goToRow(index: number): void {
    const row = Math.min(Math.max(index, 0), rows.total - 1);
    const drawn = rowIn(box.current, row);
    current.current = row;
    wanted.current = row;
    // What is drawn, the browser itself brings into sight where rows are of any height.
    if (kind === 'tall' || drawn === undefined) sight.show(row);
    keep();
    drawn?.focus({ preventScroll });
  }

  useWindowEvent('keydown', (event) => {
    const whose = keyFor(box.current, event);
    if (whose === undefined || rows.total === 0) return;
    const inSight = Math.max(1, sight.end - sight.first - 16);
    const far: Record<string, number> = {
      Home: 0,
      End: rows.total - 1,
      PageDown: current.current + inSight,
      PageUp: current.current - inSight,
    };
    const step = stepOf(event);
    const isFar = whose === 'table' && kind !== 'drawn';
    const next =
      step !== 0 ? (current.current < 0 ? sight.top() : current.current + step) : isFar ? far[event.key] : undefined;
    if (next !== undefined) {
      event.preventDefault();
      goToRow(next);
    } else if (whose === 'page' && current.current >= 0) actOn(event, current.current);
  });

  /** The row one was at last hears the keys of the page as if it had the focus. */
  function actOn(event: KeyboardEvent, index: number): void {
    const [drawn, row] = [rowIn(box.current, index), rows.rowAt(index)];
    if (drawn === undefined || row === undefined || (event.key !== 'Enter' && event.key !== ' ')) return;
    if (event.key === ' ' && choice === undefined) return;
    event.preventDefault();
    drawn.focus({ preventScroll });
    if (event.key === 'Enter') openRow(drawn);
    else choice?.choose(row);
  }

  function onScroll(): void {
    if (kind === 'drawn') return;
    const focused = document.activeElement;
    // A row that is no longer drawn would take the focus along; the box keeps it, and j goes on from there.
    if (focused !== null && box.current?.contains(focused) === true && focusedRow(focused) >= 0) {
      const index = focusedRow(focused);
      if (index < sight.top() - 4 || index > sight.top() + (sight.end - sight.first))
        box.current.focus({ preventScroll: true });
    }
    keep();
  }
  return { onRow, onScroll };
}
