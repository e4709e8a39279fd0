import { defineFeature } from '#main/context/feature.ts';
import { lots } from '#shared/lots/contract.ts';
import { expiryReport } from './expiry.report.ts';
import { leastLife } from './leastLife.policies.ts';
import { lotCommands } from './lots.commands.ts';
import { issuedGoods, postedStatus } from './lots.policies.ts';
import { lotQueries } from './lots.queries.ts';
import { lotsReport } from './lots.report.ts';
import { quarantineReport } from './quarantine.report.ts';

export const lotsFeature = defineFeature({
  name: 'lots',
  contract: lots,
  needs: ['policies'],
  commands: lotCommands,
  queries: lotQueries,
  reports: [lotsReport, expiryReport, quarantineReport],
  policies: [postedStatus, issuedGoods, leastLife],
});
