import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { AnyColumn } from './cells.ts';
import {
  type Cell,
  cleared,
  filledDown,
  type GridRows,
  pasted,
  type Pasted,
  rangeOf,
  textsIn,
  withCell,
  withoutRows,
} from './edits.ts';
import { movedBy, nextCell, type Size, within } from './moves.ts';
import { readTabText, writeTabText } from './tabText.ts';

/** Typing over a cell, in which arrows still lead to others; or with a caret in its text, which they move. */
export type Editing = { with: 'keys' | 'caret'; before: GridRows };

type Props = {
  rows: GridRows;
  columns: readonly AnyColumn[];
  labels: readonly string[];
  readOnly: boolean;
  /** Blank rows at the end; none where the rows are given. */
  spare: number;
  start?: Cell;
  onRows: (rows: GridRows) => void;
  /** Reads what is pasted as a table of another program, and answers it under our own names; undefined where it is none. */
  understand?: ((block: readonly (readonly string[])[]) => readonly (readonly string[])[] | undefined) | undefined;
  /** Hears what became of a paste. */
  onPasted: (pasted: Pasted) => void;
  /** The row that somebody types into, -1 as soon as it is left: only then is it judged. */
  onRowInWork: (row: number) => void;
};

/** So many blank rows stand at the end, to go on in. */
export const spareRows = 5;

/** So many changes can be taken back. */
const mostUndone = 100;

export type GridState = ReturnType<typeof useGrid>;

/** Where somebody is in a grid, what is selected, what was changed, and what each key does. */
export function useGrid(props: Props) {
  const { rows, columns, labels, readOnly, spare, start = first, understand, onRows, onPasted, onRowInWork } = props;
  const [at, setAt] = useState<Cell>(start);
  const [corner, setCorner] = useState<Cell>(start);
  const [editing, setEditing] = useState<Editing>();
  const [done, setDone] = useState<{ past: readonly GridRows[]; future: readonly GridRows[] }>(nothingDone);
  /** Rises with each move, also to where one is. */
  const [moves, setMoves] = useState(0);
  /** The focus follows to the cell that is gone to, once it is drawn. */
  const wantsFocus = useRef(false);
  /** After Esc the next Tab leaves the grid. */
  const isLeaving = useRef(false);
  /** Where a row was begun with Tab: Enter goes below it. */
  const tabbedFrom = useRef<number>(undefined);
  /** How many rows there are as soon as one is typed, before it is drawn. */
  const count = useRef(rows.length);
  useLayoutEffect(() => {
    count.current = rows.length;
  }, [rows]);
  const size: Size = { rows: rows.length + spare, cols: columns.length };
  const here = within(at, size);
  const range = rangeOf(here, within(corner, size));

  function goTo(cell: Cell, { extends: isExtending = false } = {}): void {
    const next = within(cell, { ...size, rows: count.current + spare });
    wantsFocus.current = true;
    isLeaving.current = false;
    setEditing(undefined);
    setCorner(next);
    setMoves((before) => before + 1);
    if (isExtending) return;
    if (next.row !== here.row) onRowInWork(-1);
    setAt(next);
  }

  function change(next: GridRows): void {
    if (readOnly || next === rows) return;
    setDone({ past: [...done.past, rows].slice(-mostUndone), future: [] });
    onRows(next);
  }

  function startEditing(way: Editing['with']): void {
    if (readOnly || columns[here.col]?.fixed === true) return;
    setCorner(here);
    setEditing({ with: way, before: editing?.before ?? rows });
  }

  /** What is typed is in its cell at once, so that a draft has it; it is one change until the cell is left. */
  function type(text: string): void {
    if (readOnly || columns[here.col]?.fixed === true) return;
    onRowInWork(here.row);
    const next = withCell(rows, columns, here, text);
    count.current = next.length;
    if (editing === undefined) startEditing('keys');
    if (editing === undefined || rows === editing.before) change(next);
    else onRows(next);
  }

  /** Another text, as a whole. */
  function put(text: string): void {
    onRowInWork(here.row);
    change(withCell(rows, columns, here, text));
  }

  function takeBack(): void {
    if (editing === undefined) return;
    if (rows !== editing.before) {
      setDone({ past: done.past.slice(0, -1), future: [] });
      onRows(editing.before);
    }
    setEditing(undefined);
    wantsFocus.current = true;
  }

  function undo(): void {
    const before = done.past.at(-1);
    if (readOnly || before === undefined) return;
    setDone({ past: done.past.slice(0, -1), future: [rows, ...done.future] });
    onRows(before);
  }

  function redo(): void {
    const [next, ...later] = done.future;
    if (readOnly || next === undefined) return;
    setDone({ past: [...done.past, rows], future: later });
    onRows(next);
  }

  function leaveByTab(event: KeyboardEvent): void {
    const next = nextCell(here, event.shiftKey ? -1 : 1, size);
    // Where the next row is not begun, Tab leads out of the grid.
    const isEnd = next === undefined || (!event.shiftKey && here.row === rows.length && here.col === 0);
    if (isLeaving.current || isEnd) return setEditing(undefined);
    event.preventDefault();
    const from = tabbedFrom.current ?? here.col;
    goTo(next);
    tabbedFrom.current = from;
  }

  function onEnter(event: KeyboardEvent): void {
    event.preventDefault();
    const col = tabbedFrom.current ?? here.col;
    const isEnd = spare === 0 && !event.shiftKey && here.row === rows.length - 1 && col + 1 < size.cols;
    goTo(isEnd ? { row: 0, col: col + 1 } : { row: here.row + (event.shiftKey ? -1 : 1), col });
    tabbedFrom.current = undefined;
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void {
    const isCtrl = event.ctrlKey || event.metaKey;
    // Ctrl Enter is the form's; a letter put together of several keys ends with Enter, too.
    if (event.nativeEvent.isComposing || (isCtrl && event.key === 'Enter')) return;
    if (event.key === 'Tab') return leaveByTab(event);
    if (event.key === 'Enter' && event.altKey) return breakLine(event);
    if (event.key === 'Enter') return onEnter(event);
    if (event.key === 'F2') {
      event.preventDefault();
      return startEditing('caret');
    }
    if (editing !== undefined && event.key === 'Escape') {
      swallow(event);
      return takeBack();
    }
    const isArrow = event.key.startsWith('Arrow');
    if (editing?.with === 'caret' || (editing !== undefined && !isArrow)) return;
    const next = movedBy(event, event.shiftKey ? within(corner, size) : here, size, rows);
    if (next !== undefined && !event.altKey) {
      event.preventDefault();
      tabbedFrom.current = undefined;
      return goTo(next, { extends: event.shiftKey });
    }
    const act = actionOf(event, isCtrl);
    if (act === undefined) return;
    swallow(event);
    act();
  }

  function actionOf({ key, shiftKey }: KeyboardEvent, isCtrl: boolean): (() => void) | undefined {
    const letter = key.toLowerCase();
    if (key === 'Escape')
      return () => {
        isLeaving.current = true;
        setCorner(here);
      };
    if (isCtrl && key === 'Delete') return removeRows;
    if (key === 'Delete' || key === 'Backspace') return () => change(cleared(rows, columns, range));
    if (isCtrl && letter === 'd') return () => change(filledDown(rows, columns, range));
    if (isCtrl && letter === 'z') return shiftKey ? redo : undo;
    if (isCtrl && letter === 'y') return redo;
    if (isCtrl && letter === 'a')
      return () => {
        setAt({ row: 0, col: 0 });
        setCorner({ row: Math.max(0, rows.length - 1), col: size.cols - 1 });
      };
    return undefined;
  }

  function removeRows(): void {
    change(withoutRows(rows, range));
    goTo({ row: range.top, col: here.col });
  }

  function breakLine(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void {
    event.preventDefault();
    const field = event.currentTarget;
    if (editing === undefined) return startEditing('caret');
    field.setRangeText('\n', field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    type(field.value);
  }

  function onCopy(event: ClipboardEvent): void {
    if (editing !== undefined) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeTabText(textsIn(rows, range)));
    if (event.type === 'cut') change(cleared(rows, columns, range));
  }

  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData('text/plain');
    // Into the text of a cell goes a text; what is of several cells goes into several.
    if (text === '' || (editing !== undefined && !/[\t\r\n]/.test(text))) return;
    event.preventDefault();
    if (readOnly) return;
    const block = readTabText(text);
    const result = pasted(rows, columns, range, understand?.(block) ?? block, labels);
    setEditing(undefined);
    onRowInWork(-1);
    change(result.rows);
    if (result.range !== undefined && result.range.bottom > result.range.top) {
      setAt({ row: result.range.top, col: result.range.left });
      setCorner({ row: result.range.bottom, col: result.range.right });
    }
    wantsFocus.current = true;
    onPasted(result);
  }

  return {
    at: here,
    corner: within(corner, size),
    range,
    editing,
    wantsFocus,
    moves,
    goTo,
    startEditing,
    stopEditing: () => setEditing(undefined),
    type,
    put,
    replace: change,
    removeRows,
    field: { onKeyDown, onCopy, onCut: onCopy, onPaste },
  };
}

const first: Cell = { row: 0, col: 0 };
const nothingDone = { past: [], future: [] };

/** The key is done with: no page hears of it. */
function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
