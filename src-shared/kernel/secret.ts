import { z } from 'zod';

/**
 * A text that must never be stored, logged or digested: a password, a one-time code. It turns into nothing wherever
 * values are written; code that needs it reveals it explicitly.
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

/** Every secret that is in a parsed input, in its order. */
export function secretsIn(value: unknown): Secret[] {
  if (value instanceof Secret) return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(secretsIn);
}
