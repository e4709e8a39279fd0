import { defineFeature } from '#main/context/feature.ts';
import { placeQueries } from './places.queries.ts';

export const placesFeature = defineFeature({ name: 'places', queries: placeQueries });
