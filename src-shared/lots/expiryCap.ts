import type { PlainDate } from '#shared/kernel/dates.ts';
import type { ExpiryCap } from '#shared/products/vocabulary.ts';
import { derivedDates, type LotDates } from './dates.ts';

/** What went into a run; its expiry is managed where its product has a shelf life, and else only what a receipt said. */
export type DatedInput = { expiresOn: PlainDate | null; isManaged: boolean };

/**
 * The dates of a lot that was made of some inputs, where one of them expires before it does: no date lies after that day.
 * `input` is the first to expire, of several the one named first; undefined where nothing changes.
 */
export function cappedDates<I extends DatedInput>(
  own: LotDates,
  cap: ExpiryCap,
  inputs: readonly I[],
): { dates: LotDates; input: I } | undefined {
  let first: { input: I; on: PlainDate } | undefined;
  for (const input of inputs) {
    const { expiresOn: on, isManaged } = input;
    if (on !== null && (cap === 'all' || isManaged) && (first === undefined || on < first.on)) first = { input, on };
  }
  if (first === undefined || (own.expiresOn !== null && own.expiresOn <= first.on)) return undefined;
  const { input, on } = first;
  const dates = { ...own, expiresOn: on };
  for (const name of derivedDates) {
    const date = dates[name];
    if (date !== null && date > on) dates[name] = on;
  }
  return { dates, input };
}
