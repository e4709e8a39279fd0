import { type Instant, timeBetween } from '../clock.ts';

const minute = 60_000_000;
/** So many entries a minute: enough to see what was tried, too few to fill a disk. */
const mostAMinute = 10;

/**
 * Bounds the entries of what nobody who is signed in is refused for. Anybody at the computer can ask without end; beyond
 * some a minute, requests are counted, and the next entry says how many.
 */
export class StrangersRefused {
  #since: Instant | undefined;
  #written = 0;
  #counted = 0;

  /** How many were only counted since the last entry, where this one becomes an entry; undefined where it is counted too. */
  take(at: Instant): number | undefined {
    if (this.#since === undefined || timeBetween(this.#since, at) >= minute) {
      this.#since = at;
      this.#written = 0;
    }
    if (this.#written >= mostAMinute) {
      this.#counted += 1;
      return undefined;
    }
    this.#written += 1;
    const counted = this.#counted;
    this.#counted = 0;
    return counted;
  }
}
