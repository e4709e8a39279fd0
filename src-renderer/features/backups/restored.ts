import { useSyncExternalStore } from 'react';
import type { Outputs } from '#shared/contract.ts';

/** What a restore came to: told before the screens, where everybody signs in anew, and after that. */
export type Restored = Outputs['backups']['restoreHere'];

let last: Restored | undefined;
const listeners = new Set<() => void>();

function change(next: Restored | undefined): void {
  last = next;
  for (const listener of listeners) listener();
}

export const restored = {
  tell: (next: Restored): void => change(next),
  dismiss: (): void => change(undefined),
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useRestored = (): Restored | undefined => useSyncExternalStore(subscribe, () => last);
