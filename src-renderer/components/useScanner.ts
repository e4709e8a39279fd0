import { useEffect } from 'react';
import { AltCode, isSeparatorKey, separator } from './separatorKeys.ts';

/** A scanner types faster than a person: at most so many milliseconds between two keys. */
const slowestKey = 40;
const shortestCode = 4;

/**
 * Recognises a scanner's keys anywhere on the page, outside of fields, where they are typed as text anyway:
 * a run of quick keys that ends with Enter.
 */
export function useScanner(onScan: (text: string) => void): void {
  useEffect(() => {
    let read = '';
    let last = 0;
    const altCode = new AltCode();

    function onKey(event: KeyboardEvent): void {
      if (isField(event.target)) return;
      if (event.timeStamp - last > slowestKey) read = '';
      last = event.timeStamp;
      const isWithinScan = read !== '';
      if (isSeparatorKey(event, isWithinScan)) {
        // Not to be taken for a key of the browser, such as the one that enlarges the page.
        event.preventDefault();
        read += separator;
      } else if (altCode.takes(event)) {
        if (isWithinScan) event.preventDefault();
      } else if (!event.ctrlKey && !event.metaKey && !event.altKey) {
        if (event.key === 'Enter' && read.length >= shortestCode) {
          // The same Enter must not open the link or row that has the focus.
          event.preventDefault();
          event.stopPropagation();
          onScan(read);
          read = '';
        } else if (event.key.length === 1) read += event.key;
      }
    }

    function onKeyUp(event: KeyboardEvent): void {
      if (isField(event.target) || event.timeStamp - last > slowestKey || !altCode.ends(event)) return;
      last = event.timeStamp;
      read += separator;
    }

    window.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener('keyup', onKeyUp, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener('keyup', onKeyUp, { capture: true });
    };
  }, [onScan]);
}

/** Whether keys typed at this target go into a field. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
