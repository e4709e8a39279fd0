import { type Chart, chartTones } from '#shared/kernel/chart.ts';
import { acceptedOfDefects, acceptedOfProcess, whereFalls } from './curve.ts';
import { acceptedByVariables } from './variables.ts';
import type { PlanSample } from '../vocabulary.ts';

/** What is said of curves, in the language of who reads them; `number` writes a figure. */
export type CurveWords = {
  description: string;
  accepted: string;
  nonconforming: string;
  defects: string;
  nameOf: (sample: PlanSample) => string;
  number: (value: number) => string;
};

/** How many places a curve is drawn at, about. */
const places = 40;
/** Curves whose ends lie further apart are not told from one another on one axis. */
const mostApart = 3;
/** Below this probability a curve is of no interest any more. */
const least = 0.01;

/** How probably a quality, per cent or per hundred units, is accepted. */
function acceptedAt(one: PlanSample, quality: number): number {
  if (one.byVariables !== null) return acceptedByVariables({ n: one.sample, ...one.byVariables }, quality / 100);
  return one.countsDefects ? acceptedOfDefects(one, quality) : acceptedOfProcess(one, quality / 100);
}

/** The quality that is accepted with a probability. */
const qualityAt = (one: PlanSample, probability: number): number =>
  // Nonconformities have no greatest number: where a sample has this many of them, nothing is accepted any more.
  whereFalls(
    (at) => acceptedAt(one, at),
    probability,
    one.countsDefects ? (100 * (4 * one.accept + 40)) / one.sample : 100,
  );

/** The quality, per cent or per hundred units, that a sample accepts 95, 50 and 10 times of a hundred. */
export const qualitiesOf = (sample: PlanSample): readonly [number, number, number] => [
  qualityAt(sample, 0.95),
  qualityAt(sample, 0.5),
  qualityAt(sample, 0.1),
];

/**
 * The curves of samples as charts: how probably each accepts a process by its quality. Those that count nonconforming units and
 * those that count nonconformities have other axes; of a whole lot there is no curve, since nothing is left to chance.
 */
export function curveCharts(samples: readonly PlanSample[], words: CurveWords): Chart[] {
  const charts: Curve[][] = [];
  for (const curve of curvesOf(samples, words).toSorted((a, b) => a.end - b.end)) {
    const last = charts.at(-1);
    const [first] = last ?? [];
    const fits = first?.of.countsDefects === curve.of.countsDefects && curve.end <= mostApart * (first?.end ?? 0);
    if (last !== undefined && fits && last.length < chartTones.length) last.push(curve);
    else charts.push([curve]);
  }
  return charts.map((drawn) => chartOf(drawn, words));
}

/** `end` is the quality behind which next to nothing is accepted. */
type Curve = { of: PlanSample; names: string[]; end: number };

/** Each curve once, with the names of all rules that have it. */
function curvesOf(samples: readonly PlanSample[], { nameOf }: CurveWords): Curve[] {
  const curves: Curve[] = [];
  for (const one of samples.filter(({ isWhole }) => !isWhole)) {
    const same = curves.find(({ of }) => JSON.stringify(figuresOf(of)) === JSON.stringify(figuresOf(one)));
    if (same === undefined) curves.push({ of: one, names: [nameOf(one)], end: qualityAt(one, least) });
    else same.names.push(nameOf(one));
  }
  return curves;
}

const figuresOf = ({ sample, accept, countsDefects, byVariables }: PlanSample) => [
  sample,
  accept,
  countsDefects,
  byVariables,
];

function chartOf(curves: readonly Curve[], words: CurveWords): Chart {
  const countsDefects = curves[0]?.of.countsDefects ?? false;
  const end = Math.max(...curves.map((one) => one.end));
  const step = roundStep(end / places);
  const at = Array.from({ length: Math.ceil(end / step) + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  const shown = countsDefects ? at : at.filter((percent) => percent <= 100);
  const series = curves.map(({ of, names }, index) => ({
    name: names.join(', '),
    draw: 'line' as const,
    tone: chartTones[index] ?? 'first',
    values: shown.map((quality) => (100 * acceptedAt(of, quality)).toFixed(1)),
  }));
  const [first, ...others] = series;
  // A curve that is alone has no label of its own.
  const title = first === undefined || others.length > 0 ? words.accepted : `${words.accepted}: ${first.name}`;
  return {
    description: words.description,
    across: { title: countsDefects ? words.defects : words.nonconforming, kind: 'text', at: shown.map(words.number) },
    up: { title, unit: '%' },
    series,
    limits: [],
  };
}

/** The next of 1, 2 and 5 times a power of ten. */
function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5].find((factor) => factor * power >= wanted * 0.999) ?? 10) * power;
}
