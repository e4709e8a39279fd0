import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { fileList } from '#shared/attachments/vocabulary.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { fileSource } from './files.queries.ts';

/** The list of attached files as it stands on the screen, complete. */
export const attachmentsReport = defineReport({
  name: fileList.name,
  group: 'quality',
  permission: 'look',
  formats: listFormats,
  screen: '/files',
  parameters: listParameters(fileList),
  make: async (asked, view) => listReport(fileList, await wholeList(fileSource, asked, view), asked, view.frame),
});
