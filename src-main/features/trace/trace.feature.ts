import { defineFeature } from '#main/context/feature.ts';
import { traceQueries } from './trace.queries.ts';

export const traceFeature = defineFeature({ name: 'trace', needs: ['storeFile'], queries: traceQueries });
