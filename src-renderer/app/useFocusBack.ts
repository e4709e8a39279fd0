import { useEffect } from 'react';
import { takeLeft } from '#renderer/components/address.ts';

/** So long is waited for what a screen asks the host. */
const longestMs = 5000;

/** A form that is done gives way to where it was opened from: there the focus goes back to the link that opened it. */
export function useFocusBack(path: string): void {
  useEffect(() => {
    const left = takeLeft();
    const content = document.getElementById('content');
    if (left === '' || content === null) return;
    const isDone = (): boolean => {
      // Who has gone elsewhere by now is left there.
      if (document.activeElement !== null && document.activeElement !== document.body) return true;
      const ways = [...content.querySelectorAll('a')];
      const way = ways.find((one) => one.getAttribute('href') === left);
      way?.focus();
      return way !== undefined;
    };
    if (isDone()) return;
    const watching = new MutationObserver(() => {
      if (isDone()) watching.disconnect();
    });
    watching.observe(content, { childList: true, subtree: true });
    const ending = setTimeout(() => watching.disconnect(), longestMs);
    return () => {
      watching.disconnect();
      clearTimeout(ending);
    };
  }, [path]);
}
