import { api, ask, type DocumentWork, type Pages, useDocument, usePages } from '#renderer/client/index.ts';
import { type ListSearch, listInAddress } from '#renderer/components/listAddress.ts';
import type { ListedLot } from '#shared/lots/contract.ts';
import { lotList } from '#shared/lots/vocabulary.ts';

export type LotSearch = ListSearch<typeof lotList>;
export const lotsInAddress = listInAddress(lotList);

export const useLots = ({ columns: _columns, ...question }: LotSearch): Pages<ListedLot> =>
  usePages(JSON.stringify(question), (page) => ask.lots.list.queryOptions({ input: { ...question, ...page } }));

/** The list as it stands, as a workbook. */
export const useLotsExcel = ({ columns, ...question }: LotSearch): DocumentWork =>
  useDocument(`lots ${JSON.stringify([columns, question])}`, (drawing) =>
    api.reports.drawLots({
      ...drawing,
      format: 'xlsx',
      question,
      columns: lotList.columns.filter((id) => columns.includes(id)),
    }),
  );
