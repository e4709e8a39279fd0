import { z } from 'zod';

/**
 * A text that must never be stored, logged or digested: a password, a one-time code. It turns into nothing wherever
 * values are written; whoever needs it asks for it by name.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toJSON(): string {
    return '';
  }

  toString(): string {
    return '(secret)';
  }
}

/** A secret as an operation takes it: the caller sends text, the operation gets a Secret. */
export const secretText = z
  .string()
  .min(1)
  .max(256)
  .transform((text) => new Secret(text));

/** Whether a secret stands anywhere in a parsed input. */
export function holdsSecret(value: unknown): boolean {
  if (value instanceof Secret) return true;
  if (value === null || typeof value !== 'object') return false;
  return Object.values(value).some(holdsSecret);
}
