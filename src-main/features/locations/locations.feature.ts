import { defineFeature } from '#main/context/feature.ts';
import { locationQueries } from './locations.queries.ts';

export const locationsFeature = defineFeature({ name: 'locations', queries: locationQueries });
