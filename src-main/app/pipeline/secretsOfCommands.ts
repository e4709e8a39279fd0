import { createHmac, randomBytes } from 'node:crypto';
import type { Secret } from '#shared/kernel/secret.ts';

const mostKept = 1_000;

/**
 * How a repeated command with a password is recognised: by a digest of its secrets under a key of this start, in
 * memory only. With another password it is another command; after a restart it cannot be recognised.
 */
export class SecretsOfCommands {
  readonly #key = randomBytes(32);
  readonly #kept = new Map<string, string>();

  /** Whether these are the secrets that were sent under this name before; true for inputs without any. */
  areThose(name: string, secrets: readonly Secret[]): boolean {
    return secrets.length === 0 || this.#kept.get(name) === this.#digest(secrets);
  }

  keep(name: string, secrets: readonly Secret[]): void {
    if (secrets.length === 0) return;
    this.#kept.set(name, this.#digest(secrets));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }

  #digest(secrets: readonly Secret[]): string {
    const digest = createHmac('sha256', this.#key);
    for (const secret of secrets) digest.update(JSON.stringify(secret.reveal()));
    return digest.digest('hex');
  }
}
