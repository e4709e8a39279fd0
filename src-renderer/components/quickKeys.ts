type Key = Pick<KeyboardEvent, 'key' | 'timeStamp' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** A scanner types faster than a person: at most so many milliseconds between two keys. */
export const slowestKey = 40;
/** A scanner, or the computer, may pause for so many milliseconds within a code. */
export const longestPause = 300;
const shortestCode = 4;

/** Tells a scanner from a person by how quickly keys follow one another, and knows what ends its codes: Enter, Tab or both. */
export class QuickKeys {
  #count = 0;
  #last = Number.NEGATIVE_INFINITY;
  #ended = Number.NEGATIVE_INFINITY;
  readonly #longestPause: number;

  /** @param pause so many milliseconds may pass between two keys of one code, as long as enough others are quick */
  constructor(pause = slowestKey) {
    this.#longestPause = pause;
  }

  /** How a key ends a scan: at the end of one, once more right behind, or not at all. */
  endedBy({ key, timeStamp, ctrlKey, metaKey, altKey }: Key): 'first' | 'again' | undefined {
    const pause = timeStamp - this.#last;
    const isQuick = pause <= slowestKey;
    this.#last = timeStamp;
    if (key === 'Enter' || key === 'Tab') {
      const isEnd = isQuick && this.#count >= shortestCode;
      const isAgain = !isEnd && timeStamp - this.#ended <= slowestKey;
      this.#count = 0;
      if (isEnd || isAgain) this.#ended = timeStamp;
      return isEnd ? 'first' : isAgain ? 'again' : undefined;
    }
    if (pause > this.#longestPause) this.#count = 0;
    // The first key of a code follows on nothing.
    if ((isQuick || this.#count === 0) && key.length === 1 && !ctrlKey && !metaKey && !altKey) this.#count += 1;
    return undefined;
  }
}

/** The keys that do something by themselves on a page. */
const pageKeys = /^[jk/? ]*$/;

/** Whether the next key goes on with a scan, read so far outside of a field, and so is no key of the page. */
export const goesOn = (read: string, pause: number, longest = longestPause): boolean =>
  pause <= longest && !pageKeys.test(read);
