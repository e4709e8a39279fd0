import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The one session of a start. The printed address carries a token of 256 random bits, which is exchanged once
 * for a cookie and is worth nothing afterwards. Both live in memory only, and end with the program.
 */
export class Session {
  /** For the printed address, and nowhere else. */
  readonly token = secret();
  readonly #cookie = secret();
  readonly #name: string;
  #spent = false;

  /** Cookies do not know ports: the name does, so that two stores can be open in one browser. */
  constructor(port: number) {
    this.#name = `lotline-${port}`;
  }

  /** The Set-Cookie line for the right token the first time; undefined ever after, and for any other text. */
  exchange(token: string): string | undefined {
    if (!isSame(token, this.token) || this.#spent) return undefined;
    this.#spent = true;
    return `${this.#name}=${this.#cookie}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** Whether a Cookie header belongs to the session. */
  holds(header: string | undefined): boolean {
    const pairs = (header ?? '').split(';').map((pair) => pair.trim());
    const sent = pairs
      .filter((pair) => pair.startsWith(`${this.#name}=`))
      .map((pair) => pair.slice(this.#name.length + 1));
    return sent.length === 1 && isSame(sent[0] ?? '', this.#cookie);
  }
}

const secret = (): string => randomBytes(32).toString('base64url');

/** Takes the same time for any input: digests of equal length are compared. */
const isSame = (sent: string, right: string): boolean => timingSafeEqual(digest(sent), digest(right));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
