import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The one session of a start. The printed address carries a token of 256 random bits, which is exchanged once
 * for a cookie and a key, and is worth nothing afterwards. A browser sends the cookie to every program of this computer,
 * whatever its port; the key is kept by our pages for their own address alone, so calls need both. All live in memory
 * only, and end with the program.
 */
export class Session {
  /** For the printed address, and nowhere else. */
  readonly token = secret();
  readonly #cookie = secret();
  readonly #key = secret();
  readonly #name: string;
  readonly #tickets = new Map<string, { path: string; until: number }>();
  #spent = false;

  /** Cookies do not know ports: the name does, so that two stores can be open in one browser. */
  constructor(port: number) {
    this.#name = `lotline-${port}`;
  }

  /** The Set-Cookie line and the key for the right token the first time; undefined ever after, and for any other text. */
  exchange(token: string): { cookie: string; key: string } | undefined {
    if (!isSame(token, this.token) || this.#spent) return undefined;
    this.#spent = true;
    return { cookie: `${this.#name}=${this.#cookie}; Path=/; HttpOnly; SameSite=Strict`, key: this.#key };
  }

  /** Whether a request shows the key of our own pages. */
  opens(key: string | string[] | undefined): boolean {
    return typeof key === 'string' && isSame(key, this.#key);
  }

  /** What a link shows in place of the key, for one path: good once, and not for long. `now` in milliseconds. */
  ticketFor(path: string, now: number): string {
    for (const [ticket, { until }] of this.#tickets) if (until < now) this.#tickets.delete(ticket);
    const ticket = secret();
    this.#tickets.set(ticket, { path, until: now + 60_000 });
    return ticket;
  }

  /** Whether a ticket is good for a path; afterwards it is not any more. */
  takes(ticket: string, path: string, now: number): boolean {
    const kept = this.#tickets.get(ticket);
    if (kept === undefined || kept.path !== path) return false;
    this.#tickets.delete(ticket);
    return now <= kept.until;
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
