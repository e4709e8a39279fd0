import {
  type Compilable,
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { type Idioms, idioms } from './idioms.ts';
import { boundValue, Parameter } from './parameter.ts';

/** The tables and their columns, as the records are declared: app/entities.ts adds them. */
export interface Tables {}

/** The databases a query can be written for. */
export type Engine = 'sqlite';

/** What a query is in the words of one engine: its text, and the values of its placeholders in their order. */
export type Compiled<P> = { readonly sql: string; bind(values: P): unknown[] };

/** A parameter's value; a list is passed as one JSON text, so that one statement serves any length. */
type Value = string | number | null | Uint8Array | readonly string[] | readonly number[];

/** What queries are put together with: Kysely, which knows the tables and runs nothing here. */
export type Builder = Kysely<Tables>;

type Build<P, R> = (tables: Builder, parameters: P, idioms: Idioms) => Compilable<R> | RawBuilder<R>;

/**
 * Values of a builder's own are written out and those of a run get a place, so that SQLite plans each question once, and
 * along the indexes that hold a part of the rows.
 */
class Compiler extends SqliteQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (value instanceof Parameter) super.appendValue(value);
    else this.appendImmediateValue(value);
  }

  protected override getCurrentParameterPlaceholder(): string {
    return boundValue;
  }
}

const builders: Readonly<Record<Engine, Builder>> = {
  sqlite: new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (tables) => new SqliteIntrospector(tables),
      createQueryCompiler: () => new Compiler(),
    },
  }),
};

/** A question to the store, or a change of it, with the parameters it needs and the rows it answers. */
export class Query<P, R> {
  /** Only for the compiler: which rows it answers. */
  declare readonly '~row': R;
  readonly #build: Build<P, R>;
  readonly #compiled = new Map<Engine, Compiled<P>>();

  constructor(build: Build<P, R>) {
    this.#build = build;
  }

  /** Put together when it is first asked, once for each engine. */
  in(engine: Engine): Compiled<P> {
    const known = this.#compiled.get(engine);
    if (known !== undefined) return known;
    const tables = builders[engine];
    const named = new Proxy({}, { get: (_, name) => new Parameter(String(name)) });
    // Each is where its value will be; a builder only passes them on.
    const built = this.#build(tables, named as P, idioms[engine]);
    const { sql, parameters } = 'isRawBuilder' in built ? built.compile(tables) : built.compile();
    // The compiler gave places to parameters alone; values are known by their names.
    const bind = (values: P): unknown[] => (parameters as Parameter[]).map((one) => one.valueIn(values as Values));
    const compiled = { sql, bind };
    this.#compiled.set(engine, compiled);
    return compiled;
  }
}

type Values = Readonly<Record<string, unknown>>;

/**
 * A query, built once: `parameters` are placeholders for the values given when it runs, so a builder passes them on
 * by name and never looks at them. What differs between engines comes from `idioms`.
 */
export const query = <P extends Readonly<Record<keyof P, Value>> = Record<never, never>, R = unknown>(
  build: Build<P, R>,
): Query<P, R> => new Query(build);

/** The values of a query; none are written where it has no parameters. */
export type ValuesOf<P> = [keyof P] extends [never] ? [] : [values: P];

/** A row that a query answers. */
export type RowIn<Q> = Q extends Query<never, infer R> ? R : never;
