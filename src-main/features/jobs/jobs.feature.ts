import { defineFeature } from '#main/context/feature.ts';
import { jobs } from '#shared/jobs/contract.ts';
import { jobQueries } from './jobs.queries.ts';

export const jobsFeature = defineFeature({ name: 'jobs', contract: jobs, needs: ['jobs'], queries: jobQueries });
