import { useEffect } from 'react';
import { PageScanner } from './pageScanner.ts';

/** Hears what is scanned anywhere on the page, outside of fields. */
export function useScanner(onScan: (text: string) => void): void {
  useEffect(() => {
    const scanner = new PageScanner(onScan);
    window.addEventListener('keydown', scanner.onKeyDown, { capture: true });
    window.addEventListener('keyup', scanner.onKeyUp, { capture: true });
    return () => {
      scanner.stop();
      window.removeEventListener('keydown', scanner.onKeyDown, { capture: true });
      window.removeEventListener('keyup', scanner.onKeyUp, { capture: true });
    };
  }, [onScan]);
}

/** Whether keys typed at this target go into a field. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
