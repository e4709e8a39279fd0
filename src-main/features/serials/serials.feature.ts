import { defineFeature } from '#main/context/feature.ts';
import { serials } from '#shared/serials/contract.ts';
import { missingSerialsReport } from './missingSerials.report.ts';
import { serialCommands } from './serials.commands.ts';
import { serialsThatMayMove } from './serials.policies.ts';
import { serialQueries } from './serials.queries.ts';
import { serialsReport } from './serials.report.ts';
import { serialWhereaboutsReport } from './serialWhereabouts.report.ts';
import { serviceHistoryReport } from './serviceHistory.report.ts';
import { warrantyEndingReport } from './warrantyEnding.report.ts';

export const serialsFeature = defineFeature({
  name: 'serials',
  contract: serials,
  commands: serialCommands,
  queries: serialQueries,
  policies: [serialsThatMayMove],
  reports: [serialsReport, serialWhereaboutsReport, missingSerialsReport, warrantyEndingReport, serviceHistoryReport],
});
