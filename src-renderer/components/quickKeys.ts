type Key = Pick<KeyboardEvent, 'key' | 'timeStamp' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** A scanner types faster than a person: at most so many milliseconds between two keys. */
export const slowestKey = 40;
/** Outside of fields, where people hardly type, one may be a little slower. */
export const slowestOnPage = 55;
/** A scanner, or the computer, may pause for so many milliseconds within a code, and before the key that ends it. */
export const longestPause = 300;
const shortestCode = 4;

type Pace = {
  /** So many milliseconds lie between two keys of a scanner at most, by where they are typed. */
  slowest?: number;
  /** So many milliseconds may pass between two keys of one code, as long as enough others are quick. */
  pause?: number;
};

/** Tells a scanner from a person by how quickly keys follow one another, and knows what ends its codes: Enter, Tab or both. */
export class QuickKeys {
  #count = 0;
  #last = Number.NEGATIVE_INFINITY;
  #ended = Number.NEGATIVE_INFINITY;

  /** Whether the keys so far came as quickly as a scanner's. */
  get areQuick(): boolean {
    return this.#count > 1;
  }

  /** Something was typed since: what ends it is not what ended the last scan. */
  forgetEnd(): void {
    this.#ended = Number.NEGATIVE_INFINITY;
  }

  /** How a key ends a scan: at the end of one, once more right behind, or not at all. */
  endedBy(
    { key, timeStamp, ctrlKey, metaKey, altKey }: Key,
    { slowest = slowestKey, pause: longest = slowest }: Pace = {},
  ): 'first' | 'again' | undefined {
    const pause = timeStamp - this.#last;
    this.#last = timeStamp;
    if (key === 'Enter' || key === 'Tab') {
      const isEnd = pause <= longestPause && this.#count >= shortestCode;
      const isAgain = !isEnd && this.#count === 0 && timeStamp - this.#ended <= longestPause;
      this.#count = 0;
      if (isEnd || isAgain) this.#ended = timeStamp;
      return isEnd ? 'first' : isAgain ? 'again' : undefined;
    }
    if (pause > longest) this.#count = 0;
    // The first key of a code follows on nothing.
    if ((pause <= slowest || this.#count === 0) && key.length === 1 && !ctrlKey && !metaKey && !altKey)
      this.#count += 1;
    return undefined;
  }
}

/** The keys that do something by themselves on a page, one after the other. */
const pageKeys = /^[jkbf/? +-]*$/;

/** Whether the next key goes on with a scan, read so far outside of a field, and so is no key of the page. */
export const goesOn = (read: string, pause: number, longest = longestPause): boolean =>
  pause <= longest && !pageKeys.test(read);
