import { useSyncExternalStore } from 'react';
import type { Outputs } from '#shared/contract.ts';

/** What one reads after signing in: when one was last here, and what failed since. */
export type Arrival = Outputs['people']['logIn'];

let arrived: Arrival | undefined;
const listeners = new Set<() => void>();

function change(next: Arrival | undefined): void {
  arrived = next;
  for (const listener of listeners) listener();
}

export const arrival = {
  tell: (next: Arrival): void => change(next),
  dismiss: (): void => change(undefined),
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useArrival = (): Arrival | undefined => useSyncExternalStore(subscribe, () => arrived);
