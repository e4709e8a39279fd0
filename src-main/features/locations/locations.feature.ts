import { defineFeature } from '#main/context/feature.ts';
import { locations } from '#shared/locations/contract.ts';
import { locationCommands } from './locations.commands.ts';
import { locationsReport } from './locations.report.ts';
import { locationQueries } from './locations.queries.ts';

export const locationsFeature = defineFeature({
  name: 'locations',
  contract: locations,
  commands: locationCommands,
  queries: locationQueries,
  reports: [locationsReport],
});
