import type { PlainDate } from '#shared/kernel/dates.ts';
import { type Message, msg } from '#shared/kernel/message.ts';
import type { PlanStanding, PlanState } from './vocabulary.ts';
import type { Frequency } from './inspectionVocabulary.ts';
import type { Slots } from './slots.ts';

/** A version of a plan: from which day it is in force until which last day, if it is approved. `validUntil` is "" for no end. */
export type PlanVersion = {
  plan: string;
  version: number;
  state: PlanState;
  validFrom: PlainDate;
  validUntil: PlainDate;
};

const isOpenOn = ({ state, validFrom, validUntil }: PlanVersion, day: PlainDate): boolean =>
  state === 'approved' && validFrom <= day && (validUntil === '' || day <= validUntil);

/** The version in force on a day: of those approved for it the one that came last. */
export const versionOn = <V extends PlanVersion>(versions: readonly V[], day: PlainDate): V | undefined =>
  versions.filter((one) => isOpenOn(one, day)).toSorted((a, b) => b.version - a.version)[0];

/** How a version stands on a day among all versions of its plan. */
export function standingOf(version: PlanVersion, all: readonly PlanVersion[], day: PlainDate): PlanStanding {
  if (version.state !== 'approved') return version.state;
  if (version.validFrom > day) return 'coming';
  if (version.validUntil !== '' && version.validUntil < day) return 'ended';
  return versionOn(all, day)?.version === version.version ? 'inForce' : 'superseded';
}

/**
 * What a plan is for: goods by product or category, of any supplier or one; "" for any. The operation is a point of their way
 * or a step of work, and "" is any where they come in.
 */
export type PlanUse = { plan: string; product: string; category: string; supplier: string; operation: string };
/** The same with how often goods are inspected there. */
export type FrequentUse = PlanUse & { frequency: Frequency };
/** What is inspected; "" where it has none. */
export type PlanObject = { product: string; category: string; supplier: string; operation: string };

/** By how much a use is made for its object: the product counts most, then the supplier, the operation, the category. */
const weightOf = ({ product, category, supplier, operation }: PlanUse): number =>
  (product === '' ? 0 : 8) + (supplier === '' ? 0 : 2) + (operation === '' ? 0 : 1) + (category === '' ? 0 : 4);

const isFor = (use: PlanUse, object: PlanObject): boolean =>
  (['product', 'category', 'supplier', 'operation'] as const).every(
    (field) => use[field] === '' || use[field] === object[field],
  );

/** The uses that are for an object, the one that decides first: the most specific, and of equals the one whose plan comes first by its code. */
export const usesFor = <U extends PlanUse>(object: PlanObject, uses: readonly U[]): U[] =>
  uses
    .filter((use) => isFor(use, object))
    .toSorted((a, b) => weightOf(b) - weightOf(a) || (a.plan < b.plan ? -1 : a.plan > b.plan ? 1 : 0));

/** The use that decides for the goods of another one, were that one not there. */
export const useInstead = <U extends PlanUse>(goods: PlanObject, without: U, uses: readonly U[]): U | undefined =>
  usesFor(
    goods,
    uses.filter((one) => one !== without),
  )[0];
/** Where goods come in: the points that a use without one is for. */
const comingIn: readonly string[] = ['receipt', 'output'];

/** The uses that are for goods at a point or step, as `usesFor` has them; at one where nothing comes in, it must be named. */
export const usesAt = <U extends PlanUse>(object: PlanObject, uses: readonly U[]): U[] =>
  usesFor(object, uses).filter(({ operation }) => operation !== '' || comingIn.includes(object.operation));

/** Why this plan: what it was made for. */
export function saysWhy({ product, category, supplier, operation }: Omit<PlanUse, 'plan'>): Message {
  const what = product !== '' ? msg`product ${product}` : category !== '' ? msg`category ${category}` : msg`all goods`;
  if (supplier !== '' && operation !== '') return msg`Plan for ${what} of ${supplier} at ${operation}`;
  if (supplier !== '') return msg`Plan for ${what} of ${supplier}`;
  return operation === '' ? msg`Plan for ${what}` : msg`Plan for ${what} at ${operation}`;
}

/** How often, in words. */
export function saysHowOften(often: Frequency): Message {
  if (often.kind === 'nth') return msg`one in ${often.n}`;
  if (often.kind === 'every') return everySaid(often);
  if (often.kind === 'slots') return slotsSaid(often);
  return often.kind === 'share' ? msg`${often.percent} % of them, drawn` : msg`each time`;
}

function everySaid({ n, of }: Extract<Frequency, { kind: 'every' }>): Message {
  switch (of) {
    case 'days':
      return n === 1 ? msg`every day` : msg`every ${n} days`;
    case 'weeks':
      return n === 1 ? msg`every week` : msg`every ${n} weeks`;
    case 'months':
      return n === 1 ? msg`every month` : msg`every ${n} months`;
  }
}

function slotsSaid({ isFirst, ...slots }: Slots): Message {
  const said = eachSlotSaid(slots);
  return isFirst && slots.by !== 'none' ? msg`${msg`first piece`}, ${said}` : said;
}

function eachSlotSaid({ by, n, starts }: Pick<Slots, 'by' | 'n' | 'starts'>): Message {
  switch (by) {
    case 'none':
      return msg`first piece`;
    case 'hours':
      return n === 1 ? msg`every hour` : msg`every ${n} hours`;
    case 'shifts':
      return msg`shifts from ${starts.join(', ')}`;
    case 'quantity':
      return msg`every ${n} made`;
  }
}
