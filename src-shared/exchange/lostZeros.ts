import { type Message, msg } from '#shared/kernel/message.ts';

/** So many different numbers of a width are told apart: more of them are many, whatever there are. */
const mostCounted = 20;
/** So many others there are for each number that has lost its zeros, and for a lone one at least two. */
const othersForOne = 3;
const fewestOthers = 2;
const leastDigits = 3;

/**
 * The codes of a group that are whole numbers, by how many digits they have: `453` among `000451` and `000452` has lost
 * its zeros. It is told as long as the others are many, have one width, and some of them begin with a zero: numbers that
 * are only counted up grow longer by themselves, and those of two programs have two widths.
 */
export class NumbersByWidth {
  readonly #rows = new Map<number, Map<string, number[]>>();
  readonly #padded = new Set<number>();

  /** Notes the number that stands in a row, all of it digits. */
  note(text: string, row: number): void {
    if (text.startsWith('0') && text.length > 1) this.#padded.add(text.length);
    const ofWidth = this.#rows.get(text.length);
    if (ofWidth === undefined) {
      this.#rows.set(text.length, new Map([[text, [row]]]));
      return;
    }
    const rows = ofWidth.get(text);
    if (rows !== undefined) rows.push(row);
    else if (ofWidth.size < mostCounted) ofWidth.set(text, [row]);
  }

  /** The numbers that have lost zeros, with their rows, and how many digits the others have. */
  shortened(): { text: string; rows: readonly number[]; digits: number }[] {
    const [digits = 0, ...shorter] = [...this.#rows.keys()].sort((a, b) => b - a);
    const others = this.#rows.get(digits)?.size ?? 0;
    const short = shorter.flatMap((width) => [...(this.#rows.get(width) ?? [])]);
    const isPadded =
      digits >= leastDigits && this.#padded.has(digits) && !shorter.some((width) => this.#padded.has(width));
    const areRare = others >= (short.length === 1 ? fewestOthers : othersForOne * short.length);
    return isPadded && areRare ? short.map(([text, rows]) => ({ text, rows, digits })) : [];
  }
}

/** What is said of such a number, of its text as a sentence quotes it. */
export const shorterThanOthers =
  (digits: number) =>
  (text: string): Message =>
    msg`“${text}” is shorter than the numbers beside it, which have ${digits} digits and begin with zeros: a spreadsheet may have taken its zeros away.`;
