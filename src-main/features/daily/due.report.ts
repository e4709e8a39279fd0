import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { dueList } from '#shared/daily/vocabulary.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { dueSource } from './dueList.queries.ts';

/** What falls due as it stands on the screen, complete. */
export const dueReport = defineReport({
  name: dueList.name,
  group: 'stock',
  permission: 'look',
  formats: listFormats,
  screen: '/due',
  parameters: listParameters(dueList),
  make: async (asked, view) => listReport(dueList, await wholeList(dueSource, asked, view), asked, view.frame),
});
