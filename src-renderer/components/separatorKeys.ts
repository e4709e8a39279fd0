/** The character that ends a part of a barcode: GS1's FNC1 on its way through a keyboard. */
export const separator = '\u001d';

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** What Ctrl makes of an American keyboard's keys: characters 28 to 31, which part a barcode, and 4, which ends one. */
const controlKey = /^[\]\\^_d]$/i;
const controlPlace = /^(?:BracketRight|Backslash|Digit6|Minus|KeyD)$/;

/**
 * Whether a key is a scanner's way to send character 29 or one like it, which no keyboard has: Ctrl ], the key of an
 * American keyboard whatever this one writes on it, F8, or the character itself. What a person also presses for other
 * ends, such as Ctrl + to enlarge the page where that is the same key, counts only within a scan.
 */
export function isSeparatorKey({ key, code, ctrlKey, altKey, metaKey }: Key, isWithinScan: boolean): boolean {
  if (/^[\u001c-\u001f]$/.test(key)) return true;
  if (metaKey) return false;
  if (ctrlKey && key === ']' && !altKey) return true;
  return isWithinScan && (ctrlKey ? controlKey.test(key) || controlPlace.test(code) : key === 'F8' && !altKey);
}

/** Alt with 0 2 9 or such on the number pad, as scanners send it on Windows: the digits are gathered until Alt is let go. */
export class AltCode {
  #digits = '';

  /** Whether a key that went down is a digit of such a code. */
  takes({ code, altKey, ctrlKey }: Key): boolean {
    const digit = /^Numpad(\d)$/.exec(code)?.[1];
    if (!altKey || ctrlKey || digit === undefined) {
      this.#digits = '';
      return false;
    }
    this.#digits += digit;
    return true;
  }

  /** Whether the key that was let go ends the code of the separator. */
  ends({ key }: Pick<KeyboardEvent, 'key'>): boolean {
    if (key !== 'Alt') return false;
    // Without the nought in front, some of these write signs of their own.
    const isSeparator = /^(?:0*29|0+(?:4|28|30|31))$/.test(this.#digits);
    this.#digits = '';
    return isSeparator;
  }
}
