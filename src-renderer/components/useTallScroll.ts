import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { barOf, drawnHeight, jumped, moved, showing, type TallPlace } from './tallScroll.ts';

export const rowHeight = 32;
/** The head stays in sight above the rows. */
const headHeight = 32;
/** So many rows are drawn beyond the view on either side. */
const beyond = 8;
/** Never more than this, however tall the window. */
const mostDrawn = 78;
/** After so long without a move the bar is put where it belongs, in milliseconds. */
const restAfter = 150;

export type TallWindow = {
  /** The rows to draw: from `first` up to, not including, `end`. */
  first: number;
  end: number;
  /** Room above and below them, in pixels. */
  above: number;
  below: number;
  /** The first row in sight. */
  top: number;
  onScroll: () => void;
  /** Has a row in sight. */
  show: (row: number) => void;
  /** Goes to a place, in pixels of the whole. */
  goTo: (at: number) => void;
  /** Where the view begins, in pixels of the whole. */
  where: () => number;
};

/** Which rows of a long list are in sight of a scroll box, and how to move through it. */
export function useTallScroll(box: RefObject<HTMLElement | null>, rows: number): TallWindow {
  const place = useRef<TallPlace>({ at: 0, bar: 0 });
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [view, setView] = useState(600);
  // What is drawn follows from these; they change when another row comes into sight, not with every pixel.
  const [drawn, setDrawn] = useState({ top: 0, shift: 0 });
  const tall = { whole: rows * rowHeight, view };

  const take = useCallback((next: TallPlace) => {
    place.current = next;
    const top = Math.floor(next.at / rowHeight);
    const shift = next.at - next.bar;
    setDrawn((before) => (before.top === top && before.shift === shift ? before : { top, shift }));
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => setView(Math.max(rowHeight, element.clientHeight - headHeight));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);

  // The bar follows a jump in the same picture as the rows.
  useLayoutEffect(() => {
    const element = box.current;
    if (element !== null && Math.abs(element.scrollTop - place.current.bar) >= 1)
      element.scrollTo({ top: place.current.bar, behavior: 'instant' });
  });

  useEffect(() => () => clearTimeout(rest.current), []);

  function onScroll(): void {
    const element = box.current;
    if (element === null || Math.abs(element.scrollTop - place.current.bar) < 0.5) return;
    take(moved(tall, place.current, element.scrollTop));
    clearTimeout(rest.current);
    rest.current = setTimeout(() => take({ at: place.current.at, bar: barOf(tall, place.current.at) }), restAfter);
  }

  const most = Math.min(Math.ceil(view / rowHeight) + 1 + 2 * beyond, mostDrawn);
  const first = Math.max(0, Math.min(drawn.top - beyond, rows - 1));
  const end = Math.min(rows, first + most);
  const above = Math.max(0, first * rowHeight - drawn.shift);
  return {
    first,
    end,
    above,
    below: Math.max(0, drawnHeight(tall) - above - (end - first) * rowHeight),
    top: drawn.top,
    onScroll,
    show: (row) => take(showing(tall, place.current, { top: row * rowHeight, height: rowHeight })),
    goTo: (at) => take(jumped(tall, place.current, Math.min(Math.max(0, at), Math.max(0, tall.whole - view)))),
    where: () => place.current.at,
  };
}
