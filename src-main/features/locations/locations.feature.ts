import { defineFeature } from '#main/context/feature.ts';
import { locations } from '#shared/locations/contract.ts';
import { locationQueries } from './locations.queries.ts';

export const locationsFeature = defineFeature({ name: 'locations', contract: locations, queries: locationQueries });
