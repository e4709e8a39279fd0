import { defineFeature } from '#main/context/feature.ts';
import { recalls } from '#shared/recalls/contract.ts';
import { recallQueries } from './recalls.queries.ts';

export const recallsFeature = defineFeature({ name: 'recalls', contract: recalls, queries: recallQueries });
