import { hashKey, MutationCache, QueryCache, QueryClient, type QueryKey } from '@tanstack/react-query';
import { toFailure } from './failure.ts';
import { ask } from './host.ts';

/** How many times a question is asked again when no host answered. A coded no is an answer and is never asked again. */
const mostRetries = 2;

const retry = (count: number, error: unknown): boolean => count < mostRetries && toFailure(error).kind === 'away';

const sessionKey = ask.people.whoAmI.queryKey({ input: {} });
const isSession = (queryKey: QueryKey): boolean => hashKey(queryKey) === hashKey(sessionKey);

/** The screens' memory of answers. */
export function createQueryClient(): QueryClient {
  // Whoever finds the host away says so to the frame, which goes on asking who we are until it hears an answer.
  const onAway = (error: unknown): void => {
    if (toFailure(error).kind === 'away') void queryClient.invalidateQueries({ queryKey: sessionKey });
  };
  // Then every question that was left without an answer is asked again.
  const onBack = (): void => {
    void queryClient.refetchQueries({
      type: 'active',
      predicate: ({ queryKey, state }) => state.status === 'error' && !isSession(queryKey),
    });
  };
  const queryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => (isSession(queryKey) ? undefined : onAway(error)),
      onSuccess: (_answer, { queryKey }) => (isSession(queryKey) ? onBack() : undefined),
    }),
    mutationCache: new MutationCache({ onError: onAway }),
    defaultOptions: {
      // The host is on this machine: whether the machine is online says nothing about it.
      queries: { networkMode: 'always', retry, retryDelay: 400, staleTime: 15_000, gcTime: 300_000 },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return queryClient;
}
