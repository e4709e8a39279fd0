import { defineFeature } from '#main/context/feature.ts';
import { labels } from '#shared/labels/contract.ts';
import { labelCommands } from './labels.commands.ts';
import { labelQueries } from './labels.queries.ts';
import { labelsReport } from './labels.report.ts';
import { labelReconciliationReport } from './labelReconciliation.report.ts';

export const labelsFeature = defineFeature({
  name: 'labels',
  contract: labels,
  needs: ['spool'],
  commands: labelCommands,
  queries: labelQueries,
  reports: [labelsReport, labelReconciliationReport],
});
