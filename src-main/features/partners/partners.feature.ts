import { defineFeature } from '#main/context/feature.ts';
import { partners } from '#shared/partners/contract.ts';
import { partnerCommands } from './partners.commands.ts';
import { activePartners } from './partners.policies.ts';
import { partnersReport } from './partners.report.ts';
import { partnerQueries } from './partners.queries.ts';

export const partnersFeature = defineFeature({
  name: 'partners',
  contract: partners,
  commands: partnerCommands,
  queries: partnerQueries,
  policies: [activePartners],
  reports: [partnersReport],
});
