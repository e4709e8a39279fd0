import { type Message, msg } from '#shared/kernel/message.ts';

/** So many different numbers of a width are counted; more of them are many, however many. */
const mostCounted = 64;
/** So many others there are for each number that has lost its zeros, and for a lone one at least two. */
const othersForOne = 3;
const fewestOthers = 2;
/** Where fewer others have their zeros than have lost them, all together are so many. */
const fewestInAll = 3;
const leastDigits = 3;
/** Numbers of one series lie no further apart than so many times the one, where no more than a few are known. */
const widestStep = 10;
/** Of codes that were meant as they are, one in so many may be of another width. */
const storedForOne = 20;

/** Numbers of one width: their rows, and the least and the greatest of those that begin with a zero. */
type OfWidth = { rows: Map<string, number[]>; least: number; greatest: number };

/**
 * The codes of a group that are whole numbers, by how many digits they have: `453` among `000451` and `000452` has
 * lost its zeros. It is reported where the longest have one width, and some of them begin with a zero: numbers that
 * are only counted up grow longer by themselves, and those of two programs have two widths. Where most have lost
 * their zeros, those are reported that lie near one that has them; a number cell of a sheet, which cannot hold zeros,
 * beside any that does.
 */
export class NumbersByWidth {
  readonly #widths = new Map<number, OfWidth>();
  readonly #numberCells = new Set<string>();

  /** Notes the number in a row, all of it digits. */
  note(text: string, row: number, isNumberCell = false): void {
    let ofWidth = this.#widths.get(text.length);
    if (ofWidth === undefined) {
      ofWidth = { rows: new Map(), least: Number.POSITIVE_INFINITY, greatest: Number.NEGATIVE_INFINITY };
      this.#widths.set(text.length, ofWidth);
    }
    if (isPadded(text)) {
      ofWidth.least = Math.min(ofWidth.least, Number(text));
      ofWidth.greatest = Math.max(ofWidth.greatest, Number(text));
    }
    const rows = ofWidth.rows.get(text);
    if (rows !== undefined) rows.push(row);
    else if (ofWidth.rows.size < mostCounted) ofWidth.rows.set(text, [row]);
    else return;
    if (isNumberCell) this.#numberCells.add(text);
  }

  /** The numbers that have lost zeros, with their rows, and how many digits the others have. */
  shortened(): { text: string; rows: readonly number[]; digits: number }[] {
    const full = this.#paddedWidth();
    if (full === undefined) return [];
    const { digits, others } = full;
    const short = this.#shorterThan(digits);
    const areRare = others.rows.size >= (short.length === 1 ? fewestOthers : othersForOne * short.length);
    const areEnough = others.rows.size + short.length >= fewestInAll;
    const isNear = (text: string): boolean =>
      widestStep * Number(text) >= others.least && Number(text) <= widestStep * others.greatest;
    return short
      .filter(([text]) => areRare || this.#numberCells.has(text) || (areEnough && isNear(text)))
      .map(([text, rows]) => ({ text, rows, digits }));
  }

  /** How many digits those noted have, where one more has fewer and lost its zeros by that; it is not noted. */
  digitsLostBy(text: string): number | undefined {
    const full = this.#paddedWidth();
    if (full === undefined || isPadded(text) || text.length >= full.digits) return undefined;
    const others = full.others.rows.size;
    const areOfOneWidth = others >= fewestOthers && others >= storedForOne * this.#shorterThan(full.digits).length;
    return areOfOneWidth ? full.digits : undefined;
  }

  /** The greatest width, where some numbers of it begin with a zero and no shorter one does. */
  #paddedWidth(): { digits: number; others: OfWidth } | undefined {
    const [digits = 0, ...shorter] = [...this.#widths.keys()].sort((a, b) => b - a);
    const others = this.#widths.get(digits);
    const hasPadded = (width: OfWidth | undefined): boolean => width !== undefined && Number.isFinite(width.least);
    const isOne =
      digits >= leastDigits && hasPadded(others) && !shorter.some((one) => hasPadded(this.#widths.get(one)));
    return isOne && others !== undefined ? { digits, others } : undefined;
  }

  #shorterThan(digits: number): [text: string, rows: readonly number[]][] {
    return [...this.#widths].flatMap(([width, { rows }]) => (width < digits ? [...rows] : []));
  }
}

const isPadded = (text: string): boolean => text.startsWith('0') && text.length > 1;

/** The message about such a number, of its text as a sentence quotes it. */
export const shorterThanOthers =
  (digits: number) =>
  (text: string): Message =>
    msg`“${text}” is shorter than the numbers beside it, which have ${digits} digits and begin with zeros: a spreadsheet may have taken its zeros away.`;
