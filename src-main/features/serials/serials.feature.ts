import { defineFeature } from '#main/context/feature.ts';
import { serialQueries } from './serials.queries.ts';

export const serialsFeature = defineFeature({ name: 'serials', queries: serialQueries });
