import { defineFeature } from '#main/context/feature.ts';
import { jobQueries } from './jobs.queries.ts';

export const jobsFeature = defineFeature({ name: 'jobs', needs: ['jobs'], queries: jobQueries });
