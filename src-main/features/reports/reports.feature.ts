import { defineFeature } from '#main/context/feature.ts';
import { reports } from '#shared/reports/contract.ts';
import { reportCommands } from './reports.commands.ts';
import { reportQueries } from './reports.queries.ts';

export const reportsFeature = defineFeature({
  name: 'reports',
  contract: reports,
  needs: ['spool', 'pathInPlace', 'readOnly', 'suspect'],
  commands: reportCommands,
  queries: reportQueries,
});
