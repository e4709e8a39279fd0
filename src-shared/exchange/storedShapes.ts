import { type Message, msg } from '#shared/kernel/message.ts';
import { ColumnShapes, isDayNumber, isLeftOver, shapeOf, toldOfRemains, wordedAs } from './columnShapes.ts';
import { NumbersByWidth } from './lostZeros.ts';
import type { CellSaying } from './rewritten.ts';

/** So many of the codes that came last show what codes of their kind are like. */
export const mostSampled = 1000;
/** Fewer show nothing. */
export const fewestSampled = 2;

/** The message about a new code that another program may have rewritten, judged by those that the store holds. */
const told: Readonly<Partial<Record<ReturnType<typeof wordedAs>, CellSaying>>> = {
  kept: (text) =>
    msg`“${text}” ends in zeros after the fifteen digits that a spreadsheet keeps, and the store holds a code that begins with the same fifteen.`,
  exponent: (text) =>
    msg`“${text}” reads as a number with an exponent, and the codes of this kind that the store holds are figures.`,
  float: (text) =>
    msg`“${text}” ends like a number that a data frame or a spreadsheet made of a code, as none does of this kind that the store holds.`,
  grouped: (text) =>
    msg`“${text}” is written with separators between its thousands, as none is of this kind that the store holds.`,
  signed: (text) =>
    msg`“${text}” reads as a formula of a spreadsheet, as none does of the codes of this kind that the store holds.`,
  ...toldOfRemains,
};

const rareDate: CellSaying = (text) =>
  msg`“${text}” looks like a date that a spreadsheet made of a code, since the codes of this kind that the store holds are none.`;

const shorterThanStored =
  (digits: number) =>
  (text: string): Message =>
    msg`“${text}” is shorter than the numbers of this kind that the store holds, which have ${digits} digits and begin with zeros: a spreadsheet may have taken its zeros away.`;

/**
 * Codes of one kind that the store holds, such as the lots of a product. An export with nothing but new rows has no
 * others in its column that would show what another program made of them; these do. `has` returns whether a code is
 * among them.
 */
export class StoredShapes {
  readonly #has: (code: string) => boolean;
  readonly #shapes = new ColumnShapes();
  readonly #numbers = new NumbersByWidth();

  constructor(codes: Iterable<string>, has: (code: string) => boolean) {
    this.#has = has;
    for (const code of codes)
      if (this.#shapes.note(code, '') === 'number' && /^\d+$/.test(code)) this.#numbers.note(code, 0);
  }

  /**
   * The message about a new code; undefined where it may be right. Zeros are judged where numbers have one width, what is
   * left of a scan or a label of lots and serials.
   */
  sayingOf(
    text: string,
    { haveOneWidth, areOfGoods = false }: { haveOneWidth: boolean; areOfGoods?: boolean },
  ): CellSaying | undefined {
    const shape = shapeOf(text);
    if (isLeftOver(shape) && !areOfGoods) return undefined;
    if (areOfGoods && isDayNumber(text) && this.#shapes.isLoneBeside()) return told.day;
    if (shape === 'kept') return this.#hasOtherEnd(text) ? told.kept : undefined;
    if (shape === 'number') {
      const digits = haveOneWidth && /^\d+$/.test(text) ? this.#numbers.digitsLostBy(text) : undefined;
      return digits === undefined ? undefined : shorterThanStored(digits);
    }
    if (!this.#shapes.isRareBeside(text)) return undefined;
    return told[wordedAs(shape)] ?? rareDate;
  }

  /** Whether a code is there of which this one may be what a spreadsheet kept. Those counted up come before it. */
  #hasOtherEnd(text: string): boolean {
    const [start, lost] = [text.slice(0, 15), text.length - 15];
    for (let end = 1; end < 10 ** lost; end += 1)
      if (this.#has(`${start}${String(end).padStart(lost, '0')}`)) return true;
    return false;
  }
}
