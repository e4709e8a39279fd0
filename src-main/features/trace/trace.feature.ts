import { defineFeature } from '#main/context/feature.ts';
import { traceQueries } from './trace.queries.ts';

export const traceFeature = defineFeature({
  name: 'trace',
  needs: ['storeFile', 'traceIndex'],
  queries: traceQueries,
  followers: [{ name: 'trace index', committed: ({ traceIndex }) => traceIndex.committed() }],
});
