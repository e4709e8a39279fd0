import { recallAnswerOf } from '#main/features/recalls/recalls.answer.ts';
import { Recall } from '#main/features/recalls/recall.queries.ts';
import { readIndexColumns } from '#main/features/trace/feed/whole.ts';
import { traceAnswerOf } from '#main/features/trace/trace.answer.ts';
import { readTrace } from '#main/features/trace/traceLists.queries.ts';
import { nameWalk, type Traced } from '#main/features/trace/traced.queries.ts';
import { resolveUnits, UnitBook, type UnitRow } from '#main/features/trace/units.queries.ts';
import { TraceIndex } from '#main/trace/index.ts';
import type { OrderingName } from '#shared/kernel/natural.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import type { RecallAnswer } from '#shared/recalls/contract.ts';
import { recallAnswer } from '#shared/recalls/contract.ts';
import { type TraceAnswer, traceAnswer } from '#shared/trace/contract.ts';
import type { Direction } from '#shared/trace/vocabulary.ts';
import type { PlantStore } from './plantStore.ts';

/** "MILK", "MILK L1", "MILK L1/S1", "PUMP #7", "PUMP L1 #7": a unit in short. */
export function unitNamed(text: string): Unit {
  const match = /^(\S+)(?: ([^#/\s]+))?(?:\/(\S+))?(?: #(\S+))?$/.exec(text);
  if (match === null) throw new Error(`not a unit: ${text}`);
  return { product: match[1] ?? '', lot: match[2] ?? '', sublot: match[3] ?? '', serial: match[4] ?? '' };
}

export function shortOf({ product, lot, sublot, serial }: Unit): string {
  return `${product}${lot === '' ? '' : ` ${lot}`}${sublot === '' ? '' : `/${sublot}`}${serial === '' ? '' : ` #${serial}`}`;
}

/** The index of everything in the store. */
export const indexOf = (plant: Pick<PlantStore, 'db'>): TraceIndex => TraceIndex.build(readIndexColumns(plant.db));

type Question = { direction: Direction; dated?: boolean; index?: TraceIndex; ordering?: OrderingName };

/** Walks the store's own index and names what was reached. */
export function walkPlant(
  plant: PlantStore,
  roots: readonly UnitRow[],
  { direction, dated = false, index, ordering }: Question,
): Traced {
  const walked = (index ?? indexOf(plant)).walk({
    roots: roots.map(({ id }) => id),
    direction,
    dated,
  });
  return nameWalk(new UnitBook(plant.db, ordering), { roots, direction }, walked);
}

/** The recall of these units, as people are shown it unless told otherwise. */
export function recallOf(
  { db }: Pick<PlantStore, 'db'>,
  roots: readonly UnitRow[],
  { dated = false, index = indexOf({ db }), ordering = 'natural' }: Omit<Question, 'direction'> = {},
): Recall {
  const walk = index.walk({ roots: roots.map(({ id }) => id), direction: 'downstream', dated });
  return new Recall(db, index, { roots, ordering, walk });
}

const rootsOf = (plant: PlantStore, names: readonly string[]): UnitRow[] =>
  resolveUnits(plant.db, names.map(unitNamed));

/** The answer to a trace of units in short, checked against the contract. */
export function askTrace(plant: PlantStore, names: string | string[], question: Question): TraceAnswer {
  const traced = walkPlant(plant, rootsOf(plant, [names].flat()), question);
  return traceAnswer.parse(traceAnswerOf(readTrace(plant.db, traced)));
}

/** The answer to a recall of units in short, checked against the contract. */
export function askRecall(plant: PlantStore, names: string | string[], dated = false): RecallAnswer {
  const recall = recallOf(plant, rootsOf(plant, [names].flat()), { dated, ordering: 'codePoint' });
  return recallAnswer.parse(recallAnswerOf(recall.whole()));
}

/** Units with their depths, in short. */
export const depthsOf = (answer: { units: (Unit & { depth: number })[] }): string[] =>
  answer.units.map((unit) => `${unit.depth} ${shortOf(unit)}`);

/** The figures of an affected unit that are not zero. */
export function figuresOf(answer: RecallAnswer, name: string): Record<string, string> {
  const found = answer.affected.find((unit) => shortOf(unit) === name);
  if (found === undefined) throw new Error(`${name} is not affected`);
  const { product: _p, lot: _l, sublot: _b, serial: _s, depth: _d, ...figures } = found;
  return Object.fromEntries(Object.entries(figures).filter(([, quantity]) => quantity !== '0'));
}

/** Breaks in short: "why unit (order)". */
export const breaksOf = ({ breaks }: { breaks: TraceAnswer['breaks'] }): string[] =>
  breaks.map((row) => `${row.why} ${shortOf(row)}${row.workOrder === '' ? '' : ` (${row.workOrder})`}`);
