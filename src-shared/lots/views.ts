import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import { type ListQuestion, writeDateSpan } from '#shared/kernel/list.ts';
import type { ListViews } from '#shared/kernel/listViews.ts';
import type { lotList } from './vocabulary.ts';

/** The views of the list of lots that come with the program, in the order they are offered. */
export const lotViews = ['here', 'quarantine', 'expiring', 'expired', 'retest', 'rejected', 'everything'] as const;
export type LotView = (typeof lotViews)[number];

/** What expires or falls due within so many days does so soon. */
export const soonDays = 30;

type Question = Partial<ListQuestion<typeof lotList>>;

/** What a view asks: what lies here comes first, the newest on top, since that is what people work with. */
export function questionOf(view: LotView, today: PlainDate): Question {
  const soon = addDays(today, soonDays);
  const questions: Record<LotView, Question> = {
    here: { onHand: ['yes'] },
    quarantine: { status: ['Q'] },
    expiring: { onHand: ['yes'], expiresOn: writeDateSpan({ from: today, to: soon }), sort: 'expiresOn' },
    // Goods may be used on the day itself.
    expired: { onHand: ['yes'], expiresOn: writeDateSpan({ from: '', to: addDays(today, -1) }), sort: 'expiresOn' },
    retest: { onHand: ['yes'], retestOn: writeDateSpan({ from: '', to: soon }), sort: 'retestOn' },
    rejected: { status: ['R'] },
    everything: {},
  };
  return questions[view];
}

/** The list opens on what lies here. */
export const viewsOfLots: ListViews<LotView, Question> = {
  names: lotViews,
  opens: 'here',
  questionOf,
  said: { days: soonDays },
};
