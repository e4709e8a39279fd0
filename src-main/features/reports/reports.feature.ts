import { defineFeature } from '#main/context/feature.ts';
import { reports } from '#shared/reports/contract.ts';
import { reportsOfScreens } from './catalogue.ts';
import { massBalanceReport } from './massBalance.report.ts';
import { reportCommands } from './reports.commands.ts';
import { reportQueries } from './reports.queries.ts';
import { setUpGapsReport } from './setUpGaps.report.ts';

export const reportsFeature = defineFeature({
  name: 'reports',
  contract: reports,
  needs: ['reports', 'spool', 'pathInPlace', 'readOnly', 'suspect'],
  commands: reportCommands,
  queries: reportQueries,
  reports: [...reportsOfScreens, massBalanceReport, setUpGapsReport],
});
