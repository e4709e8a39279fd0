import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeSimpleList } from '#main/store/simpleList.ts';
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
  make: async (asked, view) =>
    listReport(partnerList, await wholeSimpleList(partnerSource, asked.question, view, view.step), asked, view.frame),
});
