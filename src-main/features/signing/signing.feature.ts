import { defineFeature } from '#main/context/feature.ts';
import { signingQueries } from './signing.queries.ts';

export const signingFeature = defineFeature({
  name: 'signing',
  needs: ['readToSign'],
  queries: signingQueries,
});
