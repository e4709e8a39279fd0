import { defineFeature } from '#main/context/feature.ts';
import { trace } from '#shared/trace/contract.ts';
import { traceQueries } from './trace.queries.ts';

export const traceFeature = defineFeature({
  name: 'trace',
  contract: trace,
  needs: ['pathInPlace', 'traceIndex'],
  queries: traceQueries,
  followers: [{ name: 'trace index', committed: ({ traceIndex }) => traceIndex.committed() }],
});
