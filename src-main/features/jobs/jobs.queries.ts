import type { QueriesOf } from '#main/context/context.ts';

export const jobQueries: QueriesOf<'jobs', 'jobs'> = {
  list: async (_input, { jobs }) => ({ jobs: jobs.list() }),
  cancel: async ({ id }, { jobs }) => ({ asked: jobs.cancel(id) }),
};
