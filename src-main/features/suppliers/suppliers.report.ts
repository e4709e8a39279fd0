import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { approvalList } from '#shared/suppliers/vocabulary.ts';
import { approvalSource } from './approvals.queries.ts';

/** The list of approved suppliers as it stands on the screen, complete. */
export const suppliersReport = defineReport({
  name: approvalList.name,
  group: 'quality',
  permission: 'look',
  formats: listFormats,
  screen: '/suppliers',
  parameters: listParameters(approvalList),
  make: async (asked, view) =>
    listReport(approvalList, await wholeList(approvalSource, asked, view), asked, view.frame),
});
