import { describe, expect, it } from 'vitest';
import { nodeKinds } from '#main/trace/graph/graph.ts';
import { TraceIndex } from '#main/trace/index.ts';
import { edgeKinds } from '#main/trace/graph/rows.ts';
import { directions } from '#shared/trace/vocabulary.ts';
import { seededRandom } from '../support/chance.ts';
import { columnsOf, type Genealogy, newYear, randomGenealogy, unitsOf } from './genealogies.ts';
import { answerIn, datedOracle, SqlOracle } from './oracles.ts';

const ways = ['levels', 'sweep'] as const;

/** Compares every way of walking with the oracles, from a few random roots. */
function checkWalks(seed: number, units: number, rootSets: number, oracle: SqlOracle): void {
  const genealogy = randomGenealogy(seed, units);
  const index = TraceIndex.build(columnsOf(genealogy));
  oracle.load(genealogy);
  const random = seededRandom(seed + 1);
  const candidates = unitsOf(genealogy);
  for (let set = 0; set < rootSets; set++) {
    const roots = Array.from({ length: 1 + ((seed + set) % 3) }, () => {
      return candidates[Math.floor(random() * candidates.length)] ?? 1;
    });
    for (const direction of directions) {
      const about = `seed ${seed}, ${units} units, roots ${roots.join(' ')}, ${direction}`;
      const plain = oracle.walk(roots, direction);
      const dated = datedOracle(genealogy, roots, direction);
      for (const way of ways) {
        expect(answerIn(index.walk({ roots, direction, way })).depths, `${about}, ${way}`).toEqual(plain);
        expect(answerIn(index.walk({ roots, direction, way, dated: true })), `${about}, ${way}, dated`).toEqual(dated);
      }
    }
  }
}

describe('walks over random genealogies', () => {
  it('agrees with the SQL walk and the dated definition on 2,000 small ones, both ways of walking', () => {
    const oracle = new SqlOracle();
    for (let seed = 1; seed <= 2_000; seed++) checkWalks(seed, 2 + (seed % 24), 1, oracle);
  });

  it('agrees with them on 20 of 500 lots', () => {
    const oracle = new SqlOracle();
    for (let seed = 1; seed <= 20; seed++) checkWalks(10_000 + seed, 500, 3, oracle);
  });

  it('finds b downstream of a exactly where it finds a upstream of b, as many steps away', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const genealogy = randomGenealogy(20_000 + seed, 20);
      const index = TraceIndex.build(columnsOf(genealogy));
      for (const dated of [false, true]) {
        const pairs = directions.map((direction) =>
          unitsOf(genealogy)
            .flatMap((root) => {
              const { units, depths } = index.walk({ roots: [root], direction, dated });
              return Array.from(units, (unit, i) => {
                const [above, below] = direction === 'downstream' ? [root, unit] : [unit, root];
                return `${above} ${below} ${depths[i]}`;
              });
            })
            .sort(),
        );
        expect(pairs[0], `seed ${20_000 + seed}, dated ${dated}`).toEqual(pairs[1]);
      }
    }
  });
});

const hour = 3_600_000_000;
const at = (hours: number): number => newYear + hours * hour;

/** Units and runs by name, edges as `from to kind hour`. */
function buildStory(kinds: Record<string, number>, edges: readonly [string, string, keyof typeof edgeKinds, number][]) {
  const names = Object.keys(kinds);
  const id = (name: string): number => names.indexOf(name) + 1;
  const genealogy: Genealogy = {
    kinds: Object.values(kinds),
    products: names.map(() => 1),
    edges: edges.map(([from, to, kind, hours]) => ({
      source: id(from),
      target: id(to),
      at: at(hours),
      kind: edgeKinds[kind],
    })),
    lines: [],
  };
  const index = TraceIndex.build(columnsOf(genealogy));
  const walk = (root: string, question: { direction: 'upstream' | 'downstream'; dated?: boolean }) => {
    const { units, depths, moments } = index.walk({ roots: [id(root)], ...question });
    return Object.fromEntries(
      Array.from(units, (unit, i) => [names[unit - 1], moments ? [depths[i], moments[i]] : depths[i]]),
    );
  };
  return { index, id, walk };
}

const { unit, run, twin } = nodeKinds;

describe('what counts as a path', () => {
  it('counts a step out of a run or along a serial link, none into a run or to a name', () => {
    const { walk } = buildStory({ flour: unit, mix: run, dough: unit, named: unit, engine: unit }, [
      ['flour', 'mix', 'consumption', 1],
      ['mix', 'dough', 'output', 2],
      ['dough', 'named', 'naming', 3],
      ['named', 'engine', 'serialLink', 4],
    ]);
    expect(walk('flour', { direction: 'downstream' })).toEqual({ flour: 0, dough: 1, named: 1, engine: 2 });
    expect(walk('engine', { direction: 'upstream' })).toEqual({ engine: 0, named: 1, dough: 1, flour: 2 });
  });

  it('shows a leaf but walks through it neither way, and starts from both its sides', () => {
    const { walk } = buildStory({ mix: run, water: unit, waterTwin: twin, brew: run, beer: unit, malt: unit }, [
      ['malt', 'mix', 'consumption', 1],
      ['mix', 'water', 'output', 2],
      ['waterTwin', 'brew', 'consumption', 3],
      ['brew', 'beer', 'output', 4],
    ]);
    expect(walk('malt', { direction: 'downstream' })).toEqual({ malt: 0, water: 1 });
    expect(walk('beer', { direction: 'upstream' })).toEqual({ beer: 0, water: 1 });
    expect(walk('water', { direction: 'downstream' })).toEqual({ water: 0, beer: 1 });
    expect(walk('water', { direction: 'upstream' })).toEqual({ water: 0, malt: 1 });
  });

  it('dated, follows what leaves at the moment of arrival and not what left before', () => {
    const edges = (left: number): [string, string, keyof typeof edgeKinds, number][] => [
      ['milk', 'make', 'consumption', 1],
      ['make', 'tank', 'output', 5],
      ['tank', 'fill', 'consumption', left],
      ['fill', 'bottle', 'output', 9],
    ];
    const kinds = { milk: unit, make: run, tank: unit, fill: run, bottle: unit };
    expect(buildStory(kinds, edges(5)).walk('milk', { direction: 'downstream', dated: true })).toEqual({
      milk: [0, Number.NEGATIVE_INFINITY],
      tank: [1, at(5)],
      bottle: [2, at(9)],
    });
    expect(buildStory(kinds, edges(4)).walk('milk', { direction: 'downstream', dated: true })).not.toHaveProperty(
      'bottle',
    );
    expect(buildStory(kinds, edges(5)).walk('bottle', { direction: 'upstream', dated: true })).toEqual({
      bottle: [0, Number.POSITIVE_INFINITY],
      tank: [1, at(5)],
      milk: [2, at(1)],
    });
    expect(buildStory(kinds, edges(4)).walk('bottle', { direction: 'upstream', dated: true })).not.toHaveProperty(
      'milk',
    );
  });

  it('dated, lets a run take in what was booked after its output', () => {
    const { walk } = buildStory({ oil: unit, press: run, cake: unit }, [
      ['oil', 'press', 'consumption', 8],
      ['press', 'cake', 'output', 3],
    ]);
    expect(walk('oil', { direction: 'downstream', dated: true })).toHaveProperty('cake', [1, at(3)]);
  });

  it('dated, tells the least depth of the short late path and the moment of the long early one', () => {
    const { walk } = buildStory(
      {
        root: unit,
        slow: run,
        fast: run,
        half: unit,
        last: run,
        goal: unit,
        early: run,
        late: run,
        before: unit,
        after: unit,
      },
      [
        ['root', 'slow', 'consumption', 1],
        ['slow', 'goal', 'output', 20],
        ['root', 'fast', 'consumption', 1],
        ['fast', 'half', 'output', 2],
        ['half', 'last', 'consumption', 3],
        ['last', 'goal', 'output', 4],
        ['goal', 'early', 'consumption', 10],
        ['early', 'before', 'output', 11],
        ['goal', 'late', 'consumption', 30],
        ['late', 'after', 'output', 31],
      ],
    );
    expect(walk('root', { direction: 'downstream', dated: true })).toEqual({
      root: [0, Number.NEGATIVE_INFINITY],
      half: [1, at(2)],
      goal: [1, at(4)],
      before: [3, at(11)],
      after: [2, at(31)],
    });
  });

  it('refuses roots that are no units', () => {
    const { index, id } = buildStory({ mix: run, water: unit, waterTwin: twin }, [['mix', 'water', 'output', 1]]);
    for (const root of [id('mix'), id('waterTwin'), 0, -1, 4, 1.5]) {
      expect(() => index.walk({ roots: [root], direction: 'upstream' })).toThrow(RangeError);
    }
    expect(index.walk({ roots: [id('water')], direction: 'upstream' }).units).toEqual(Int32Array.of(id('water')));
  });

  it('tells the runs between and their depths', () => {
    const { index, id } = buildStory({ a: unit, first: run, b: unit, second: run, c: unit }, [
      ['a', 'first', 'consumption', 1],
      ['first', 'b', 'output', 2],
      ['b', 'second', 'consumption', 3],
      ['second', 'c', 'output', 4],
    ]);
    const down = index.walk({ roots: [id('a')], direction: 'downstream' });
    expect([...down.runs, ...down.runDepths]).toEqual([id('first'), id('second'), 0, 1]);
    const up = index.walk({ roots: [id('c')], direction: 'upstream' });
    expect([...up.runs, ...up.runDepths]).toEqual([id('second'), id('first'), 1, 2]);
  });
});

describe('wide and deep answers', () => {
  /** One lot through a long chain of runs, each of which also takes from a bulk lot that goes into all of them. */
  function buildChain(length: number): TraceIndex {
    const genealogy: Genealogy = { kinds: [unit, unit], products: [1, 2], edges: [], lines: [] };
    let previous = 2;
    for (let i = 0; i < length; i++) {
      const made = genealogy.kinds.push(run);
      const next = genealogy.kinds.push(unit);
      genealogy.edges.push(
        { source: previous, target: made, at: at(i), kind: edgeKinds.consumption },
        { source: 1, target: made, at: at(i), kind: edgeKinds.consumption },
        { source: made, target: next, at: at(i), kind: edgeKinds.output },
      );
      previous = next;
    }
    genealogy.products = genealogy.kinds.map(() => 1);
    return TraceIndex.build(columnsOf(genealogy));
  }

  it('counts depths beyond those a sweep can hold', () => {
    const index = buildChain(40_000);
    for (const dated of [false, true]) {
      const { units, depths } = index.walk({ roots: [2], direction: 'downstream', dated });
      expect(units.length).toBe(40_001);
      expect(depths.reduce((most, depth) => Math.max(most, depth))).toBe(40_000);
      expect(index.walk({ roots: [index.nodeCount], direction: 'upstream', dated }).units.length).toBe(40_002);
    }
  });

  it('walks a bulk lot with more edges than a short start can tell', () => {
    const index = buildChain(70_000);
    for (const way of ways) {
      for (const dated of [false, true]) {
        const { units, depths } = index.walk({ roots: [1], direction: 'downstream', dated, way });
        expect(units.length).toBe(70_001);
        expect(depths.reduce((most, depth) => Math.max(most, depth))).toBe(1);
      }
    }
  });

  it('counts right where ids have nothing to do with the order of production, and a sweep gives up', () => {
    const length = 10_000;
    // Units and runs in turn along the chain, their ids alternating between both ends.
    const idAt = (place: number): number => (place % 2 === 0 ? place / 2 + 1 : 2 * length - (place - 1) / 2);
    const kinds: number[] = [];
    const edges: Genealogy['edges'] = [];
    for (let place = 0; place < 2 * length; place++) {
      const isUnit = place % 4 === 0 || place % 4 === 3;
      kinds[idAt(place) - 1] = isUnit ? unit : run;
      if (place % 4 !== 2 && place > 0) {
        const kind =
          place % 4 === 1 ? edgeKinds.consumption : place % 4 === 3 ? edgeKinds.output : edgeKinds.serialLink;
        const from = place % 4 === 3 ? place - 2 : place - 1;
        edges.push({ source: idAt(from), target: idAt(place), at: at(place), kind });
      }
    }
    const index = TraceIndex.build(columnsOf({ kinds, edges, products: kinds.map(() => 1), lines: [] }));
    for (const dated of [false, true]) {
      for (const way of ways) {
        const { units, depths } = index.walk({ roots: [1], direction: 'downstream', dated, way });
        const depthOf = new Map(Array.from(units, (id, i) => [id, depths[i]]));
        expect(depthOf.size).toBe(length);
        expect(depthOf.get(idAt(2 * length - 1))).toBe(length - 1);
      }
    }
  });
});
