import { addDays, type PlainDate } from '#shared/kernel/dates.ts';
import { isBlank, type ListQuestion, writeDateSpan } from '#shared/kernel/list.ts';
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

/** The view that a question to the list is, if it is one, whatever order its rows are in. */
export function viewAsked(question: Readonly<Record<string, unknown>>, today: PlainDate): LotView | undefined {
  const filters = (asked: Readonly<Record<string, unknown>>): string =>
    JSON.stringify(
      Object.entries(asked)
        .filter(([name, value]) => name !== 'sort' && name !== 'columns' && !isBlank(value))
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    );
  return lotViews.find((view) => filters(questionOf(view, today)) === filters(question));
}
