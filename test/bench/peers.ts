import Database from 'better-sqlite3';
import type { Method } from './measure.ts';

/** The same graph and figures as the index has, as plain rows: what a peer answers from. */
export type PlainRows = {
  edges: { source: Int32Array; target: Int32Array };
  /** 1 where a node is a unit, by id. */
  isUnit: Uint8Array;
  lines: { unit: Int32Array; kind: Uint8Array; reference: Int32Array; amount: Float64Array };
};

export type Walk = { root: number; direction: 'upstream' | 'downstream' };

/** An answer every method can give: how many units, and the sum of their ids. */
export const walkAnswer = (units: number, sum: number | bigint): string => `${units} units, ids ${sum}`;

/** Sums over the affected units by figure and reference, as one text. */
export const figureAnswer = (
  rows: readonly { kind: number; reference: number; total: number | bigint | string }[],
): string =>
  rows
    .filter(({ total }) => String(total) !== '0')
    .map(({ kind, reference, total }) => `${kind}/${reference}=${String(total)}`)
    .sort()
    .join(' ');

/** Plain SQL over a closure table: the statements SQLite, PostgreSQL and DuckDB share. */
export const closureOf = ({ root, direction }: Walk): string => {
  const [here, there] = direction === 'downstream' ? ['source', 'target'] : ['target', 'source'];
  return `with recursive reached(node) as (select ${root} union select e.${there} from reached r join edge e on e.${here} = r.node)`;
};
export const walkSql = (walk: Walk): string =>
  `${closureOf(walk)} select count(*) as units, sum(r.node) as ids from reached r join node n on n.id = r.node where n.is_unit = 1`;
export const figuresSql = (walk: Walk, join: string): string =>
  `${closureOf(walk)} select l.kind, l.reference, sum(l.amount) as total from reached r ${join} line l where l.unit = r.node group by l.kind, l.reference`;

export const schemaSql = [
  'create table node (id integer primary key, is_unit integer not null)',
  'create table edge (source integer not null, target integer not null)',
  'create table line (unit integer not null, kind integer not null, reference integer not null, amount bigint not null)',
];
export const indexSql = [
  'create index edge_forward on edge (source, target)',
  'create index edge_backward on edge (target, source)',
  'create index line_unit on line (unit, kind, reference, amount)',
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
    const recursive = this.#db.prepare<[], { units: number; ids: number }>(walkSql(walk));
    return [
      {
        name: 'SQLite recursive query',
        run: () => {
          const row = recursive.get();
          return walkAnswer(row?.units ?? 0, row?.ids ?? 0);
        },
      },
      { name: 'SQLite per level', run: this.#byLevel(walk, () => this.#countSeen()) },
    ];
  }

  figures(walk: Walk): Method[] {
    const recursive = this.#db.prepare<[], { kind: number; reference: number; total: number }>(
      figuresSql(walk, 'cross join'),
    );
    const fromSeen = this.#db.prepare<[], { kind: number; reference: number; total: number }>(
      'select l.kind, l.reference, sum(l.amount) as total from seen s cross join line l where l.unit = s.node group by l.kind, l.reference',
    );
    return [
      { name: 'SQLite recursive query', run: () => figureAnswer(recursive.all()) },
      { name: 'SQLite per level', run: this.#byLevel(walk, () => figureAnswer(fromSeen.all())) },
    ];
  }

  close(): void {
    this.#db.close();
  }

  #byLevel({ root, direction }: Walk, answer: () => string): () => string {
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

  #countSeen(): string {
    const row = this.#db
      .prepare<[], { units: number; ids: number }>(
        'select count(*) as units, sum(s.node) as ids from seen s join node n on n.id = s.node where n.is_unit = 1',
      )
      .get();
    return walkAnswer(row?.units ?? 0, row?.ids ?? 0);
  }

  #fill({ edges, isUnit, lines }: PlainRows): void {
    const node = this.#db.prepare('insert into node values (?, ?)');
    for (let id = 1; id < isUnit.length; id += 1) node.run(id, isUnit[id]);
    const edge = this.#db.prepare('insert into edge values (?, ?)');
    for (let i = 0; i < edges.source.length; i += 1) edge.run(edges.source[i], edges.target[i]);
    const line = this.#db.prepare('insert into line values (?, ?, ?, ?)');
    for (let i = 0; i < lines.unit.length; i += 1)
      line.run(lines.unit[i], lines.kind[i], lines.reference[i], lines.amount[i]);
  }
}
