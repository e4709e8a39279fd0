import { useEffect } from 'react';

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
    function onKey(event: KeyboardEvent): void {
      // Scanners send the end of a GS1 part, character 29, as Ctrl ].
      const isSeparator = event.ctrlKey && event.key === ']';
      if (isField(event.target) || event.metaKey || event.altKey || (event.ctrlKey && !isSeparator)) return;
      if (event.timeStamp - last > slowestKey) read = '';
      last = event.timeStamp;
      if (isSeparator) {
        event.preventDefault();
        read += '\u001d';
        return;
      }
      if (event.key === 'Enter' && read.length >= shortestCode) {
        // The same Enter must not open the link or row that has the focus.
        event.preventDefault();
        event.stopPropagation();
        onScan(read);
        read = '';
      } else if (event.key.length === 1) read += event.key;
    }
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [onScan]);
}

/** Whether keys typed at this target go into a field. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
