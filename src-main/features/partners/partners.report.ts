import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { partnerList } from '#shared/partners/vocabulary.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { partnerSource } from './partnerList.queries.ts';

/** The list of partners as it stands on the screen, complete. */
export const partnersReport = defineReport({
  name: partnerList.name,
  group: 'traceability',
  permission: 'look',
  formats: listFormats,
  screen: '/partners',
  parameters: listParameters(partnerList),
  make: async (asked, view) => listReport(partnerList, await wholeList(partnerSource, asked, view), asked, view.frame),
});
