import { defineReport } from '#main/context/report.ts';
import { listReport } from '#main/documents/listReport.ts';
import { wholeList } from '#main/store/lists.ts';
import { planList } from '#shared/inspections/vocabulary.ts';
import { listParameters } from '#shared/kernel/defineList.ts';
import { listFormats } from '#shared/reports/vocabulary.ts';
import { planSource } from './plans.queries.ts';

/** The list of inspection plans as it stands on the screen, complete. */
export const plansReport = defineReport({
  name: planList.name,
  group: 'quality',
  permission: 'look',
  formats: listFormats,
  screen: '/plans',
  parameters: listParameters(planList),
  make: async (asked, view) => listReport(planList, await wholeList(planSource, asked, view), asked, view.frame),
});
