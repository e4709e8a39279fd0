import { defineFeature } from '#main/context/feature.ts';
import { serials } from '#shared/serials/contract.ts';
import { serialCommands } from './serials.commands.ts';
import { serialsThatMayMove } from './serials.policies.ts';
import { serialQueries } from './serials.queries.ts';
import { serialsReport } from './serials.report.ts';

export const serialsFeature = defineFeature({
  name: 'serials',
  contract: serials,
  commands: serialCommands,
  queries: serialQueries,
  policies: [serialsThatMayMove],
  reports: [serialsReport],
});
