import { type Json, LotlineError } from './errors.ts';
import { msg } from './message.ts';

/** How many levels of lists and records may lie in each other: far more than any input, form or file of ours has. */
export const deepestJson = 100;

/**
 * Refuses values of more levels. Reading JSON takes any number of them, but whatever walks such a value afterwards,
 * a schema or a digest, runs out of stack; so this looks level by level.
 * @throws LotlineError VALIDATION
 */
export function insistOnDepth(value: unknown): void {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestJson)
      throw new LotlineError(
        'VALIDATION',
        msg`Lists and records lie in each other at most ${deepestJson} levels deep.`,
      );
    level = level.flatMap(childrenOf);
  }
}

const childrenOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).filter((child) => typeof child === 'object' && child !== null)
    : [];

/**
 * Reads JSON that came from outside.
 * @throws SyntaxError; LotlineError VALIDATION where it is too deep
 */
export function parseJson(text: string): Json {
  // The result of JSON.parse is JSON.
  const value = JSON.parse(text) as Json;
  insistOnDepth(value);
  return value;
}
