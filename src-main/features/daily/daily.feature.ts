import { defineFeature } from '#main/context/feature.ts';
import { daily } from '#shared/daily/contract.ts';
import { dailyCommands } from './daily.commands.ts';
import { dueReport } from './due.report.ts';
import { retestDueReport } from './retestDue.report.ts';
import { dailyQueries } from './daily.queries.ts';

export const dailyFeature = defineFeature({
  name: 'daily',
  contract: daily,
  needs: ['policies'],
  commands: dailyCommands,
  queries: dailyQueries,
  reports: [dueReport, retestDueReport],
});
