import { defineFeature } from '#main/context/feature.ts';
import { jobs } from '#shared/jobs/contract.ts';
import { jobCommands } from './jobs.commands.ts';
import { jobQueries } from './jobs.queries.ts';

export const jobsFeature = defineFeature({
  name: 'jobs',
  contract: jobs,
  needs: ['jobs', 'operations', 'readOnly'],
  commands: jobCommands,
  queries: jobQueries,
});
