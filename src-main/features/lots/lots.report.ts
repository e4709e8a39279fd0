import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { lotList } from '#shared/lots/vocabulary.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { lotSource } from './lotList.queries.ts';

/** The list of lots as it stands on the screen, complete. */
export const lotsReport = defineReport({
  name: lotList.name,
  group: 'stock',
  permission: 'look',
  formats: listFormats,
  screen: '/lots',
  parameters: listParameters(lotList),
  make: async (asked, view) => listReport(lotList, await wholeList(lotSource, asked, view), asked, view.frame),
});
