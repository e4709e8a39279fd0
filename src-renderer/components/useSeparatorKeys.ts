import { type KeyboardEvent, useState } from 'react';
import { AltCode, isSeparatorKey, separator } from './separatorKeys.ts';

type FieldKey = KeyboardEvent<HTMLInputElement>;

/**
 * Takes up the separator that a scanner sends into a field, where the cursor is: no browser writes it there by itself.
 *
 * @param isScan whether what stands in the field was scanned, so that keys with another use count too
 * @param onText hears what stands in the field then
 */
export function useSeparatorKeys(
  isScan: (text: string) => boolean,
  onText: (text: string) => void,
): { onKeyDown: (event: FieldKey) => boolean; onKeyUp: (event: FieldKey) => void } {
  const [altCode] = useState(() => new AltCode());

  function write(field: HTMLInputElement): void {
    const end = field.value.length;
    field.setRangeText(separator, field.selectionStart ?? end, field.selectionEnd ?? end, 'end');
    onText(field.value);
  }

  return {
    /** Whether the key was one of the separator's, and is done with. */
    onKeyDown(event) {
      const field = event.currentTarget;
      if (isSeparatorKey(event, isScan(field.value))) {
        // Not to be taken for a key of the browser, such as the one that enlarges the page.
        event.preventDefault();
        write(field);
        return true;
      }
      if (!altCode.takes(event)) return false;
      if (isScan(field.value)) event.preventDefault();
      return true;
    },
    onKeyUp(event) {
      if (altCode.ends(event)) write(event.currentTarget);
    },
  };
}
