import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { documentList } from '#shared/movements/vocabulary.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { documentSource } from './documentList.queries.ts';

/** The list of documents as it stands on the screen, complete. */
export const documentsReport = defineReport({
  name: documentList.name,
  group: 'traceability',
  permission: 'look',
  formats: listFormats,
  screen: '/documents',
  parameters: listParameters(documentList),
  make: async (asked, view) =>
    listReport(documentList, await wholeList(documentSource, asked, view), asked, view.frame),
});
