import { defineFeature } from '#main/context/feature.ts';
import { locations } from '#shared/locations/contract.ts';
import { locationsReport } from './locations.report.ts';
import { locationQueries } from './locations.queries.ts';

export const locationsFeature = defineFeature({
  name: 'locations',
  contract: locations,
  queries: locationQueries,
  reports: [locationsReport],
});
