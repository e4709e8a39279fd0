import { useSyncExternalStore } from 'react';

/** Something that is told on one page and read on others, until it is put away. */
export type Told<T> = { tell(next: T): void; dismiss(): void; use(): T | undefined };

export function createTold<T>(): Told<T> {
  let last: T | undefined;
  const listeners = new Set<() => void>();
  const change = (next: T | undefined): void => {
    last = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    tell: change,
    dismiss: () => change(undefined),
    use: () => useSyncExternalStore(subscribe, () => last),
  };
}
