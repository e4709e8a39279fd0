import { useIsMutating, useMutation, useQuery } from '@tanstack/react-query';
import type { Job } from '#shared/jobs/contract.ts';
import { newCommandId } from './api.ts';
import { api, ask } from './host.ts';

/** How often the figures of running work are read, in milliseconds. */
const pollEvery = 500;

/** What is running at the host. Asks again and again only while this page or the host is at work. */
export function useRunningJobs(): readonly Job[] {
  const busyHere = useIsMutating({ predicate: ({ options }) => options.mutationKey?.[0] !== 'cancelJob' }) > 0;
  const { data } = useQuery({
    ...ask.jobs.list.queryOptions({ input: {} }),
    // Refused, it is asked again when somebody can work again.
    refetchInterval: ({ state }) =>
      state.status !== 'error' && (busyHere || (state.data?.jobs.length ?? 0) > 0) ? pollEvery : false,
  });
  return data?.jobs ?? [];
}

/** One piece of running work by its id. */
export const useJob = (id: string): Job | undefined => useRunningJobs().find((job) => job.id === id);

/** Asks running work to stop. */
export function useCancelJob(): { cancel: (id: string) => void; asked: boolean } {
  const { mutate, data } = useMutation({
    mutationKey: ['cancelJob'],
    mutationFn: (id: string) => api.jobs.cancel({ id }, { context: { commandId: newCommandId() } }),
  });
  return { cancel: mutate, asked: data?.asked === true };
}
