import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../figures.tsx';
import { type AnyColumn, isFigure, type Reading, type RowFaults } from './cells.ts';
import type { Cell, GridRows, Pasted } from './edits.ts';
import { GridLine, rowHeight } from './GridLine.tsx';
import styles from './grid.module.css';
import { spareRows, useGrid } from './useGrid.ts';

/** What others may do with a grid. */
export type GridHandle = { goTo: (cell: Cell) => void; removeRows: () => void; replace: (rows: GridRows) => void };

type Props = {
  /** Says what the rows are, to readers aloud. */
  label: string;
  columns: readonly AnyColumn[];
  rows: GridRows;
  onRows: (rows: GridRows) => void;
  /** What is wrong with a row; the same one as long as nothing else is. */
  faultsOf: (row: number) => RowFaults | undefined;
  readOnly?: boolean;
  understand?: ((block: readonly (readonly string[])[]) => readonly (readonly string[])[] | undefined) | undefined;
  /** Where its rows are given: none are added, and Enter at the end goes on above in the next column. */
  isBounded?: boolean;
  /** Where somebody begins. */
  start?: Cell;
  onPasted: (pasted: Pasted) => void;
  onRowInWork: (row: number) => void;
  /** Hears which cell somebody is in. */
  onCell: (cell: Cell) => void;
  handle?: Ref<GridHandle>;
};

const widths: Readonly<Record<AnyColumn['kind'], number>> = {
  text: 220,
  code: 140,
  decimal: 110,
  wholeNumber: 100,
  date: 120,
  choice: 180,
  flag: 80,
};
const widthOf = ({ kind, width = widths[kind] }: AnyColumn): number => width;
const numberWidth = 52;

/**
 * Many rows to type and paste into, as in a spreadsheet: only those in sight are drawn, and some blank ones at the end are
 * there to go on. The cell somebody is in is a field, so that every key, scanner and input method works as in any other.
 */
export function Grid(props: Props): ReactNode {
  const { label, columns, rows, faultsOf, readOnly = false, isBounded = false, onRowInWork, onCell, handle } = props;
  const spare = isBounded ? 0 : spareRows;
  const { t } = useTranslation();
  const locale = useLocale();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const labels = useMemo(() => columns.map(({ head, label: text }) => head ?? t(text)), [columns, t]);
  const reading: Reading = useMemo(() => ({ locale, yes: t('common.yes'), no: t('common.no') }), [locale, t]);
  const grid = useGrid({ ...props, labels, readOnly, spare });
  const { at, corner, range, editing, wantsFocus, moves } = grid;
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, and never kept.
  const virtual = useVirtualizer({
    count: rows.length + spare,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The cell somebody is in keeps the focus wherever the rest was scrolled to.
    rangeExtractor: (shown) =>
      [...new Set([...defaultRangeExtractor(shown), at.row])].sort((one, other) => one - other),
  });

  useLayoutEffect(() => {
    onCell(at);
    // oxlint-disable-next-line react/exhaustive-deps -- of where one is, not of who hears it.
  }, [at.row, at.col]);

  useLayoutEffect(() => {
    const field = box.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('[data-cell-field]');
    if (!field || (!wantsFocus.current && document.activeElement !== field)) return;
    wantsFocus.current = false;
    field.focus({ preventScroll: true });
    // What is typed takes the place of what is there; with the caret it goes on behind it.
    if (editing === undefined) field.select();
    else if (editing.with === 'caret') field.setSelectionRange(field.value.length, field.value.length);
    // oxlint-disable-next-line react/exhaustive-deps -- what is typed must not select it anew.
  }, [moves, at.row, at.col, editing?.with, editing === undefined && rows]);

  useLayoutEffect(() => {
    if (!box.current?.contains(document.activeElement)) return;
    virtual.scrollToIndex(corner.row, { align: 'auto' });
    const cell = box.current.querySelector(`[data-at="${corner.row} ${corner.col}"]`);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // oxlint-disable-next-line react/exhaustive-deps -- it goes where somebody goes, and stays where somebody scrolls.
  }, [corner.row, corner.col]);

  useImperativeHandle(handle, () => ({
    goTo: (cell) => grid.goTo(cell),
    removeRows: grid.removeRows,
    replace: grid.replace,
  }));

  function onMouseDown(event: MouseEvent): void {
    const cell = cellOf(event.target);
    const isInField = event.target instanceof Element && event.target.matches('[data-cell-field]');
    if (cell === undefined || event.button !== 0 || isInField) return;
    // The focus goes to the field in the cell, not to nothing.
    event.preventDefault();
    grid.goTo(cell, { extends: event.shiftKey });
  }

  function onMouseOver(event: MouseEvent): void {
    const cell = event.buttons === 1 && editing === undefined ? cellOf(event.target) : undefined;
    if (cell !== undefined && (cell.row !== corner.row || cell.col !== corner.col)) grid.goTo(cell, { extends: true });
  }

  function onBlur({ currentTarget, relatedTarget }: FocusEvent): void {
    if (wantsFocus.current || currentTarget.contains(relatedTarget)) return;
    grid.stopEditing();
    onRowInWork(-1);
  }

  const template = [
    `${numberWidth}px`,
    ...columns.map((column) => `minmax(${widthOf(column)}px, ${widthOf(column)}fr)`),
  ];
  const width = columns.reduce((sum, column) => sum + widthOf(column), numberWidth);
  const line = { gridTemplateColumns: template.join(' ') };
  return (
    <div>
      <div
        ref={box}
        className={styles.box}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + spare + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-readonly={readOnly}
        aria-describedby={`${id}-keys`}
        onBlur={onBlur}
        onMouseDown={onMouseDown}
        onMouseOver={onMouseOver}
        onDoubleClick={() => grid.startEditing('caret')}
      >
        <div role="rowgroup" className={styles.head} style={{ minWidth: width }}>
          <div role="row" aria-rowindex={1} className={styles.line} style={line}>
            <div role="columnheader" aria-colindex={1} className={styles.number}>
              <span className="hidden">{t('forms.grid.number')}</span>
            </div>
            {columns.map((column, col) => (
              <div
                key={column.name}
                role="columnheader"
                aria-colindex={col + 2}
                data-figure={isFigure(column)}
                title={column.help === undefined ? undefined : t(column.help)}
              >
                {labels[col]}
                {'unit' in column && column.unit !== undefined && <span>, {column.unit}</span>}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize(), minWidth: width }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const isIn = index >= range.top && index <= range.bottom;
            return (
              <GridLine
                key={index}
                index={index}
                start={start}
                template={line.gridTemplateColumns}
                row={rows[index] ?? blank}
                columns={columns}
                labels={labels}
                reading={reading}
                faults={faultsOf(index)}
                selected={isIn ? `${range.left} ${range.right}` : ''}
                here={index === at.row ? { col: at.col, editing: editing?.with, readOnly, grid } : undefined}
                name={id}
              />
            );
          })}
        </div>
      </div>
      <p id={`${id}-keys`} className="hidden">
        {t('forms.grid.keys')}
      </p>
    </div>
  );
}

const blank: readonly string[] = [];

/** The cell that a pointer is on. */
function cellOf(target: EventTarget): Cell | undefined {
  const found = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null;
  const [row, col] = (found?.dataset['at'] ?? '').split(' ').map(Number);
  return row === undefined || col === undefined ? undefined : { row, col };
}
