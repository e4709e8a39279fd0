import { randomInt } from 'node:crypto';
import { codeLetters } from '#shared/security/recoveryCode.ts';
import { type Instant, timeBetween } from './clock.ts';

export const setUpMinutes = 15;
const mostTries = 5;

/** The one-time code of the first administrator: in memory only, for a quarter of an hour and a few tries. */
export class BootstrapCode {
  #code = '';
  #madeAt: Instant = { now: 0, elapsed: 0 };
  #tries = 0;

  /** A new code; the one before is worth nothing any more. */
  renew(at: Instant): string {
    const part = (): string => Array.from({ length: 4 }, () => codeLetters[randomInt(codeLetters.length)]).join('');
    this.#code = `${part()}-${part()}-${part()}`;
    this.#madeAt = at;
    this.#tries = 0;
    return this.#code;
  }

  /** Whether this is the code; typed in small letters or without dashes it is, too. */
  fits(given: string, at: Instant): boolean {
    this.#tries += 1;
    const isOld = timeBetween(this.#madeAt, at) > setUpMinutes * 60_000_000;
    if (this.#code === '' || isOld || this.#tries > mostTries) return false;
    return plain(given) === plain(this.#code);
  }

  spend(): void {
    this.#code = '';
  }
}

const plain = (code: string): string => code.toUpperCase().replaceAll(/[\s-]/g, '');
