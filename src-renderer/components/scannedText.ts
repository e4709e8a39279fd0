import { longestPause } from './quickKeys.ts';

type Field = Pick<HTMLInputElement, 'value' | 'selectionStart' | 'selectionEnd'>;

/** Tells what was keyed into a field in one go from what stood in it before. */
export class ScannedText {
  #last = Number.NEGATIVE_INFINITY;
  #before = '';
  #behind = '';

  /** Hears each key before it is written. What was keyed in since the last pause, Enter or Tab. */
  heard({ key, timeStamp }: Pick<KeyboardEvent, 'key' | 'timeStamp'>, { value, ...field }: Field): string {
    const isNew = timeStamp - this.#last > longestPause;
    this.#last = timeStamp;
    if (isNew) {
      this.#before = value.slice(0, field.selectionStart ?? value.length);
      this.#behind = value.slice(field.selectionEnd ?? value.length);
    }
    if (key === 'Enter' || key === 'Tab') this.#last = Number.NEGATIVE_INFINITY;
    const isKept = value.startsWith(this.#before) && value.endsWith(this.#behind);
    const end = value.length - this.#behind.length;
    return isKept && end > this.#before.length ? value.slice(this.#before.length, end) : value;
  }
}
