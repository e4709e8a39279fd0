import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { serialList } from '#shared/serials/vocabulary.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { serialSource } from './serials.queries.ts';

/** The list of serials as it stands on the screen, complete. */
export const serialsReport = defineReport({
  name: serialList.name,
  group: 'stock',
  permission: 'look',
  formats: listFormats,
  screen: '/serials',
  parameters: listParameters(serialList),
  make: async (asked, view) => listReport(serialList, await wholeList(serialSource, asked, view), asked, view.frame),
});
