import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { locationList } from '#shared/locations/vocabulary.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { locationSource } from './locationList.queries.ts';

/** The list of locations as it stands on the screen, complete. */
export const locationsReport = defineReport({
  name: locationList.name,
  group: 'stock',
  permission: 'look',
  formats: listFormats,
  screen: '/locations',
  parameters: listParameters(locationList),
  make: async (asked, view) =>
    listReport(locationList, await wholeList(locationSource, asked, view), asked, view.frame),
});
