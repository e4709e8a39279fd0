import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { sampleList } from '#shared/inspections/sampleVocabulary.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { sampleSource } from './samples.queries.ts';

/** The register of samples and retains as it stands on the screen, complete. */
export const samplesReport = defineReport({
  name: sampleList.name,
  group: 'quality',
  permission: 'look',
  formats: listFormats,
  screen: '/samples',
  parameters: listParameters(sampleList),
  make: async (asked, view) => listReport(sampleList, await wholeList(sampleSource, asked, view), asked, view.frame),
});
