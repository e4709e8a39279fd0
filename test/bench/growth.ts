import { type IndexColumns, TraceIndex } from '#main/trace/index.ts';
import { method, type Report, show, timeInTurn } from './measure.ts';

type Asked = { index: TraceIndex; nodes: { deepest: number; narrow: number; wide: number } };

/** Whether answers take longer in a plant ten times as large, for the same size of answer. */
export function timeGrowth(report: Report, large: Asked, small: Asked, rounds: number): void {
  const ask = (name: string, { index }: Asked, root: number, direction: 'upstream' | 'downstream') =>
    method(
      name,
      () => index.walk({ roots: [root], direction }),
      ({ units }) => String(units.length),
    );
  for (const [goal, what, key, direction, limit] of [
    ['1', 'upstream, time per unit in ten times the plant', 'deepest', 'upstream', 1.5],
    ['1', 'narrow downstream, time per unit in ten times the plant', 'narrow', 'downstream', 1.5],
    ['2', 'wide downstream, time per unit in ten times the plant', 'wide', 'downstream', 1.3],
  ] as const) {
    const [big, little] = timeInTurn(
      [ask('large', large, large.nodes[key], direction), ask('small', small, small.nodes[key], direction)],
      rounds,
    );
    if (big === undefined || little === undefined) continue;
    const ratio = big.ms / Number(big.answer) / (little.ms / Number(little.answer));
    const measured = `${ratio.toFixed(2)}× (${show(big.ms)} for ${big.answer} units against ${show(little.ms)} for ${little.answer})`;
    report.check({ goal, what, measured, wanted: `≤ ${limit}×` }, ratio <= limit);
  }
}

/** What one more edge costs, and a wide walk over an index a tenth of whose edges came since it was compacted. */
export function timeUpkeep(report: Report, columns: IndexColumns, wide: number, rounds: number): void {
  const { edges } = columns;
  const kept = Math.floor(edges.source.length * 0.9);
  const part = {
    source: edges.source.subarray(0, kept),
    target: edges.target.subarray(0, kept),
    at: edges.at.subarray(0, kept),
    kind: edges.kind.subarray(0, kept),
  };
  const grown = TraceIndex.build({ ...columns, edges: part });
  const start = performance.now();
  for (let i = kept; i < edges.source.length; i += 1) {
    grown.appendEdge({
      source: edges.source[i] ?? 0,
      target: edges.target[i] ?? 0,
      at: edges.at[i] ?? 0,
      kind: edges.kind[i] ?? 0,
    });
  }
  const micros = ((performance.now() - start) * 1000) / (edges.source.length - kept);
  report.check(
    { goal: '9', what: 'upkeep of the index for one more edge', measured: `${micros.toFixed(2)} µs`, wanted: '≤ 1 µs' },
    micros <= 1,
  );
  const whole = TraceIndex.build(columns);
  const walk = (name: string, index: TraceIndex) =>
    method(
      name,
      () => index.walk({ roots: [wide], direction: 'downstream' }),
      ({ units }) => String(units.length),
    );
  const [withDelta, compacted] = timeInTurn([walk('delta', grown), walk('whole', whole)], rounds);
  if (withDelta === undefined || compacted === undefined) return;
  const ratio = withDelta.ms / compacted.ms;
  const measured = `${ratio.toFixed(2)}× (${show(withDelta.ms)} against ${show(compacted.ms)}, ${withDelta.answer} and ${compacted.answer} units)`;
  report.check(
    { goal: '9', what: 'wide walk with a tenth of the edges new', measured, wanted: '≤ 1.5×' },
    ratio <= 1.5,
  );
}
