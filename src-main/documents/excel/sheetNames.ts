import { fill } from '../words.ts';

const longest = 31;

/**
 * Names for sheets as Excel takes them: at most 31 characters, none of []:*?/\ and no control characters, no
 * apostrophe at either end, not blank, not the reserved "History", and no two alike but for capitals.
 */
export class SheetNames {
  readonly #taken = new Set(['history']);
  readonly #numbered: string;

  /** @param numbered the pattern of a further name, such as "{{sheet}} ({{part, number}})" */
  constructor(numbered: string) {
    this.#numbered = numbered;
  }

  take(wanted: string, fallback: string): string {
    const base = legal(wanted) || legal(fallback);
    for (let part = 1; ; part += 1) {
      const name = part === 1 ? base : this.#further(base, part);
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }

  #further(base: string, part: number): string {
    const room = longest - fill(this.#numbered, { sheet: '', part: String(part) }).length;
    return fill(this.#numbered, { sheet: cut(base, room), part: String(part) });
  }
}

const legal = (text: string): string =>
  cut(
    text
      .toWellFormed()
      .replace(/[[\]:*?/\\\u0000-\u001f\ufffe\uffff]+/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s']+/, ''),
    longest,
  ).replace(/[\s']+$/, '');

/** Cuts to so many UTF-16 units without halving a character. */
function cut(text: string, most: number): string {
  let cutText = '';
  for (const letter of text) {
    if (cutText.length + letter.length > most) break;
    cutText += letter;
  }
  return cutText.trimEnd();
}
