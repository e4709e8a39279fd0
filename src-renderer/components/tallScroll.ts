/**
 * Scrolling through more rows than a browser can make an element tall. The scroll box is as tall as it may be; small
 * moves go row by row, wide ones to the same share of the list, and when it rests the bar is put where it belongs.
 */

/** The tallest content of a scroll box, in pixels; browsers end between 16 and 33 million, at 200 % zoom at half of it. */
export const tallest = 6_000_000;

/** `whole` is how tall all rows are, `view` how much of them is in sight, in pixels. */
export type TallBox = { whole: number; view: number };
/** `at` is where the view begins in the whole, `bar` where the scroll box says it is. */
export type TallPlace = { at: number; bar: number };

export const drawnHeight = ({ whole }: TallBox): number => Math.min(whole, tallest);
const lastAt = ({ whole, view }: TallBox): number => Math.max(0, whole - view);
const lastBar = (box: TallBox): number => Math.max(0, drawnHeight(box) - box.view);

/** Where the bar belongs for a place in the whole. */
export function barOf(box: TallBox, at: number): number {
  const clamped = Math.min(Math.max(at, 0), lastAt(box));
  return box.whole <= tallest ? clamped : Math.round((clamped / lastAt(box)) * lastBar(box));
}

/** The place after the scroll box moved its bar. */
export function moved(box: TallBox, before: TallPlace, bar: number): TallPlace {
  if (box.whole <= tallest) return { at: bar, bar };
  if (bar <= 0) return { at: 0, bar };
  if (bar >= lastBar(box) - 1) return { at: lastAt(box), bar };
  const step = bar - before.bar;
  const at = Math.abs(step) <= box.view ? before.at + step : (bar / lastBar(box)) * lastAt(box);
  return { at: Math.min(Math.max(at, 0), lastAt(box)), bar };
}

/** The place that has a row in sight, and is otherwise as it was. */
export function showing(box: TallBox, place: TallPlace, row: { top: number; height: number }): TallPlace {
  if (row.top < place.at) return jumped(box, place, row.top);
  if (row.top + row.height > place.at + box.view) return jumped(box, place, row.top + row.height - box.view);
  return place;
}

/** A place elsewhere: near by the bar goes along, far away it goes where it belongs. */
export function jumped(box: TallBox, from: TallPlace, at: number): TallPlace {
  const step = at - from.at;
  const bar = from.bar + step;
  const isNear = Math.abs(step) <= box.view && bar > 0 && bar < lastBar(box);
  return { at, bar: box.whole > tallest && isNear ? bar : barOf(box, at) };
}
