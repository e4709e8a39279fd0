import { useEffect } from 'react';
import { isField } from '#renderer/components/useScanner.ts';
import { isPlace } from './shell/navigation.ts';

/** How many screens lie behind the one that is shown, and whether the next one is one of them; none was shown yet at -1. */
let behind = -1;
let isReturning = false;

/** Esc leaves the page of a record for the screen it was opened from; the screens one goes to have nothing to leave. */
export function useReturn(path: string): void {
  useEffect(() => {
    behind = isReturning ? Math.max(0, behind - 1) : behind + 1;
    isReturning = false;
    if (isPlace(path)) return;
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented || isField(event.target)) return;
      // Esc closes what is open first.
      if (behind <= 0 || document.querySelector('[aria-expanded="true"], [role="dialog"], [data-told]') !== null)
        return;
      isReturning = true;
      window.history.back();
    }
    // Before whatever is open hears of it, and closes.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [path]);
}
