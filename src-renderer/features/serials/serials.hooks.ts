import { api, ask, type DocumentWork, type Pages, useDocument, usePages } from '#renderer/client/index.ts';
import { type ListSearch, listInAddress } from '#renderer/components/listAddress.ts';
import type { ListedSerial } from '#shared/serials/contract.ts';
import { serialList } from '#shared/serials/vocabulary.ts';

export type SerialSearch = ListSearch<typeof serialList>;
export const serialsInAddress = listInAddress(serialList);

export const useSerials = ({ columns: _columns, ...question }: SerialSearch): Pages<ListedSerial> =>
  usePages(JSON.stringify(question), (page) => ask.serials.list.queryOptions({ input: { ...question, ...page } }));

/** The list as it is, as a workbook. */
export const useSerialsExcel = ({ columns, ...question }: SerialSearch): DocumentWork =>
  useDocument(`serials ${JSON.stringify([columns, question])}`, (drawing) =>
    api.reports.draw({
      ...drawing,
      report: 'serials',
      parameters: { question, columns: serialList.columns.filter((id) => columns.includes(id)) },
    }),
  );
