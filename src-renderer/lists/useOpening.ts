import { useCallback, useLayoutEffect, useRef } from 'react';
import { today } from '#renderer/components/figures.tsx';
import type { AnySearch } from '#renderer/components/listAddress.ts';
import { isFiltered, type ListDeclaration } from '#shared/kernel/list.ts';
import type { ListViews } from '#shared/kernel/listViews.ts';

/** `rows` is "all" where an address asks for every row of a list that otherwise opens on one of its views. */
type Opened = AnySearch & { rows?: string };
type SetSearch = (change: Readonly<Record<string, unknown>>, step?: 'step') => void;

/** A list's question as it is shown, and how it is changed: what it opens on unless something else is asked. */
export function useOpening(
  list: ListDeclaration,
  views: ListViews | undefined,
  { search: { rows, ...asked }, setSearch }: { search: Opened; setSearch: SetSearch },
): { question: AnySearch; setQuestion: SetSearch } {
  const opens = views !== undefined && rows !== 'all' && asksNothing(list, asked);
  // What is left of the address is the question, and a view asks parts of it.
  const question = (opens ? { ...asked, ...views.questionOf(views.opens, today()) } : asked) as AnySearch;
  const latest = useRef(question);
  useLayoutEffect(() => {
    latest.current = question;
  });
  const setOpened = useCallback<SetSearch>(
    (change, step) => {
      // As above.
      const next = { ...latest.current, ...change } as AnySearch;
      setSearch({ ...next, rows: asksNothing(list, next) ? 'all' : '' }, step);
    },
    [list, setSearch],
  );
  return { question, setQuestion: views === undefined ? setSearch : setOpened };
}

/** Whether every row is meant, in the order the list is in; which columns stand there makes no difference. */
const asksNothing = (list: ListDeclaration, question: Readonly<Record<string, unknown>>): boolean =>
  question['sort'] === '' && !isFiltered(list, question);
