/** How much of a window's height something takes that a person makes higher and lower, in percent. */
export const usualHeight = 65;
export const leastHeight = 30;
export const mostHeight = 95;
const step = 5;

export const heightWithin = (height: number): number =>
  Number.isFinite(height) ? Math.round(Math.min(Math.max(height, leastHeight), mostHeight)) : usualHeight;

/** The height after a key at the divider; undefined for keys that it does not know. */
export function heightAfter(key: string, height: number): number | undefined {
  const after: Readonly<Record<string, number>> = {
    ArrowUp: height - step,
    ArrowDown: height + step,
    Home: leastHeight,
    End: mostHeight,
    Enter: usualHeight,
  };
  const wanted = after[key];
  return wanted === undefined ? undefined : heightWithin(wanted);
}
