import { type Message, msg } from '#shared/kernel/message.ts';
import { type Decimal, decimalOf, knownDecimal, rounded } from './decimals.ts';

/*
 * Formulas over readings: what a calculated characteristic is, and what an acceptance asks where limits cannot say it.
 *
 *     (r1 + r2) / 2          0.35 < r < 0.50          mean < 0.9 and max - min <= 0.2          grade in {A, B, C}
 *
 * A formula knows the readings it is given and nothing else: no text of it is ever run as a program.
 */

/** What a formula may name: readings by number, figures of all of them, and other rows of the plan by what they are called. */
export type Scope = {
  /** Readings in their order; blank ones are left out. */
  readings: readonly Decimal[];
  /** Other characteristics, by the name that formulas know them by: a number, or the text that was chosen. */
  others: ReadonlyMap<string, Decimal | string>;
};

export type Value = Decimal | boolean | string;
type Node =
  | { is: 'number'; value: Decimal }
  | { is: 'text'; value: string }
  | { is: 'name'; name: string; at: number }
  | { is: 'call'; name: FunctionName; of: readonly Node[]; at: number }
  | { is: 'minus'; of: Node; at: number }
  | { is: 'not'; of: Node; at: number }
  | { is: 'sum'; sign: '+' | '-' | '*' | '/'; left: Node; right: Node; at: number }
  /** Several in a row all hold: 1 < r < 2. */
  | { is: 'comparison'; first: Node; rest: readonly { sign: Comparison; right: Node }[]; at: number }
  | { is: 'in'; left: Node; of: readonly string[]; at: number }
  | { is: 'both'; sign: 'and' | 'or'; left: Node; right: Node };

/** A formula that was read; `names` are those of other rows it needs. */
export type Formula = { text: string; root: Node; names: readonly string[] };
export type FormulaIssue = { issue: Message };

const comparisons = ['<=', '>=', '<>', '<', '>', '='] as const;
type Comparison = (typeof comparisons)[number];

const figures = ['r', 'mean', 'median', 'min', 'max', 'range', 'stdev', 'count'] as const;
type Figure = (typeof figures)[number];
const isFigure = (name: string): name is Figure => figures.some((one) => one === name);
const numbered = /^r([1-9]\d{0,2})$/;

const functionNames = ['abs', 'sqrt', 'round', 'min', 'max'] as const;
type FunctionName = (typeof functionNames)[number];
const isFunction = (name: string): name is FunctionName => functionNames.some((one) => one === name);

const longest = 500;
const deepest = 50;
/** Divisions and roots are cut here, far behind any reading's last place. */
const places = 30;

type Token = { kind: 'number' | 'name' | 'text' | 'sign' | 'end'; text: string; at: number };
const token = /\s*(?:(\d+(?:\.\d+)?|\.\d+)|([\p{L}_][\p{L}\p{N}_]*)|"([^"]*)"|(<=|>=|<>|[-+*/()<>=,{}]))/uy;

/** Reads a formula. What is wrong says where, by the number of its character from 1. */
export function readFormula(text: string): Formula | FormulaIssue {
  if (text.length > longest) return { issue: msg`The formula is too long: it may have ${longest} characters.` };
  try {
    const parser = new Parser(tokensOf(text));
    const root = parser.whole();
    return { text, root, names: [...parser.names] };
  } catch (error) {
    if (error instanceof FormulaWrong) return { issue: error.text };
    throw error;
  }
}

/** What a formula comes to; an issue where a reading is missing, a name is unknown or the sum has no answer. */
export function valueOf({ root }: Formula, scope: Scope): { value: Value } | FormulaIssue {
  try {
    return { value: valueIn(root, scope) };
  } catch (error) {
    if (error instanceof FormulaWrong) return { issue: error.text };
    throw error;
  }
}

class FormulaWrong extends Error {
  readonly text: Message;
  constructor(text: Message) {
    super(text.pattern);
    this.text = text;
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (text.slice(token.lastIndex).trim() !== '') {
    const from = token.lastIndex;
    const match = token.exec(text);
    if (match === null) {
      const blank = /^\s*/.exec(text.slice(from))?.[0].length ?? 0;
      const sign = String.fromCodePoint(text.codePointAt(from + blank) ?? 0);
      throw new FormulaWrong(msg`${sign} at ${from + blank + 1} cannot stand in a formula.`);
    }
    const [whole, number, name, quoted, sign] = match;
    const at = from + whole.length - whole.trimStart().length + 1;
    if (number !== undefined) tokens.push({ kind: 'number', text: number.replace(/^\./, '0.'), at });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, at });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted, at });
    else tokens.push({ kind: 'sign', text: sign ?? '', at });
  }
  return [...tokens, { kind: 'end', text: '', at: text.length + 1 }];
}

/** Each level binds more than the one before: or, and, not, comparison, sum, product, sign. */
class Parser {
  readonly names = new Set<string>();
  readonly #tokens: readonly Token[];
  #place = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Node {
    const root = this.#or();
    if (this.#next.kind !== 'end') throw this.#unexpected();
    return root;
  }

  get #next(): Token {
    return this.#tokens[this.#place] ?? { kind: 'end', text: '', at: 0 };
  }

  #take(text: string): boolean {
    const { kind, text: is } = this.#next;
    if (kind === 'text' || is.toLowerCase() !== text) return false;
    this.#place += 1;
    return true;
  }

  #insist(text: string): void {
    if (!this.#take(text)) throw new FormulaWrong(msg`${text} is missing at ${this.#next.at}.`);
  }

  #unexpected(): FormulaWrong {
    const { kind, text, at } = this.#next;
    return new FormulaWrong(
      kind === 'end' ? msg`The formula ends too early.` : msg`${text} at ${at} is not expected there.`,
    );
  }

  #or(): Node {
    this.#depth += 1;
    if (this.#depth > deepest) throw new FormulaWrong(msg`The formula has too many brackets in each other.`);
    let left = this.#and();
    while (this.#take('or')) left = { is: 'both', sign: 'or', left, right: this.#and() };
    this.#depth -= 1;
    return left;
  }

  #and(): Node {
    let left = this.#not();
    while (this.#take('and')) left = { is: 'both', sign: 'and', left, right: this.#not() };
    return left;
  }

  #not(): Node {
    const { at } = this.#next;
    let isNot = false;
    while (this.#take('not')) isNot = !isNot;
    const of = this.#comparison();
    return isNot ? { is: 'not', of, at } : of;
  }

  #comparison(): Node {
    const first = this.#sum();
    const { at } = this.#next;
    if (this.#take('in')) return { is: 'in', left: first, of: this.#choices(), at };
    const rest: { sign: Comparison; right: Node }[] = [];
    for (let sign = this.#comparisonSign(); sign !== undefined; sign = this.#comparisonSign())
      rest.push({ sign, right: this.#sum() });
    return rest.length === 0 ? first : { is: 'comparison', first, rest, at };
  }

  #comparisonSign(): Comparison | undefined {
    return comparisons.find((sign) => this.#take(sign));
  }

  #choices(): string[] {
    this.#insist('{');
    const choices: string[] = [];
    do {
      const { kind, text } = this.#next;
      if (kind === 'sign' || kind === 'end') throw this.#unexpected();
      choices.push(text);
      this.#place += 1;
    } while (this.#take(','));
    this.#insist('}');
    return choices;
  }

  #sum(): Node {
    let left = this.#product();
    for (;;) {
      const { at, text } = this.#next;
      if (this.#take('+') || this.#take('-'))
        left = { is: 'sum', sign: text === '+' ? '+' : '-', left, right: this.#product(), at };
      else return left;
    }
  }

  #product(): Node {
    let left = this.#signed();
    for (;;) {
      const { at, text } = this.#next;
      if (this.#take('*') || this.#take('/'))
        left = { is: 'sum', sign: text === '*' ? '*' : '/', left, right: this.#signed(), at };
      else return left;
    }
  }

  #signed(): Node {
    const { at } = this.#next;
    let isMinus = false;
    for (;;) {
      if (this.#take('-')) isMinus = !isMinus;
      else if (!this.#take('+')) break;
    }
    const of = this.#single();
    return isMinus ? { is: 'minus', of, at } : of;
  }

  #single(): Node {
    const { kind, text, at } = this.#next;
    if (this.#take('(')) {
      const of = this.#or();
      this.#insist(')');
      return of;
    }
    if (kind === 'sign' || kind === 'end') throw this.#unexpected();
    this.#place += 1;
    if (kind === 'number') {
      const value = decimalOf(text);
      if (value === undefined) throw new FormulaWrong(msg`${text} at ${at} is no number that can be counted with.`);
      return { is: 'number', value };
    }
    if (kind === 'text') return { is: 'text', value: text };
    return this.#named(text, at);
  }

  #named(text: string, at: number): Node {
    const name = text.toLowerCase();
    if (this.#take('(')) {
      if (!isFunction(name))
        throw new FormulaWrong(msg`${text} at ${at} is no function. There are ${functionNames.join(', ')}.`);
      const of = [this.#or()];
      while (this.#take(',')) of.push(this.#or());
      this.#insist(')');
      return { is: 'call', name, of, at };
    }
    if (['and', 'or', 'not', 'in'].includes(name)) throw new FormulaWrong(msg`${text} at ${at} is not expected there.`);
    // `reading_1` is how other programs call the first reading.
    const known = name.replace(/^reading_/, 'r');
    if (isFigure(known) || numbered.test(known)) return { is: 'name', name: known, at };
    this.names.add(text);
    return { is: 'name', name: text, at };
  }
}

const two = knownDecimal('2');
const none = knownDecimal('0');

function valueIn(node: Node, scope: Scope): Value {
  const numberIn = (of: Node): Decimal => {
    const value = valueIn(of, scope);
    if (typeof value === 'object') return value;
    throw new FormulaWrong(msg`A number is needed${whereOf(of)}, and there is ${saidOf(value)}.`);
  };
  const truthIn = (of: Node): boolean => {
    const value = valueIn(of, scope);
    if (typeof value === 'boolean') return value;
    throw new FormulaWrong(msg`Something that holds or not is needed${whereOf(of)}, and there is ${saidOf(value)}.`);
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

const whereOf = (node: Node): Message => ('at' in node ? msg` at ${node.at}` : msg``);
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
      if (others.length > 0 || !Number.isInteger(digits) || digits < 0 || digits > places) return wrongCount();
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
    if (number === undefined) return figureOf(name as Figure, readings, at);
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
