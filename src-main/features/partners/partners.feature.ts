import { defineFeature } from '#main/context/feature.ts';
import { partnerQueries } from './partners.queries.ts';

export const partnersFeature = defineFeature({ name: 'partners', queries: partnerQueries });
