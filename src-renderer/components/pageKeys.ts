import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { isField } from './useScanner.ts';

/** Whether keys at this target are text or a choice; the boxes before rows take none but Space. */
export const isTyping = (target: EventTarget | null): boolean =>
  isField(target) && !(target instanceof HTMLInputElement && target.type === 'checkbox');

/** Whether a dialog lies above the page, also while it comes and goes. */
export const isDialogOpen = (): boolean => document.querySelector('[role="dialog"]') !== null;

/** One row down or up by j and k; 0 for every other key. */
export const stepOf = ({ key }: Pick<KeyboardEvent, 'key'>): number => (key === 'j' ? 1 : key === 'k' ? -1 : 0);

/** What keys of a page do, by their names in small letters. */
export type PageKeys = Readonly<Record<string, (() => void) | undefined>>;

/** A scanner types its next key sooner, in milliseconds: what it types is no key of the page. */
export const pageKeyPause = 120;

/** The keys of the pages that are shown: there they are theirs, and no table's. */
const claimed = new Set<() => PageKeys>();
export const isPageKey = (key: string): boolean => [...claimed].some((keys) => keys()[nameOf(key)] !== undefined);

/**
 * Keys of a page that are single letters, and Enter. Where somebody types or chooses, in a table and in a dialog they are
 * none of them. j and k act at once, and as often as they repeat; the others once it is sure that no scanner types them.
 */
export function usePageKeys(keys: PageKeys, isOn = true): void {
  const latest = useRef(keys);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    latest.current = isOn ? keys : {};
  });
  useEffect(() => {
    const own = (): PageKeys => latest.current;
    claimed.add(own);
    return () => {
      claimed.delete(own);
      clearTimeout(timer.current);
    };
  }, []);
  useWindowEvent('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, defaultPrevented, timeStamp } = event;
    const isQuick = timeStamp - last.current < pageKeyPause;
    const isStep = stepOf(event) !== 0;
    // A person goes through rows as quickly as a key that is held down repeats.
    if (!isStep) last.current = timeStamp;
    clearTimeout(timer.current);
    const name = nameOf(key);
    if (latest.current[name] === undefined || ctrlKey || metaKey || altKey || defaultPrevented) return;
    if (isElsewhere(target) || (isQuick && !isStep)) return;
    if (isStep) latest.current[name]?.();
    else if (name !== 'enter') timer.current = setTimeout(() => latest.current[name]?.(), pageKeyPause);
    else if (!doesSomething(target)) latest.current[name]?.();
  });
}

const nameOf = (key: string): string => key.toLowerCase();

const isElsewhere = (target: EventTarget | null): boolean =>
  isTyping(target) ||
  (target instanceof Element && target.closest('select, [role="dialog"], [role="listbox"], [data-rows]') !== null);

/** What does something by itself at Enter. */
const doesSomething = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a, button, [role="slider"]') !== null;
