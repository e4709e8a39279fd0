import type { PlainDate } from './dates.ts';
import { isBlank } from './list.ts';

type Question = Readonly<Record<string, unknown>>;

/** Views that come with a list, in the order they are offered; said at `views` among the list's texts. */
export type ListViews<View extends string = string, Asked extends Question = Question> = {
  readonly names: readonly View[];
  /** The one that an address which asks nothing opens on. */
  readonly opens: View;
  /** What a view asks on a day. */
  questionOf(view: View, today: PlainDate): Asked;
  /** What their texts say, such as a number of days. */
  readonly said?: Readonly<Record<string, number>>;
};

/** The view that a question to the list is, if it is one, whatever order its rows are in. */
export function viewAsked<View extends string>(
  { names, questionOf }: Pick<ListViews<View>, 'names' | 'questionOf'>,
  question: Question,
  today: PlainDate,
): View | undefined {
  const filters = (asked: Question): string =>
    JSON.stringify(
      Object.entries(asked)
        .filter(([name, value]) => name !== 'sort' && name !== 'columns' && !isBlank(value))
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    );
  return names.find((view) => filters(questionOf(view, today)) === filters(question));
}
