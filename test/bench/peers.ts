import Database from 'better-sqlite3';
import { type Method, method } from './measure.ts';

/** The same graph and figures as the index has, as plain rows: what a peer answers from. */
export type PlainRows = {
  edges: { source: Int32Array; target: Int32Array };
  /** 1 where a node is a unit, by id. */
  isUnit: Uint8Array;
  lines: { unit: Int32Array; kind: Uint8Array; reference: Int32Array; product: Int32Array; amount: Float64Array };
};

type WalkRow = { units: number; ids: number };

export type Walk = { root: number; direction: 'upstream' | 'downstream' };

/** An answer every method can give: how many units, and the sum of their ids. */
export const walkAnswer = (units: number, sum: number | bigint): string => `${units} units, ids ${sum}`;

/** A sum over the affected units: by figure, reference and product, from which both other sums follow. */
export type FigureRow = { kind: number; reference: number; product: number; total: number | bigint | string };

type Sum = { figureKind: number; total: number | bigint };

/** Sums by figure and reference and by figure and product, as one text. */
export function figureAnswer(
  byReference: readonly (Sum & { reference: number })[],
  byProduct: readonly (Sum & { product: number })[],
): string {
  const say = (rows: readonly string[]): string => rows.toSorted().join(' ');
  const isSomething = ({ total }: Sum): boolean => BigInt(total) !== 0n;
  return [
    say(
      byReference.filter(isSomething).map(({ figureKind, reference, total }) => `${figureKind}/${reference}=${total}`),
    ),
    say(byProduct.filter(isSomething).map(({ figureKind, product, total }) => `${figureKind}:${product}=${total}`)),
  ].join(', by product ');
}

/** The same text from a peer's rows. */
export function answerOfRows(rows: readonly FigureRow[]): string {
  const sumBy = (keyOf: (row: FigureRow) => number) =>
    Array.from(Map.groupBy(rows, (row) => `${row.kind} ${keyOf(row)}`).values(), (group): Sum & { key: number } => ({
      figureKind: group[0]?.kind ?? 0,
      key: group[0] === undefined ? 0 : keyOf(group[0]),
      total: group.reduce((sum, { total }) => sum + BigInt(total), 0n),
    }));
  return figureAnswer(
    sumBy(({ reference }) => reference).map((sum) => ({ ...sum, reference: sum.key })),
    sumBy(({ product }) => product).map((sum) => ({ ...sum, product: sum.key })),
  );
}

/** Plain SQL over a closure table: the statements SQLite, PostgreSQL and DuckDB share. */
export const closureOf = ({ root, direction }: Walk): string => {
  const [here, there] = direction === 'downstream' ? ['source', 'target'] : ['target', 'source'];
  return `with recursive reached(node) as (select ${root} union select e.${there} from reached r join edge e on e.${here} = r.node)`;
};
/** `cross join` makes SQLite begin with what was reached, be it little or much; the others plan as they like. */
export const walkSql = (walk: Walk): string =>
  `${closureOf(walk)} select count(*) as units, sum(r.node) as ids from reached r cross join node n where n.id = r.node and n.is_unit = 1`;
const sumsSql = 'l.kind, l.reference, l.product, sum(l.amount) as total';
const groupSql = 'group by l.kind, l.reference, l.product';
export const figuresSql = (walk: Walk): string =>
  `${closureOf(walk)} select ${sumsSql} from reached r cross join line l where l.unit = r.node ${groupSql}`;

export const schemaSql = [
  'create table node (id integer primary key, is_unit integer not null)',
  'create table edge (source integer not null, target integer not null)',
  'create table line (unit integer not null, kind integer not null, reference integer not null, product integer not null, amount bigint not null)',
];
export const indexSql = [
  'create index edge_forward on edge (source, target)',
  'create index edge_backward on edge (target, source)',
  'create index line_unit on line (unit, kind, reference, product, amount)',
];

/** SQLite, with covering indexes, in a file of its own. */
export class SqlitePeer {
  readonly #db: Database.Database;

  constructor(file: string, rows: PlainRows) {
    this.#db = new Database(file);
    this.#db.pragma('journal_mode = off');
    this.#db.pragma('cache_size = -1000000');
    for (const sql of schemaSql) this.#db.exec(sql);
    this.#db.transaction(() => this.#fill(rows))();
    for (const sql of indexSql) this.#db.exec(sql);
    this.#db.exec(
      'create temp table frontier (node integer primary key); create temp table seen (node integer primary key); create temp table following (node integer primary key)',
    );
    this.#db.exec('analyze');
  }

  walks(walk: Walk): Method[] {
    const recursive = this.#db.prepare<[], WalkRow>(walkSql(walk));
    const say = (row: WalkRow | undefined): string => walkAnswer(row?.units ?? 0, row?.ids ?? 0);
    return [
      method('SQLite recursive query', () => recursive.get(), say),
      method('SQLite per level', this.#byLevel(walk, this.#countSeen()), say),
    ];
  }

  figures(walk: Walk): Method[] {
    const recursive = this.#db.prepare<[], FigureRow>(figuresSql(walk));
    const fromSeen = this.#db.prepare<[], FigureRow>(
      `select ${sumsSql} from seen s cross join line l where l.unit = s.node ${groupSql}`,
    );
    return [
      method('SQLite recursive query', () => recursive.all(), answerOfRows),
      method(
        'SQLite per level',
        this.#byLevel(walk, () => fromSeen.all()),
        answerOfRows,
      ),
    ];
  }

  close(): void {
    this.#db.close();
  }

  #byLevel<Answer>({ root, direction }: Walk, answer: () => Answer): () => Answer {
    const [here, there] = direction === 'downstream' ? ['source', 'target'] : ['target', 'source'];
    const start = this.#db.prepare('insert into frontier values (?)');
    const see = this.#db.prepare('insert or ignore into seen select node from frontier');
    const next = this.#db.prepare(
      `insert or ignore into following select e.${there} from frontier f cross join edge e where e.${here} = f.node and e.${there} not in (select node from seen)`,
    );
    const clear = this.#db.prepare('delete from frontier');
    const move = this.#db.prepare('insert into frontier select node from following');
    const clearNext = this.#db.prepare('delete from following');
    const clearSeen = this.#db.prepare('delete from seen');
    return this.#db.transaction(() => {
      clear.run();
      clearSeen.run();
      start.run(root);
      for (let more = 1; more > 0; ) {
        see.run();
        more = next.run().changes;
        clear.run();
        move.run();
        clearNext.run();
      }
      return answer();
    });
  }

  #countSeen(): () => WalkRow | undefined {
    const count = this.#db.prepare<[], WalkRow>(
      'select count(*) as units, sum(s.node) as ids from seen s cross join node n where n.id = s.node and n.is_unit = 1',
    );
    return () => count.get();
  }

  #fill({ edges, isUnit, lines }: PlainRows): void {
    const node = this.#db.prepare('insert into node values (?, ?)');
    for (let id = 1; id < isUnit.length; id += 1) node.run(id, isUnit[id]);
    const edge = this.#db.prepare('insert into edge values (?, ?)');
    for (let i = 0; i < edges.source.length; i += 1) edge.run(edges.source[i], edges.target[i]);
    const line = this.#db.prepare('insert into line values (?, ?, ?, ?, ?)');
    for (let i = 0; i < lines.unit.length; i += 1)
      line.run(lines.unit[i], lines.kind[i], lines.reference[i], lines.product[i], lines.amount[i]);
  }
}
