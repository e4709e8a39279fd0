import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { holdList } from '#shared/holds/vocabulary.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { holdSource } from './holdList.queries.ts';

/** The list of holds as it stands on the screen, complete. */
export const holdsReport = defineReport({
  name: holdList.name,
  group: 'quality',
  permission: 'look',
  formats: listFormats,
  screen: '/holds',
  parameters: listParameters(holdList),
  make: async (asked, view) => listReport(holdList, await wholeList(holdSource, asked, view), asked, view.frame),
});
