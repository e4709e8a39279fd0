import { defineFeature } from '#main/context/feature.ts';
import { partners } from '#shared/partners/contract.ts';
import { partnerCommands } from './partners.commands.ts';
import { partnersReport } from './partners.report.ts';
import { partnerQueries } from './partners.queries.ts';

export const partnersFeature = defineFeature({
  name: 'partners',
  contract: partners,
  commands: partnerCommands,
  queries: partnerQueries,
  reports: [partnersReport],
});
