import { defineFeature } from '#main/context/feature.ts';
import { holds } from '#shared/holds/contract.ts';
import { holdCommands } from './holds.commands.ts';
import { goodsOnHold } from './holds.policies.ts';
import { holdQueries } from './holds.queries.ts';
import { holdsReport } from './holds.report.ts';
import { holdsByAgeReport } from './holdsByAge.report.ts';

export const holdsFeature = defineFeature({
  name: 'holds',
  contract: holds,
  commands: holdCommands,
  queries: holdQueries,
  policies: [goodsOnHold],
  reports: [holdsReport, holdsByAgeReport],
});
