import Database from 'better-sqlite3';
import type { Walk } from '#main/trace/walk/answer.ts';
import { type Edge, nodeKinds } from '#main/trace/graph/graph.ts';
import { edgeKinds } from '#main/trace/graph/rows.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import type { Genealogy } from './genealogies.ts';

/** Depth of each reached unit and run; of dated walks the moment of each unit. */
export type Answer = { depths: Map<number, number>; moments: Map<number, number> };

/** An index's answer in the oracles' form. */
export function answerIn({ units, depths, runs, runDepths, moments }: Walk): Answer {
  const answer: Answer = { depths: new Map(), moments: new Map() };
  units.forEach((unit, i) => answer.depths.set(unit, depths[i] ?? Number.NaN));
  runs.forEach((run, i) => answer.depths.set(run, runDepths[i] ?? Number.NaN));
  moments?.forEach((moment, i) => answer.moments.set(units[i] ?? 0, moment));
  return answer;
}

const stepsOf = (kind: number): number => (kind === edgeKinds.output || kind === edgeKinds.serialLink ? 1 : 0);

/** The plain walk by SQL, level by level, over a table of edges. */
export class SqlOracle {
  private readonly db = new Database(':memory:');
  private readonly statements;

  constructor() {
    const { db } = this;
    db.exec(`
      create table edge (source integer, target integer, steps integer);
      create index edge_source on edge (source, steps, target);
      create index edge_target on edge (target, steps, source);
      create table twin (id integer primary key);
      create table reached (id integer primary key, depth integer);
      create index reached_depth on reached (depth)`);
    const along = (from: string, to: string) =>
      db.prepare<{ depth: number; steps: number }>(
        `insert or ignore into reached select edge.${to}, @depth + @steps
         from reached cross join edge on edge.${from} = reached.id and edge.steps = @steps where reached.depth = @depth`,
      );
    this.statements = {
      clear: db.prepare('delete from reached'),
      root: db.prepare<{ root: number }>(
        'insert or ignore into reached select @root, 0 union all select id, 0 from twin where id = @root + 1',
      ),
      downstream: along('source', 'target'),
      upstream: along('target', 'source'),
      answer: db
        .prepare<[], [number, number]>(
          'select id - (id in (select id from twin)) as unit, min(depth) from reached group by unit',
        )
        .raw(),
    };
  }

  load({ kinds, edges }: Genealogy): void {
    this.db.exec('delete from edge; delete from twin');
    const edge = this.db.prepare('insert into edge values (?, ?, ?)');
    const twin = this.db.prepare('insert into twin values (?)');
    this.db.transaction(() => {
      for (const { source, target, kind } of edges) edge.run(source, target, stepsOf(kind));
      kinds.forEach((kind, index) => kind === nodeKinds.twin && twin.run(index + 1));
    })();
  }

  walk(roots: readonly number[], direction: Direction): Map<number, number> {
    const { clear, root, answer, [direction]: along } = this.statements;
    clear.run();
    for (const id of roots) root.run({ root: id });
    for (let depth = 0; ; depth++) {
      while (along.run({ depth, steps: 0 }).changes > 0);
      if (along.run({ depth, steps: 1 }).changes === 0) break;
    }
    return new Map(answer.all());
  }
}

/**
 * The dated walk straight from its definition: every pair of a unit and a moment at which a path arrives there is a state of
 * its own, explored in order of steps. The best of a unit's states are its depth and its moment.
 */
export function datedOracle({ kinds, edges }: Genealogy, roots: readonly number[], direction: Direction): Answer {
  const downstream = direction === 'downstream';
  const isNoEarlier = (moment: number, arrival: number): boolean =>
    downstream ? moment >= arrival : moment <= arrival;
  const leaving = new Map<number, Edge[]>();
  for (const edge of edges) {
    const from = downstream ? edge.source : edge.target;
    leaving.set(from, [...(leaving.get(from) ?? []), edge]);
  }
  const isRun = (node: number): boolean => kinds[node - 1] === nodeKinds.run;
  const isTwin = (node: number): boolean => kinds[node - 1] === nodeKinds.twin;
  const start = downstream ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  type State = { node: number; arrival: number };
  const seen = new Set<string>();
  const answer: Answer = { depths: new Map(), moments: new Map() };
  let level: State[] = roots
    .flatMap((root) => (isTwin(root + 1) ? [root, root + 1] : [root]))
    .map((node) => ({ node, arrival: start }));
  for (let depth = 0; level.length > 0; depth++) {
    const next: State[] = [];
    for (const { node, arrival } of level) {
      // A level grows while it is walked: edges without a step stay in it.
      const key = isRun(node) ? `${node}` : `${node} ${arrival}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const told = isTwin(node) ? node - 1 : node;
      if (!answer.depths.has(told)) answer.depths.set(told, depth);
      if (!isRun(node)) {
        const known = answer.moments.get(told) ?? arrival;
        answer.moments.set(told, downstream ? Math.min(known, arrival) : Math.max(known, arrival));
      }
      for (const edge of leaving.get(node) ?? []) {
        if (!isRun(node) && !isNoEarlier(edge.at, arrival)) continue;
        const state = { node: downstream ? edge.target : edge.source, arrival: edge.at };
        (stepsOf(edge.kind) === 1 ? next : level).push(state);
      }
    }
    level = next;
  }
  return answer;
}
