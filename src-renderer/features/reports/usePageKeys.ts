import { useEffect, useRef } from 'react';
import { isTyping } from '#renderer/components/tableKeys.ts';

/** So many milliseconds a key waits for a second one: a scanner's code may begin with any of them. */
const waiting = 120;

/** Keys of a page that are single letters. Where somebody types, and in a dialog, they are letters. */
export function usePageKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let held = '';
    const stop = (event: KeyboardEvent): void => {
      if (event.key === held && event.type === 'keyup') return;
      clearTimeout(timer);
    };
    const onKey = (event: KeyboardEvent): void => {
      stop(event);
      const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event;
      if (ctrlKey || metaKey || altKey || defaultPrevented || latest.current[key] === undefined) return;
      if (target !== null && (isTyping(target) || isElsewhere(target))) return;
      held = key;
      timer = setTimeout(() => latest.current[key]?.(), waiting);
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('keyup', stop);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('keyup', stop);
    };
  }, []);
}

/** A list to choose from, a table and a dialog have keys of their own. */
const isElsewhere = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('select, [role="dialog"], [role="listbox"], table') !== null;
