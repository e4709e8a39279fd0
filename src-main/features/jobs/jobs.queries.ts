import type { Context, QueriesOf, Services } from '#main/context/context.ts';

export const jobQueries: QueriesOf<'jobs', 'jobs' | 'operations'> = {
  list: async (_input, context) => ({
    jobs: context.jobs.list().map((job) => ({ ...job, cancellable: mayCancel(job.id, context) })),
  }),
};

type Asked = Pick<Context, 'actor'> & Pick<Services, 'jobs' | 'operations'>;

/** Whoever started the work may stop it, and who may do the same. */
export function mayCancel(id: string, { actor, jobs, operations }: Asked): boolean {
  const found = jobs.find(id);
  if (found === undefined) return false;
  const permission = operations.find(({ name }) => name === found.operation)?.permission;
  const isStarter = found.starter !== '' && found.starter === actor.person.id;
  return isStarter || (permission !== undefined && actor.permissions.includes(permission));
}
