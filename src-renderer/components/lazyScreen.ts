import { type ComponentType, createElement, type ReactNode, use } from 'react';

const every: (() => Promise<unknown>)[] = [];

/** The host did not hand out a screen's code. Browsers remember that for as long as the page is open: it has to be loaded anew. */
export class ScreenNotFetchedError extends Error {
  override name = 'ScreenNotFetchedError';
}

type Load<Props> = () => Promise<ComponentType<Props>>;

/**
 * A screen whose code is fetched when it is first opened, so that the first one shown need not wait for all others. Once
 * it is there, it is drawn at once as any other.
 */
export function lazyScreen<Props extends object>(load: Load<Props>): (props: Props) => ReactNode {
  const { Lazy, fetchOnce } = lazily(load);
  every.push(fetchOnce);
  return Lazy;
}

/** A part of screens whose code is fetched when it is first shown, and not before. */
export const lazyPart = <Props extends object>(load: Load<Props>): ((props: Props) => ReactNode) => lazily(load).Lazy;

function lazily<Props extends object>(load: Load<Props>) {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<ComponentType<Props>> | undefined;
  const fetchOnce = (): Promise<ComponentType<Props>> => {
    loading ??= load().then(
      (part) => (loaded = part),
      (cause: unknown) => {
        throw new ScreenNotFetchedError(String(cause), { cause });
      },
    );
    return loading;
  };
  const Lazy = (props: Props): ReactNode => createElement(loaded ?? use(fetchOnce()), props);
  return { Lazy, fetchOnce };
}

/** Fetches all screens one after another, so that each opens without waiting, also once the host is gone. */
export async function preloadScreens(): Promise<void> {
  // One that cannot be fetched says so when it is opened.
  for (const fetchOnce of every) await fetchOnce().catch(() => undefined);
}
