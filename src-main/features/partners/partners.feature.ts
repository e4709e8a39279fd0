import { defineFeature } from '#main/context/feature.ts';
import { partners } from '#shared/partners/contract.ts';
import { partnerQueries } from './partners.queries.ts';

export const partnersFeature = defineFeature({ name: 'partners', contract: partners, queries: partnerQueries });
