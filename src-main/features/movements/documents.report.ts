import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeSimpleList } from '#main/store/simpleList.ts';
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
    listReport(documentList, await wholeSimpleList(documentSource, asked.question, view, view.step), asked, view.frame),
});
