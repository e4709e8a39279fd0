import { useSyncExternalStore } from 'react';

/** What the tour shows, in order; each but the first on the screen it is about. */
export const tourSteps = [
  { name: 'find', path: undefined },
  { name: 'trace', path: '/trace' },
  { name: 'recall', path: '/recall' },
  { name: 'import', path: '/import' },
  { name: 'audit', path: '/audit' },
] as const;

/** Where it is kept, in this browser, that a person took the tour or did not want it. */
const remembered = 'lotline.tour';

let at: number | undefined;
const listeners = new Set<() => void>();

function change(next: number | undefined): void {
  at = next;
  for (const listener of listeners) listener();
}

/** Starts the tour, goes to a step of it, or leaves it. Once it was left it is not offered again. */
export const tour = {
  start: (): void => change(0),
  go: (step: number): void => change(step),
  leave(): void {
    localStorage.setItem(remembered, 'left');
    change(undefined);
  },
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The step that is shown; undefined while there is no tour. */
export const useTourStep = (): number | undefined => useSyncExternalStore(subscribe, () => at);

/** Whether the tour is to be offered: it does not run, and was never left. */
export const useTourOffered = (): boolean =>
  useSyncExternalStore(subscribe, () => at === undefined && localStorage.getItem(remembered) === null);
