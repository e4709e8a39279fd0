import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { PlanTable } from './sampling/attributes.ts';
import { groupsOf, type LotToSample, type SampledGroup } from './sampling/sample.ts';
import type { DefectClass, PlanContent, SamplingRule, Severity } from './vocabulary.ts';
import type { Frequency, FrozenContent } from './inspectionVocabulary.ts';

/** The goods an inspection is of: how many pieces, null where they have none, and their serials, if they have some. */
export type GoodsToInspect = {
  pieces: number | null;
  serials: FrozenContent['serials'];
  severities: Readonly<Record<DefectClass, Severity>>;
  /** Which pieces were drawn of them before, where they are inspected on by another version: these are kept. */
  formerlyDrawn?: readonly number[];
  tables: readonly PlanTable[];
};

/**
 * What an inspection is held to, frozen: the plan, how many pieces each class or row takes and accepts, and which pieces they
 * are. The numbers are drawn from the seed, which names the inspection, so that anybody can draw them again.
 */
export function freeze(plan: PlanContent, seed: string, goods: GoodsToInspect): FrozenContent {
  const groups = groupsFor(plan, goods);
  const most = Math.max(0, ...groups.map(({ sample }) => sample.sample));
  return {
    plan,
    groups: groups.map(({ of, rows, sample }) => ({ of, rows: [...rows], sample })),
    drawn:
      goods.pieces === null || most >= goods.pieces
        ? []
        : drawOn(goods.formerlyDrawn ?? [], most, { seed, size: goods.pieces }),
    seed,
    serials: goods.serials,
  };
}

/**
 * Goods without pieces give one sample where a rule counts them; where a table has nothing for the lot, all of it is
 * inspected. Goods that are here cannot be sent away because a rule has no number for them.
 */
function groupsFor(plan: PlanContent, { pieces, severities, tables }: GoodsToInspect): SampledGroup[] {
  const lot: Omit<LotToSample, 'severity'> & { severities: typeof severities } = { size: pieces, severities, tables };
  const standsFor = (rule: SamplingRule): SamplingRule => {
    if (pieces !== null) return rule.kind === 'table' ? { kind: 'all' } : rule;
    return rule.kind === 'fixed' ? rule : { kind: 'fixed', pieces: 1, accept: 0 };
  };
  const found = groupsOf(plan, lot);
  if ('groups' in found) return found.groups;
  const { critical, major, minor } = plan.samplings;
  const stood = groupsOf(
    {
      ...plan,
      samplings: { critical: standsFor(critical), major: standsFor(major), minor: standsFor(minor) },
      characteristics: plan.characteristics.map((row) => ({
        ...row,
        sampling: row.sampling === null ? null : standsFor(row.sampling),
      })),
    },
    lot,
  );
  if ('groups' in stood) return stood.groups;
  throw new RangeError(`no sample of a lot of ${pieces}`);
}

/** So many different numbers of 1 to `size`, in their order: a draw without repeats (Floyd's). */
export function drawNumbers(seed: string, count: number, size: number): number[] {
  const chance = chanceOf(seed);
  const drawn = new Set<number>();
  for (let top = size - count + 1; top <= size; top += 1) {
    const one = uniformInt(chance, 1, top);
    drawn.add(drawn.has(one) ? top : one);
  }
  return [...drawn].toSorted((a, b) => a - b);
}

/** A sample of so many that keeps what was drawn before and, where that is too few, draws on: none is drawn out of it. */
export function drawOn(former: readonly number[], count: number, { seed, size }: { seed: string; size: number }) {
  if (former.length === 0) return drawNumbers(seed, count, size);
  const kept = former.filter((number) => number <= size).slice(0, count);
  const left = Array.from({ length: size }, (_, index) => index + 1).filter((number) => !kept.includes(number));
  return [...kept, ...drawNumbers(seed, count - kept.length, left.length).map((one) => left[one - 1] ?? 0)];
}

/** Whether goods are inspected by their frequency, when so many before them were not since the last that were. */
export function isDrawn(frequency: Frequency, { seed, skipped }: { seed: string; skipped: number }): boolean {
  switch (frequency.kind) {
    case 'each':
    // Each of its days or slots is one.
    case 'every':
    case 'slots':
      return true;
    case 'nth':
      return skipped + 1 >= frequency.n;
    case 'share':
      return uniformInt(chanceOf(seed), 1, 100) <= frequency.percent;
  }
}

/** A generator from a text: FNV-1a, 32 bits, over its code units. */
function chanceOf(seed: string) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  return xoroshiro128plus(hash >>> 0);
}
