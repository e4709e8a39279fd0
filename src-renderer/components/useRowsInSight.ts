import { observeElementRect, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { barOf, drawnHeight, jumped, moved, showing, type TallBox, type TallPlace } from './tallScroll.ts';

const rowHeight = 32;
/** The head stays in sight above the rows. */
const headHeight = 32;
/** So many rows are drawn beyond the view on either side. */
const beyond = 8;
/** After so long without a move the bar is put where it belongs, in milliseconds. */
const restAfter = 150;

export type RowsInSight = {
  /** The rows to draw: from `first` up to, not including, `end`. */
  first: number;
  end: number;
  /** Room above and below them, in pixels. */
  above: number;
  below: number;
  /** The first row in sight. */
  top: () => number;
  /** Measures a drawn row, where rows are of different heights. */
  measure: ((row: HTMLElement | null) => void) | null;
  /** Has a row in sight. */
  show: (row: number) => void;
  /** Goes to a place, in pixels of the whole. */
  goTo: (at: number) => void;
  /** Where the view begins, in pixels of the whole. */
  where: () => number;
};

type Asked = {
  count: number;
  /** "drawn": the page scrolls, and all rows are drawn; "measured": the box does, through rows of any height; "tall": through any number of rows of one line each. */
  kind: 'drawn' | 'measured' | 'tall';
};

/** Which rows of a table are in sight of its scroll box, and how to move through them. */
export function useRowsInSight(box: RefObject<HTMLDivElement | null>, { count, kind }: Asked): RowsInSight {
  const tall = useTall();
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, and never kept.
  const virtual = useVirtualizer<HTMLDivElement, HTMLElement>({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: beyond,
    enabled: kind !== 'drawn',
    initialRect: { width: 0, height: 600 },
    ...(kind === 'tall' ? tall.options : {}),
  });
  const all = { above: 0, below: 0, first: 0, end: count, top: () => 0, measure: null };
  const { kept } = tall;
  if (kind === 'drawn') return { ...all, show: () => undefined, goTo: () => undefined, where: () => 0 };
  const items = virtual.getVirtualItems();
  const [first, end] = [items[0]?.index ?? 0, (items.at(-1)?.index ?? -1) + 1];
  const start = items[0]?.start ?? 0;
  const height = (items.at(-1)?.end ?? 0) - start;
  if (kind === 'measured') {
    return {
      first,
      end,
      above: start,
      below: virtual.getTotalSize() - start - height,
      top: () => virtual.range?.startIndex ?? 0,
      measure: virtual.measureElement,
      show: (row) => virtual.scrollToIndex(row),
      goTo: (at) => virtual.scrollToOffset(at),
      where: () => virtual.scrollOffset ?? 0,
    };
  }
  const whole = boxOf(virtual);
  const above = Math.max(0, start - tall.shift);
  return {
    first,
    end,
    above,
    below: Math.max(0, drawnHeight(whole) - above - height),
    top: () => Math.floor(kept.current.at / rowHeight),
    measure: null,
    show: (row) => tall.take(showing(whole, kept.current, { top: row * rowHeight, height: rowHeight })),
    goTo: (at) => tall.take(jumped(whole, kept.current, Math.min(Math.max(0, at), lastAt(whole)))),
    where: () => kept.current.at,
  };
}

type AnyVirtual = Virtualizer<HTMLDivElement, HTMLElement>;

const boxOf = (virtual: AnyVirtual): TallBox => ({
  whole: virtual.options.count * rowHeight,
  view: virtual.scrollRect?.height ?? 600,
});
const lastAt = ({ whole, view }: TallBox): number => Math.max(0, whole - view);

/** Tells the virtualiser a place in the whole where a scroll box says how far its bar is. */
function useTall() {
  const kept = useRef<TallPlace>({ at: 0, bar: 0 });
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tell = useRef<(at: number) => void>(() => undefined);
  const element = useRef<HTMLElement | null>(null);
  // How much further the whole is than the bar: it changes without another row coming into sight.
  const [shift, setShift] = useState(0);
  useEffect(() => () => clearTimeout(rest.current), []);

  function take(next: TallPlace): void {
    kept.current = next;
    setShift(next.at - next.bar);
    tell.current(next.at);
    if (element.current !== null && Math.abs(element.current.scrollTop - next.bar) >= 1)
      element.current.scrollTo({ top: next.bar, behavior: 'instant' });
  }

  function observe(virtual: AnyVirtual, changed: (at: number, isScrolling: boolean) => void): () => void {
    const box = virtual.scrollElement;
    if (box === null) return () => undefined;
    element.current = box;
    tell.current = (at) => changed(at, false);
    changed(kept.current.at, false);
    const onScroll = (): void => {
      if (Math.abs(box.scrollTop - kept.current.bar) < 0.5) return;
      const now = boxOf(virtual);
      take(moved(now, kept.current, box.scrollTop));
      clearTimeout(rest.current);
      rest.current = setTimeout(() => {
        const { at } = kept.current;
        take({ at, bar: barOf(boxOf(virtual), at) });
      }, restAfter);
    };
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => box.removeEventListener('scroll', onScroll);
  }

  const options = {
    observeElementRect: (virtual: AnyVirtual, changed: (rect: { width: number; height: number }) => void) =>
      observeElementRect(virtual, ({ width }) => {
        const height = virtual.scrollElement?.clientHeight ?? 0;
        changed({ width, height: Math.max(rowHeight, height - headHeight) });
      }),
    observeElementOffset: observe,
    // Where the box goes is for take() to say.
    scrollToFn: () => undefined,
  };
  return { kept, shift, take, options };
}
