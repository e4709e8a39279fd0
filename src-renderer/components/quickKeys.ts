type Key = Pick<KeyboardEvent, 'key' | 'timeStamp' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** A scanner types faster than a person: at most so many milliseconds between two keys. */
export const slowestKey = 40;
const shortestCode = 4;

/** Tells a scanner from a person by how quickly keys follow one another, and knows what ends its codes: Enter, Tab or both. */
export class QuickKeys {
  #count = 0;
  #last = Number.NEGATIVE_INFINITY;
  #ended = Number.NEGATIVE_INFINITY;

  /** How a key ends a scan: at the end of one, once more right behind, or not at all. */
  endedBy({ key, timeStamp, ctrlKey, metaKey, altKey }: Key): 'first' | 'again' | undefined {
    const isQuick = timeStamp - this.#last <= slowestKey;
    this.#last = timeStamp;
    if (key === 'Enter' || key === 'Tab') {
      const isEnd = isQuick && this.#count >= shortestCode;
      const isAgain = !isEnd && timeStamp - this.#ended <= slowestKey;
      this.#count = 0;
      if (isEnd || isAgain) this.#ended = timeStamp;
      return isEnd ? 'first' : isAgain ? 'again' : undefined;
    }
    if (!isQuick) this.#count = 0;
    if (key.length === 1 && !ctrlKey && !metaKey && !altKey) this.#count += 1;
    return undefined;
  }
}
