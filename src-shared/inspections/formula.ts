import { type Message, msg } from '#shared/kernel/message.ts';
import { type Decimal, decimalOf } from './decimals.ts';

/*
 * Formulas over readings: what a calculated characteristic is, and what an acceptance asks where limits cannot say it.
 *
 *     (r1 + r2) / 2          0.35 < r < 0.50          mean < 0.9 and max - min <= 0.2          grade in {A, B, C}
 *
 * A formula knows the readings it is given and nothing else: no text of it is ever run as a program.
 */

export type Node =
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
export type Comparison = (typeof comparisons)[number];

const figures = ['r', 'mean', 'median', 'min', 'max', 'range', 'stdev', 'count'] as const;
export type Figure = (typeof figures)[number];
export const isFigure = (name: string): name is Figure => figures.some((one) => one === name);
export const numbered = /^r([1-9]\d{0,2})$/;

const functionNames = ['abs', 'sqrt', 'round', 'min', 'max'] as const;
export type FunctionName = (typeof functionNames)[number];
const isFunction = (name: string): name is FunctionName => functionNames.some((one) => one === name);

const longest = 500;
const deepest = 50;

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

/** Why a formula cannot be read, or comes to nothing. */
export class FormulaWrong extends Error {
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
