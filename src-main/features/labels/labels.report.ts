import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { labelList } from '#shared/labels/vocabulary.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { labelSource } from './prints.queries.ts';

/** The list of printed labels as it stands on the screen, complete. */
export const labelsReport = defineReport({
  name: labelList.name,
  group: 'compliance',
  permission: 'look',
  formats: listFormats,
  screen: '/labels',
  parameters: listParameters(labelList),
  make: async (asked, view) => listReport(labelList, await wholeList(labelSource, asked, view), asked, view.frame),
});
