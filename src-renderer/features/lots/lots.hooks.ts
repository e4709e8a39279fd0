import { useCallback, useLayoutEffect, useRef } from 'react';
import { z } from 'zod';
import { api, ask, type DocumentWork, type Pages, useDocument, usePages, useTotals } from '#renderer/client/index.ts';
import { today } from '#renderer/components/figures.tsx';
import { type ListSearch, listInAddress } from '#renderer/components/listAddress.ts';
import type { ScreenProps } from '#renderer/components/screen.ts';
import { isFiltered } from '#shared/kernel/list.ts';
import type { ListedLot } from '#shared/lots/contract.ts';
import { questionOf } from '#shared/lots/views.ts';
import { lotList } from '#shared/lots/vocabulary.ts';

export type LotQuestion = ListSearch<typeof lotList>;
/** `rows` is "all" where the address asks for every lot: one that asks nothing opens on what lies here. */
export type LotSearch = LotQuestion & { rows: '' | 'all' };
export const lotsInAddress = { ...listInAddress(lotList), rows: z.enum(['', 'all']).catch('').default('') };

type SetSearch = ScreenProps<LotSearch>['setSearch'];

/** The list's question as it is shown, and how it is changed: what lies here unless something else is asked. */
export function useOpening(
  { rows, ...asked }: LotSearch,
  setSearch: SetSearch,
): { question: LotQuestion; setSearch: SetSearch } {
  const opens = rows === '' && asksNothing(asked);
  const question: LotQuestion = opens ? { ...asked, ...questionOf('here', today()) } : asked;
  const latest = useRef(question);
  useLayoutEffect(() => {
    latest.current = question;
  });
  const setOpened = useCallback<SetSearch>(
    (change, step) => {
      const next = { ...latest.current, ...change };
      setSearch({ ...next, rows: asksNothing(next) ? 'all' : '' }, step);
    },
    [setSearch],
  );
  return { question, setSearch: setOpened };
}

/** Whether every row is meant, in the order the list is in; which columns stand there makes no difference. */
const asksNothing = ({ sort, ...question }: LotQuestion): boolean => sort === '' && !isFiltered(lotList, question);

/** How many lots each question lets through. */
export const useLotTotals = (questions: readonly Partial<LotQuestion>[], isTime = true): (number | undefined)[] =>
  useTotals(
    questions.map((question) => ask.lots.list.queryOptions({ input: { ...question, limit: 1 } })),
    isTime,
  );

export const useLots = ({ columns: _columns, ...question }: LotQuestion): Pages<ListedLot> =>
  usePages(JSON.stringify(question), (page) => ask.lots.list.queryOptions({ input: { ...question, ...page } }));

/** The list as it is, as a workbook. */
export const useLotsExcel = ({ columns, ...question }: LotQuestion): DocumentWork =>
  useDocument(`lots ${JSON.stringify([columns, question])}`, (drawing) =>
    api.reports.draw({
      ...drawing,
      report: 'lots',
      parameters: { question, columns: lotList.columns.filter((id) => columns.includes(id)) },
    }),
  );
