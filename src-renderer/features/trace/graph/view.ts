import type { Box } from './arrangement.ts';

/** What is in sight: where the picture's origin stands in the frame, and by how much it is enlarged. */
export type View = { readonly x: number; readonly y: number; readonly zoom: number };
export type Frame = { readonly width: number; readonly height: number };

/** The smallest letters of graph.module.css, and how small they may get on the screen, in pixels. */
const smallestLetters = 12;
const smallestOnScreen = 11;
/** No picture is drawn smaller than this, however large it is: what finds no room is reached by moving it. */
export const smallestScale = smallestOnScreen / smallestLetters;
export const largestScale = 2;
/** A small picture is not blown up. */
const largestFit = 1.25;
/** So much stays free between the frame and what is brought into it. */
const margin = 20;

/** The view a picture begins with: whole where it can be read so. Else from its side of sources, with `start` in sight. */
export function fittingView({ whole, start, frame }: { whole: Box; start: Box; frame: Frame }): View {
  const room = { width: frame.width - 2 * margin, height: frame.height - 2 * margin };
  const wanted = Math.min(room.width / whole.width, room.height / whole.height, largestFit);
  const zoom = Math.max(wanted, smallestScale);
  const middle = (start.y + start.height / 2) * zoom;
  const view = {
    x: placed(whole.x * zoom, whole.width * zoom, frame.width, 0),
    y: placed(whole.y * zoom, whole.height * zoom, frame.height, (middle - whole.y * zoom) / (whole.height * zoom)),
    zoom,
  };
  return viewShowing(start, view, frame);
}

/** Where a stretch begins in the frame: in the middle where it fits; else with the part `towards` (0 to 1) in sight. */
function placed(from: number, length: number, room: number, towards: number): number {
  const free = room - length;
  if (free >= 2 * margin) return free / 2 - from;
  const wanted = room / 2 - length * towards;
  return Math.min(margin, Math.max(free - margin, wanted)) - from;
}

/** The view with a box in sight, moved no farther than that takes. */
export function viewShowing({ x, y, width, height }: Box, view: View, frame: Frame): View {
  const { zoom } = view;
  return {
    x: shifted(view.x, x * zoom, width * zoom, frame.width),
    y: shifted(view.y, y * zoom, height * zoom, frame.height),
    zoom,
  };
}

export const sides = ['left', 'right', 'up', 'down'] as const;
export type Side = (typeof sides)[number];

/** How many boxes are not whole in sight, at each side of the frame. */
export function beyond(boxes: Iterable<Box>, { x, y, zoom }: View, frame: Frame): Record<Side, number> {
  const counts = { left: 0, right: 0, up: 0, down: 0 };
  for (const box of boxes) {
    const [left, top] = [x + box.x * zoom, y + box.y * zoom];
    if (left < -1) counts.left += 1;
    else if (left + box.width * zoom > frame.width + 1) counts.right += 1;
    if (top < -1) counts.up += 1;
    else if (top + box.height * zoom > frame.height + 1) counts.down += 1;
  }
  return counts;
}

/** The view moved to a side, by most of the frame and no farther than the picture goes. */
export function movedView(view: View, side: Side, { whole, frame }: { whole: Box; frame: Frame }): View {
  const { x, y, zoom } = view;
  const most = 0.8;
  const least = {
    x: frame.width - margin - (whole.x + whole.width) * zoom,
    y: frame.height - margin - (whole.y + whole.height) * zoom,
  };
  const last = { x: margin - whole.x * zoom, y: margin - whole.y * zoom };
  switch (side) {
    case 'left':
      return { x: Math.max(x, Math.min(x + most * frame.width, last.x)), y, zoom };
    case 'right':
      return { x: Math.min(x, Math.max(x - most * frame.width, least.x)), y, zoom };
    case 'up':
      return { x, y: Math.max(y, Math.min(y + most * frame.height, last.y)), zoom };
    case 'down':
      return { x, y: Math.min(y, Math.max(y - most * frame.height, least.y)), zoom };
  }
}

/** The view so many times larger, around the middle of the frame. */
export function zoomedView({ x, y, zoom }: View, times: number, { width, height }: Frame): View {
  const wanted = Math.min(Math.max(zoom * times, smallestScale), largestScale);
  const by = wanted / zoom;
  return { x: width / 2 - (width / 2 - x) * by, y: height / 2 - (height / 2 - y) * by, zoom: wanted };
}

function shifted(origin: number, from: number, length: number, room: number): number {
  const least = margin - from;
  const most = room - margin - length - from;
  // What is longer than the frame is shown from its beginning.
  return most < least ? least : Math.min(Math.max(origin, least), most);
}

/** The box around all boxes. */
export function boxAround(boxes: Iterable<Box>): Box {
  const all = [...boxes];
  const [x, y] = [Math.min(...all.map((box) => box.x)), Math.min(...all.map((box) => box.y))];
  const right = Math.max(...all.map((box) => box.x + box.width));
  const bottom = Math.max(...all.map((box) => box.y + box.height));
  return all.length === 0 ? { x: 0, y: 0, width: 1, height: 1 } : { x, y, width: right - x, height: bottom - y };
}
