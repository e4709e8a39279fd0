/**
 * The place of a value that a column is compared with, in what is asked at every call. With a plain `?` SQLite plans the
 * whole question anew at each use, in case another plan were better for that value: that takes longer than the answer.
 */
export const boundValue = '+?';

/** Takes the place of a value in a query until the query is run, or of what is derived from it. */
export class Parameter {
  readonly #name: string;
  readonly #made: ((value: unknown) => unknown) | undefined;

  constructor(name: string, made?: (value: unknown) => unknown) {
    this.#name = name;
    this.#made = made;
  }

  valueIn(values: Readonly<Record<string, unknown>>): unknown {
    const value = values[this.#name];
    return this.#made === undefined ? value : this.#made(value);
  }

  /** The parameter that is made of another one's value. */
  static from<T>(parameter: T, made: (value: T) => unknown): Parameter {
    if (!(parameter instanceof Parameter)) throw new Error('a parameter of a query stands here');
    // A value is of the type its query declares.
    return new Parameter(parameter.#name, (value) => made(value as T));
  }
}
