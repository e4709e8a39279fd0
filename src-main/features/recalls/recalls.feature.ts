import { defineFeature } from '#main/context/feature.ts';
import { recallQueries } from './recalls.queries.ts';

export const recallsFeature = defineFeature({ name: 'recalls', queries: recallQueries });
