import { msg } from '#shared/kernel/message.ts';
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LotlineError } from '#shared/kernel/errors.ts';
import { failuresToLock } from '#shared/security/lockOut.ts';

const lockMinutes = 15;

/**
 * Wrong passwords for a store that another program writes to, so that its trail cannot take them: kept in the person's
 * own data until one is right. The holder of the file could read it without a password; this keeps scripts from guessing.
 */
export class LoginThrottle {
  readonly #file: string;
  readonly #folder: string;

  constructor(folder: string, storeId: string) {
    this.#folder = folder;
    this.#file = join(folder, `${storeId}.txt`);
  }

  /** @throws LotlineError LOCKED_OUT after five in a quarter of an hour */
  insistOnUnlocked(user: string, now: Date): void {
    const since = now.getTime() - lockMinutes * 60_000;
    const recent = this.#read().filter((one) => one.user === user.toLowerCase() && one.at > since);
    if (recent.length < failuresToLock) return;
    throw new LotlineError(
      'LOCKED_OUT',
      msg`Too many wrong passwords: this account is locked for ${lockMinutes} minutes. Wait, or ask an administrator for a new password.`,
    );
  }

  note(user: string, now: Date): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    appendFileSync(this.#file, `${now.toISOString()} ${user.toLowerCase()}\n`, { mode: 0o600 });
  }

  clear(): void {
    rmSync(this.#file, { force: true });
  }

  #read(): { user: string; at: number }[] {
    try {
      const lines = readFileSync(this.#file, 'utf8').split('\n');
      return lines.map((line) => ({ at: Date.parse(line.slice(0, 24)), user: line.slice(25) }));
    } catch {
      return [];
    }
  }
}
