import { defineFeature } from '#main/context/feature.ts';
import { today } from '#shared/today/contract.ts';
import { todayQueries } from './today.queries.ts';

export const todayFeature = defineFeature({
  name: 'today',
  contract: today,
  needs: ['reports'],
  queries: todayQueries,
});
