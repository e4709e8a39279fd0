import { defineFeature } from '#main/context/feature.ts';
import { serials } from '#shared/serials/contract.ts';
import { serialQueries } from './serials.queries.ts';
import { serialsReport } from './serials.report.ts';

export const serialsFeature = defineFeature({
  name: 'serials',
  contract: serials,
  queries: serialQueries,
  reports: [serialsReport],
});
