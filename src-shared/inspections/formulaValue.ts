import { msg } from '#shared/kernel/message.ts';
import { type Decimal, decimalOf, knownDecimal, mostPlaces, rounded } from './decimals.ts';
import {
  type Comparison,
  type Figure,
  type Formula,
  type FormulaIssue,
  FormulaWrong,
  type FunctionName,
  isFigure,
  type Node,
  numbered,
} from './formula.ts';

/** What a formula may name: readings by number, figures of all of them, and other rows of the plan by what they are called. */
export type Scope = {
  /** Readings in their order; blank ones are left out. */
  readings: readonly Decimal[];
  /** Other characteristics, by the name that formulas know them by: a number, or the text that was chosen. */
  others: ReadonlyMap<string, Decimal | string>;
};

export type Value = Decimal | boolean | string;
/** What a formula comes to; an issue where a reading is missing, a name is unknown or the sum has no answer. */
export function valueOf({ root }: Formula, scope: Scope): { value: Value } | FormulaIssue {
  try {
    return { value: valueIn(root, scope) };
  } catch (error) {
    if (error instanceof FormulaWrong) return { issue: error.text };
    throw error;
  }
}

const two = knownDecimal('2');
const none = knownDecimal('0');

function valueIn(node: Node, scope: Scope): Value {
  const numberIn = (of: Node): Decimal => {
    const value = valueIn(of, scope);
    if (typeof value === 'object') return value;
    throw new FormulaWrong(msg`A number is needed, and there is ${saidOf(value)}.`);
  };
  const truthIn = (of: Node): boolean => {
    const value = valueIn(of, scope);
    if (typeof value === 'boolean') return value;
    throw new FormulaWrong(msg`Something that holds or not is needed, and there is ${saidOf(value)}.`);
  };
  switch (node.is) {
    case 'number':
    case 'text':
      return node.value;
    case 'name':
      return named(node.name, node.at, scope);
    case 'minus':
      return none.minus(numberIn(node.of));
    case 'not':
      return !truthIn(node.of);
    case 'both':
      return node.sign === 'and'
        ? truthIn(node.left) && truthIn(node.right)
        : truthIn(node.left) || truthIn(node.right);
    case 'sum': {
      const [left, right] = [numberIn(node.left), numberIn(node.right)];
      if (node.sign === '+') return left.plus(right);
      if (node.sign === '-') return left.minus(right);
      if (node.sign === '*') return left.times(right);
      if (right.eq('0')) throw new FormulaWrong(msg`Nothing can be divided by nought (at ${node.at}).`);
      return left.div(right);
    }
    case 'comparison': {
      let left = node.first;
      return node.rest.every(({ sign, right }) => {
        const holds = compared(sign, valueIn(left, scope), valueIn(right, scope), node.at);
        left = right;
        return holds;
      });
    }
    case 'in': {
      const value = valueIn(node.left, scope);
      if (typeof value === 'boolean') throw new FormulaWrong(msg`A value is needed before “in” at ${node.at}.`);
      return node.of.some((one) =>
        typeof value === 'string' ? foldedChoice(one) === foldedChoice(value) : (decimalOf(one)?.eq(value) ?? false),
      );
    }
    case 'call':
      return called(node.name, node.of.map(numberIn), node.at);
  }
}

const saidOf = (value: Value): string => (typeof value === 'object' ? value.toFixed() : String(value));
/** “yes” is “Yes”. */
const foldedChoice = (text: string): string => text.trim().toLowerCase();

function compared(sign: Comparison, left: Value, right: Value, at: number): boolean {
  if (typeof left === 'object' && typeof right === 'object') {
    const order = left.cmp(right);
    return sign === '<'
      ? order < 0
      : sign === '<='
        ? order <= 0
        : sign === '>'
          ? order > 0
          : sign === '>='
            ? order >= 0
            : sign === '='
              ? order === 0
              : order !== 0;
  }
  if (typeof left === 'string' && typeof right === 'string' && (sign === '=' || sign === '<>'))
    return (foldedChoice(left) === foldedChoice(right)) === (sign === '=');
  throw new FormulaWrong(msg`${saidOf(left)} and ${saidOf(right)} cannot be compared with ${sign} (at ${at}).`);
}

function called(name: FunctionName, of: readonly Decimal[], at: number): Decimal {
  const [first, second, ...others] = of;
  const wrongCount = (): never => {
    throw new FormulaWrong(msg`${name} at ${at} has too few or too many values.`);
  };
  if (first === undefined) return wrongCount();
  switch (name) {
    case 'abs':
      return second === undefined ? first.abs() : wrongCount();
    case 'sqrt':
      if (second !== undefined) return wrongCount();
      if (first.lt('0')) throw new FormulaWrong(msg`There is no root of a number below nought (at ${at}).`);
      return first.sqrt();
    case 'round': {
      const digits = Number(second?.toFixed() ?? '0');
      if (others.length > 0 || !Number.isInteger(digits) || digits < 0 || digits > mostPlaces) return wrongCount();
      return rounded(first, digits, 'halfEven');
    }
    case 'min':
      return of.reduce((least, one) => (one.lt(least) ? one : least));
    case 'max':
      return of.reduce((most, one) => (one.gt(most) ? one : most));
  }
}

function named(name: string, at: number, { readings, others }: Scope): Value {
  const [, number] = numbered.exec(name) ?? [];
  if (number !== undefined || isFigure(name)) {
    if (readings.length === 0) throw new FormulaWrong(msg`There is no reading yet.`);
    if (number === undefined) return figureOf(isFigure(name) ? name : 'r', readings, at);
    const reading = readings[Number(number) - 1];
    if (reading === undefined) throw new FormulaWrong(msg`There is no reading ${number}.`);
    return reading;
  }
  const other = others.get(name);
  if (other === undefined) throw new FormulaWrong(msg`${name} at ${at} is not known here.`);
  return other;
}

function figureOf(figure: Figure, readings: readonly Decimal[], at: number): Decimal {
  const count = knownDecimal(String(readings.length));
  const sorted = readings.toSorted((a, b) => a.cmp(b));
  const [first = none, last = none] = [sorted[0], sorted.at(-1)];
  const mean = (): Decimal => readings.reduce((sum, one) => sum.plus(one), none).div(count);
  switch (figure) {
    case 'r':
      if (readings.length > 1)
        throw new FormulaWrong(
          msg`r at ${at} is one reading, and there are ${readings.length}. Write r1, r2 … or mean.`,
        );
      return first;
    case 'count':
      return count;
    case 'mean':
      return mean();
    case 'median': {
      const half = Math.floor(sorted.length / 2);
      const upper = sorted[half] ?? none;
      return sorted.length % 2 === 1 ? upper : upper.plus(sorted[half - 1] ?? none).div(two);
    }
    case 'min':
      return first;
    case 'max':
      return last;
    case 'range':
      return last.minus(first);
    case 'stdev': {
      if (readings.length < 2) throw new FormulaWrong(msg`One reading has no deviation.`);
      const middle = mean();
      const squares = readings.reduce((sum, one) => sum.plus(one.minus(middle).pow(2)), none);
      return squares.div(count.minus('1')).sqrt();
    }
  }
}
