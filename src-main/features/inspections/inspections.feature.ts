import { defineFeature } from '#main/context/feature.ts';
import { inspections } from '#shared/inspections/contract.ts';
import { inspectionQueries } from './inspections.queries.ts';
import { inspectionCommands } from './plans.commands.ts';
import { planTableCommands } from './planTables.commands.ts';
import { planReport } from './plan.report.ts';
import { plansReport } from './plans.report.ts';

export const inspectionsFeature = defineFeature({
  name: 'inspections',
  contract: inspections,
  commands: { ...inspectionCommands, ...planTableCommands },
  queries: inspectionQueries,
  reports: [plansReport, planReport],
});
