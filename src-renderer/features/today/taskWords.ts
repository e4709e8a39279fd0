import { type AnyPlace, entryPlace, personPlace, unitPlace } from '#renderer/components/address.ts';
import type { ListedLot } from '#shared/lots/vocabulary.ts';
import type { Task } from '#shared/today/contract.ts';
import { dayNumber, type PlainDate } from '#shared/kernel/dates.ts';
import type { Unit } from '#shared/kernel/unit.ts';

export const unitOf = ({ product, lot, sublot }: Pick<ListedLot, 'product' | 'lot' | 'sublot'>): Unit => ({
  product,
  lot,
  sublot,
  serial: '',
});

export const keyOf = (task: Task): string =>
  JSON.stringify('lot' in task ? unitOf(task.lot) : [task.kind, task.user, task.report, task.entry]);

const letters = ['A', 'Q', 'R'] as const;
export type Letter = (typeof letters)[number];

/** What may be decided about goods: another status than the one they are in, and of what has expired no release. */
export const decisionsFor = ({ kind, also, lot }: Extract<Task, { lot: ListedLot }>): readonly Letter[] =>
  letters.filter(
    (letter) => !lot.statuses.includes(letter) && !(letter === 'A' && [kind, ...also].includes('expired')),
  );

/** The holds that are on something, the one of longest standing first. */
const oldestHolds: { state: 'holds'[]; sort: 'setAt' } = { state: ['holds'], sort: 'setAt' };

/** The inspections that are not decided, the one of longest standing first. */
const openInspections: { state: 'open'[]; sort: 'openedAt' } = { state: ['open'], sort: 'openedAt' };

/** Where the cause of a task is, and so where it is done away with. */
export function placeOfTask(task: Task): AnyPlace {
  if ('lot' in task) return unitPlace(unitOf(task.lot));
  const { kind, user, entry } = task;
  if (kind === 'schedule') return { to: '/reports' };
  if (kind === 'holds') return { to: '/holds', search: oldestHolds };
  if (kind === 'inspections') return { to: '/inspections', search: openInspections };
  if (kind === 'approvals') return { to: '/suppliers', search: { standing: ['ended', 'endsSoon'] } };
  if (kind === 'daily') return { to: '/due' };
  if (kind === 'confirm') return personPlace(user);
  if (kind === 'backup' || kind === 'restore') return { to: '/setup/backups' };
  return kind === 'review' ? { to: '/audit/reviews' } : entryPlace(entry);
}

/** Whole days from one plain date to another. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0);
