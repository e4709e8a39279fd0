import { useEffect } from 'react';
import { QuickKeys, slowestKey } from './quickKeys.ts';
import { AltCode, isSeparatorKey, separator } from './separatorKeys.ts';

/**
 * Recognises a scanner's keys anywhere on the page, outside of fields, where they are typed as text anyway:
 * a run of quick keys that ends with Enter, Tab or both.
 */
export function useScanner(onScan: (text: string) => void): void {
  useEffect(() => {
    let read = '';
    let last = 0;
    const altCode = new AltCode();
    const quickKeys = new QuickKeys();

    function onKey(event: KeyboardEvent): void {
      const isTyped = isField(event.target);
      // What ends a scan on the page may come twice, and the second time the box has the focus.
      const end = isTyped && event.key.length === 1 ? undefined : quickKeys.endedBy(event);
      if (end === 'again' || (end === 'first' && !isTyped)) {
        // The same key must not open the link or row that has the focus, nor leave it.
        event.preventDefault();
        event.stopPropagation();
        if (end === 'first') onScan(read);
        read = '';
        return;
      }
      if (isTyped) return;
      if (event.timeStamp - last > slowestKey) read = '';
      last = event.timeStamp;
      const isWithinScan = read !== '';
      if (isSeparatorKey(event, isWithinScan)) {
        // Not to be taken for a key of the browser, such as the one that enlarges the page.
        event.preventDefault();
        read += separator;
      } else if (altCode.takes(event)) {
        if (isWithinScan) event.preventDefault();
      } else if (!event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1) read += event.key;
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
