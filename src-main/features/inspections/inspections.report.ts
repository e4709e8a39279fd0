import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { inspectionList } from '#shared/inspections/inspectionVocabulary.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { inspectionSource } from './inspectionList.queries.ts';

/** The list of inspections as it stands on the screen, complete. */
export const inspectionsReport = defineReport({
  name: inspectionList.name,
  group: 'quality',
  permission: 'look',
  formats: listFormats,
  screen: '/inspections',
  parameters: listParameters(inspectionList),
  make: async (asked, view) =>
    listReport(inspectionList, await wholeList(inspectionSource, asked, view), asked, view.frame),
});
