import { useEffect } from 'react';
import { goesOn, longestPause, QuickKeys, slowestKey } from './quickKeys.ts';
import { AltCode, isSeparatorKey, separator } from './separatorKeys.ts';

/**
 * Recognises a scanner's keys anywhere on the page, outside of fields, where they are typed as text anyway:
 * a run of quick keys that ends with Enter, Tab or both. Nothing else on the page hears of them from the second on.
 */
export function useScanner(onScan: (text: string) => void): void {
  useEffect(() => {
    let read = '';
    let last = Number.NEGATIVE_INFINITY;
    let choice: Choice | undefined;
    const altCode = new AltCode();
    const quickKeys = new QuickKeys(longestPause);

    function onKey(event: KeyboardEvent): void {
      const isTyped = takesText(event.target);
      // A key that is held down is no scanner's.
      if (event.repeat && event.key.length === 1) return;
      // What ends a scan on the page may come twice, and the second time the box has the focus.
      const end = isTyped && event.key.length === 1 ? undefined : quickKeys.endedBy(event);
      if (end === 'again' || (end === 'first' && !isTyped && goesOn(read, 0))) {
        // The same key must not open the link or row that has the focus, nor leave it.
        event.preventDefault();
        event.stopPropagation();
        if (end === 'first') onScan(read);
        read = '';
        return;
      }
      const pause = event.timeStamp - last;
      // Other keys that do something part what is read before them from what comes behind.
      if (isTyped || pause > longestPause || isAction(event.key)) read = '';
      if (isTyped) return;
      last = event.timeStamp;
      const isWithinScan = read !== '';
      if (isSeparatorKey(event, isWithinScan)) {
        // Not to be taken for a key of the browser, such as the one that enlarges the page.
        event.preventDefault();
        read += separator;
      } else if (altCode.takes(event)) {
        if (isWithinScan) event.preventDefault();
      } else if (!event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1) {
        if (read === '') choice = choiceOf(event.target);
        // A person finds the options of a list by letters, too.
        if (goesOn(read, pause, choice === undefined ? longestPause : slowestKey)) {
          event.preventDefault();
          event.stopPropagation();
          putBack(choice);
        }
        read += event.key;
      }
    }

    function onKeyUp(event: KeyboardEvent): void {
      if (takesText(event.target) || event.timeStamp - last > longestPause || !altCode.ends(event)) return;
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

const noText = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

/** Whether keys typed at this target become its text. */
const takesText = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement && !noText.includes(target.type) && !target.readOnly) ||
  (target instanceof HTMLTextAreaElement && !target.readOnly);

const isAction = (key: string): boolean => /^(Enter|Tab|Escape|Arrow.*|Page.*|Home|End)$/.test(key);

/** A list of options that has the focus, and what was chosen of it. */
type Choice = { list: HTMLSelectElement; value: string };

const choiceOf = (target: EventTarget | null): Choice | undefined =>
  target instanceof HTMLSelectElement ? { list: target, value: target.value } : undefined;

/** The first key of a scan may have chosen another option, before anybody could know that it was one. */
function putBack(choice: Choice | undefined): void {
  if (choice === undefined || choice.list.value === choice.value) return;
  choice.list.value = choice.value;
  choice.list.dispatchEvent(new Event('change', { bubbles: true }));
}
