import { useContext, useSyncExternalStore } from 'react';
import { WorkingSession } from '#renderer/client/index.ts';

/** What the tour shows, in order; each but the first on the screen it is about. */
const tourSteps = [
  { name: 'find', path: undefined, needs: 'look' },
  { name: 'trace', path: '/trace', needs: 'trace' },
  { name: 'recall', path: '/recall', needs: 'recall' },
  { name: 'import', path: '/import', needs: 'import' },
  { name: 'audit', path: '/audit', needs: 'audit' },
] as const;

/** The steps to screens this session may use. */
export function useTourSteps(): readonly (typeof tourSteps)[number][] {
  const may: readonly string[] = useContext(WorkingSession)?.permissions ?? [];
  return tourSteps.filter(({ needs }) => may.includes(needs));
}

/** Where it is kept, in this browser, that a person took the tour or did not want it. */
const remembered = 'lotline.tour';

let at: number | undefined;
/** The address one took the tour at. */
let began = '';
const listeners = new Set<() => void>();

function change(next: number | undefined): void {
  at = next;
  for (const listener of listeners) listener();
}

/**
 * Starts the tour, goes to a step of it, or leaves it. Once it was left it is not offered again. Who has seen all of it
 * is back where it began; who leaves it before stays where it led.
 */
export const tour = {
  start(): void {
    began = window.location.hash;
    change(0);
  },
  go: (step: number): void => change(step),
  leave(): void {
    localStorage.setItem(remembered, 'left');
    change(undefined);
  },
  finish(): void {
    tour.leave();
    window.location.hash = began;
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
