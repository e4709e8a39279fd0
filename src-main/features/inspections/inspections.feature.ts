import { defineFeature } from '#main/context/feature.ts';
import { inspections } from '#shared/inspections/contract.ts';
import { decisionCommands } from './decisions.commands.ts';
import { dueCommands } from './due.commands.ts';
import { doingCommands } from './inspections.commands.ts';
import { formerCommands } from './former.commands.ts';
import { inspectedGoods } from './inspections.policies.ts';
import { inspectionQueries } from './inspections.queries.ts';
import { planTableCommands } from './planTables.commands.ts';
import { planReport } from './plan.report.ts';
import { planCommands } from './plans.commands.ts';
import { plansReport } from './plans.report.ts';
import { inspectionReport } from './inspection.report.ts';
import { inspectionsReport } from './inspections.report.ts';
import { pendingStockReport } from './pendingStock.report.ts';
import { inspectionResultsReport } from './results.report.ts';
import { sampleCommands } from './samples.commands.ts';
import { samplesReport } from './samples.report.ts';
import { inspectWhatComes } from './triggers.ts';

export const inspectionsFeature = defineFeature({
  name: 'inspections',
  contract: inspections,
  needs: ['policies'],
  commands: {
    ...planCommands,
    ...planTableCommands,
    ...doingCommands,
    ...decisionCommands,
    ...formerCommands,
    ...dueCommands,
    ...sampleCommands,
  },
  queries: inspectionQueries,
  policies: [inspectedGoods],
  reactions: [inspectWhatComes],
  reports: [
    plansReport,
    planReport,
    inspectionsReport,
    inspectionReport,
    inspectionResultsReport,
    pendingStockReport,
    samplesReport,
  ],
});
