import { fold } from '#shared/kernel/fold.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import { bonusOf, withBonus } from './bonus.ts';
import { type Decimal, decimalOf, formatDecimalText, mostPlaces } from './decimals.ts';
import { readFormula } from './formula.ts';
import { valueOf } from './formulaValue.ts';
import { type Limits, limitsOf } from './limits.ts';
import { formulaNames, namesIn } from './planIssues.ts';
import { type DecimalMark, readReading } from './reading.ts';
import type { SampledGroup } from './sampling/sample.ts';
import { judgeByVariables, type VariablesRule } from './sampling/variables.ts';
import { type Judged, judgeReading, worstOf } from './verdict.ts';
import type { Characteristic, Verdict } from './vocabulary.ts';

/** What conforms and what does not, as attributes, pictures and the keys + and − are written down. */
export const passed = 'ok';
export const failed = 'fail';

/**
 * One reading as it counts: its row, piece and place, each from 0, and its value: a decimal, "ok" or "fail", the chosen answer,
 * or a text.
 */
export type Reading = { row: number; piece: number; place: number; value: string };

/**
 * Reads what was typed for a row; undefined where nothing was. Answers are compared folded, so that "yes" is "Yes", and
 * the first letters are enough where no other answer begins so; what is no answer is refused and never counted as a wrong one.
 */
export function readAnswer(
  row: Characteristic,
  typed: string,
  mark: DecimalMark,
): { value: string } | { issue: Message } | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  switch (row.kind) {
    case 'number':
      return readReading(typed, { mark, unit: row.unit });
    case 'calculated':
      return { issue: msg`It is calculated by ${row.formula}, and takes no reading of its own.` };
    case 'count':
      return /^\d{1,6}$/.test(text)
        ? { value: String(Number(text)) }
        : { issue: msg`${text} is no count. Write how many there are, 0 for none.` };
    case 'attribute':
    case 'picture':
      if (passes.has(fold(text))) return { value: passed };
      return fails.has(fold(text))
        ? { value: failed }
        : { issue: msg`${text} says neither. Write + or ok, - or fail.` };
    case 'choice': {
      const begun = row.choices.filter(({ answer }) => fold(answer).startsWith(fold(text)));
      const found =
        row.choices.find(({ answer }) => fold(answer) === fold(text)) ?? (begun.length === 1 ? begun[0] : undefined);
      if (found !== undefined) return { value: found.answer };
      const answers = row.choices.map(({ answer }) => answer).join(', ');
      return { issue: msg`${text} is none of the answers: ${answers}.` };
    }
    case 'text':
      return { value: text };
  }
}

const passes = new Set(['+', passed, 'pass', 'yes', 'y', 'ja', 'j', 'i. o.', 'io']);
const fails = new Set(['-', '−', '–', failed, 'no', 'n', 'nein', 'n. i. o.', 'nio']);

/** The readings of an inspection, found by row, piece and place; `second` are those of a second person, where rows ask for one. */
export class Readings {
  readonly #values = new Map<string, string>();
  readonly #pieces = new Set<number>();
  readonly second: Readings | undefined;

  /** Of two readings at one place the later one counts; a blank takes one back. */
  constructor(readings: readonly Reading[], second?: readonly Reading[]) {
    for (const { row, piece, place, value } of readings) {
      this.#values.set(`${row} ${piece} ${place}`, value);
      this.#pieces.add(piece);
    }
    this.second = second === undefined ? undefined : new Readings(second);
  }

  /** "" where it was not read. */
  at(row: number, piece: number, place: number): string {
    return this.#values.get(`${row} ${piece} ${place}`) ?? '';
  }

  /** The readings of a piece in the order of its places, "" for those not done. */
  of({ row, places }: { row: number; places: number }, piece: number): string[] {
    return Array.from({ length: places }, (_, place) => this.at(row, piece, place));
  }

  /** The pieces of which anything was read, in their order. */
  pieces(): number[] {
    return [...new Set([...this.#pieces, ...(this.second?.pieces() ?? [])])].toSorted((a, b) => a - b);
  }
}

/** How one piece stands in one row; `value` is what a calculated row comes to, `limits` what it was held against. */
export type PieceJudged = Judged & { isDone: boolean; value: string; limits: Limits; issue?: Message };

const unlimited: Limits = { lower: '', upper: '', target: '' };

/** Judges a piece in a row: as good as its worst reading, and done when all its places are read. A blank is never a pass. */
export function judgePiece(
  rows: readonly Characteristic[],
  at: { row: number; piece: number },
  readings: Readings,
): PieceJudged {
  const row = rows[at.row];
  if (row === undefined) throw new RangeError(`the plan has no row ${at.row}`);
  if (row.kind === 'calculated') return judgeCalculated(rows, row, at, readings);
  if (row.isDual && readings.second !== undefined) return judgeTwice(rows, row, at, readings, readings.second);
  const limits = limitsAt(rows, row, at.piece, readings);
  const values = readings.of({ row: at.row, places: row.places }, at.piece);
  const done = values.filter((value) => value !== '');
  const isDone = done.length === values.length;
  const single = done.map((value) => judgeValue(row, value, limits));
  const worst = worstOf(single.map(({ verdict }) => verdict)) ?? 'unjudged';
  const found = single.find(({ verdict }) => verdict === worst) ?? { verdict: worst };
  if (row.formula === '' || !isDone || isFailing(worst)) return { ...found, isDone, value: '', limits };
  const formula = fulfils(rows, row, at.piece, readings);
  if (formula === undefined) return { ...found, isDone: false, value: '', limits };
  if ('issue' in formula) return { verdict: 'unjudged', isDone: false, value: '', limits, issue: formula.issue };
  return { ...(formula.holds ? asPass(found) : { verdict: 'fail' }), isDone, value: '', limits };
}

/**
 * A row that two persons read: done when both have, and their readings lie no further apart than is allowed; as bad as the
 * worse of the two.
 */
function judgeTwice(
  rows: readonly Characteristic[],
  row: Characteristic,
  at: { row: number; piece: number },
  first: Readings,
  second: Readings,
): PieceJudged {
  const alone = rows.map((one) => ({ ...one, isDual: false }));
  const one = judgePiece(alone, at, first);
  const other = judgePiece(alone, at, second);
  const worse = worstOf([one.verdict, other.verdict]) === one.verdict ? one : other;
  if (!one.isDone || !other.isDone) return { ...worse, isDone: false };
  for (let place = 0; place < row.places; place += 1) {
    const [a, b] = [first.at(at.row, at.piece, place), second.at(at.row, at.piece, place)];
    const [x, y] = [decimalOf(a), decimalOf(b)];
    const isApart =
      x === undefined || y === undefined || row.difference === ''
        ? row.difference !== '' || (x === undefined && a !== b)
        : x.minus(y).abs().gt(row.difference);
    if (isApart)
      return {
        ...worse,
        isDone: false,
        issue: msg`The two readings, ${a} and ${b}, lie too far apart. One of the two reads again.`,
      };
  }
  return { ...worse, isDone: true };
}

/** What fulfils its formula passes where there was nothing else to judge. */
const asPass = (judged: Judged): Judged => (judged.verdict === 'unjudged' ? { verdict: 'pass' } : judged);

/** What counts as nonconforming: a conditional pass does not, a conditional fail does. */
export const isFailing = (verdict: Verdict): boolean => verdict === 'fail' || verdict === 'conditionalFail';

/** How one value of a row stands. */
export function judgeValue(row: Characteristic, value: string, limits: Limits): Judged {
  switch (row.kind) {
    case 'number':
    case 'calculated':
      return judgeReading(value, limits, row.rule);
    case 'attribute':
    case 'picture':
      return { verdict: value === passed ? 'pass' : 'fail' };
    case 'choice':
      return { verdict: row.choices.some(({ answer, isRight }) => isRight && answer === value) ? 'pass' : 'fail' };
    case 'count':
      return Number(value) <= row.most ? { verdict: 'pass' } : { verdict: 'fail', side: 'above' };
    case 'text':
      return { verdict: 'unjudged' };
  }
}

/** The limits of a row for one piece: a geometrical tolerance gains by the size of the piece's feature once that is measured. */
export function limitsAt(
  rows: readonly Characteristic[],
  row: Characteristic,
  piece: number,
  readings: Readings,
): Limits {
  const limits = row.limits === null ? unlimited : limitsOf(row.limits);
  if (row.geometry === null || row.geometry.condition === 'RFS') return limits;
  const named = fold(row.geometry.sizeOf);
  const place = rows.findIndex(({ balloon }) => fold(balloon) === named);
  const size = rows[place];
  const value = readings.at(place, piece, 0);
  if (size === undefined || size.limits === null || value === '') return limits;
  return withBonus(limits, bonusOf(row.geometry, value, limitsOf(size.limits)));
}

function judgeCalculated(
  rows: readonly Characteristic[],
  row: Characteristic,
  { piece }: { piece: number },
  readings: Readings,
): PieceJudged {
  const limits = row.limits === null ? unlimited : limitsOf(row.limits);
  const calculated = calculatedValue(rows, row, piece, readings);
  if (calculated === undefined) return { verdict: 'unjudged', isDone: false, value: '', limits };
  if ('issue' in calculated) return { verdict: 'unjudged', isDone: false, value: '', limits, issue: calculated.issue };
  const { value } = calculated;
  if (typeof value === 'boolean')
    return { verdict: value ? 'pass' : 'fail', isDone: true, value: value ? passed : failed, limits };
  if (typeof value === 'string') return { verdict: 'unjudged', isDone: true, value, limits };
  const text = formatDecimalText(value.round(mostPlaces - 10));
  return { ...judgeReading(text, limits, row.rule), isDone: true, value: text, limits };
}

/** What a calculated row comes to for a piece; undefined while rows that it names are not done. */
function calculatedValue(
  rows: readonly Characteristic[],
  row: Characteristic,
  piece: number,
  readings: Readings,
): ReturnType<typeof valueOf> | undefined {
  const formula = readFormula(row.formula);
  if ('issue' in formula) return formula;
  const others = othersIn(rows, row.formula, piece, readings);
  return others === undefined ? undefined : valueOf(formula, { readings: [], others });
}

/** What the rows that a formula names come to for a piece; undefined while one of them is not done. */
function othersIn(
  rows: readonly Characteristic[],
  formula: string,
  piece: number,
  readings: Readings,
): Map<string, Decimal | string> | undefined {
  const others = new Map<string, Decimal | string>();
  for (const name of namesIn(formula)) {
    const place = rows.findIndex((one) => formulaNames(one).includes(fold(name)));
    const named = rows[place];
    if (named === undefined) continue;
    const value =
      named.kind === 'calculated'
        ? judgePiece(rows, { row: place, piece }, readings).value
        : readings.at(place, piece, 0);
    if (value === '') return undefined;
    others.set(name, decimalOf(value) ?? value);
  }
  return others;
}

/** Whether the readings of a piece fulfil the formula of their row; undefined while rows that it names are not done. */
function fulfils(
  rows: readonly Characteristic[],
  row: Characteristic,
  piece: number,
  readings: Readings,
): { holds: boolean } | { issue: Message } | undefined {
  const formula = readFormula(row.formula);
  if ('issue' in formula) return formula;
  const own = readings.of({ row: rows.indexOf(row), places: row.places }, piece);
  const others = othersIn(rows, row.formula, piece, readings);
  if (others === undefined) return undefined;
  const found = valueOf(formula, { readings: own.flatMap((value) => decimalOf(value) ?? []), others });
  if ('issue' in found) return found;
  return typeof found.value === 'boolean'
    ? { holds: found.value }
    : { issue: msg`The formula of the row gives no yes or no. Write a comparison, such as mean < 0.9.` };
}

/** What is for information is read where somebody asks for it; what takes long is read later. */
export const mayBeBlank = (row: Characteristic | undefined): boolean =>
  row?.isLongTerm === true || row?.limits?.kind === 'reference';

/** How a group of rows stands: pieces done and nonconforming against what is accepted and rejected. */
export type GroupJudged = {
  done: number;
  nonconforming: number;
  outcome: 'open' | 'accepted' | 'acceptedToNormal' | 'rejected';
};

/**
 * Counts the nonconforming pieces of a group. Once so many are that it is rejected, it is, when inspection may end there or all
 * pieces are done. Between acceptance and rejection, which reduced plans have, the lot is accepted and inspection is
 * normal again.
 */
export function judgeGroup(
  rows: readonly Characteristic[],
  { rows: places, sample }: SampledGroup,
  readings: Readings,
  { isCurtailed }: { isCurtailed: boolean },
): GroupJudged {
  let done = 0;
  let nonconforming = 0;
  for (const piece of readings.pieces()) {
    if (piece >= sample.sample) continue;
    const judged = places.map((row) => judgePiece(rows, { row, piece }, readings));
    if (judged.every(({ isDone }, index) => isDone || mayBeBlank(rows[places[index] ?? 0]))) done += 1;
    if (judged.some(({ verdict }) => isFailing(verdict))) nonconforming += 1;
  }
  const outcome = (): GroupJudged['outcome'] => {
    const [variables] = done === sample.sample && done >= 3 ? [sample.rule] : [];
    if (variables?.kind === 'variables') return byVariables(rows[places[0] ?? 0], places[0] ?? 0, readings, variables);
    if (nonconforming >= sample.reject && (isCurtailed || done === sample.sample)) return 'rejected';
    if (done < sample.sample) return 'open';
    return nonconforming <= sample.accept ? 'accepted' : 'acceptedToNormal';
  };
  return { done, nonconforming, outcome: outcome() };
}

/** What a sample by variables says of the lot, whose pieces are all read. */
function byVariables(
  row: Characteristic | undefined,
  place: number,
  readings: Readings,
  rule: VariablesRule,
): GroupJudged['outcome'] {
  if (row === undefined || row.limits === null) return 'accepted';
  const values = readings.pieces().flatMap((piece) => readings.of({ row: place, places: row.places }, piece));
  const read = values.filter((value) => decimalOf(value) !== undefined);
  return judgeByVariables(read, limitsOf(row.limits), rule).isAccepted ? 'accepted' : 'rejected';
}
