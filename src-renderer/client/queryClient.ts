import { hashKey, MutationCache, QueryCache, QueryClient, type QueryKey } from '@tanstack/react-query';
import { believe, onSessionElsewhere } from './belief.ts';
import { draftsAreOf } from './drafts.ts';
import { toFailure } from './failure.ts';
import { handleRefusal, isWorking, type Session, sessionKey, tryAgainEvery } from './session.ts';

/** How many times a question is asked again when no host answered. A coded no is an answer and is never asked again. */
const mostRetries = 2;

const retry = (count: number, error: unknown): boolean => count < mostRetries && toFailure(error).kind === 'away';

export const isSession = (queryKey: QueryKey): boolean => hashKey(queryKey) === hashKey(sessionKey);

/** The screens' memory of answers. */
export function createQueryClient(): QueryClient {
  let before: Session | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;

  // The call that finds the host away says so to the frame, which goes on asking who we are until it hears an answer.
  const onFailed = (error: unknown): void => {
    handleRefusal(queryClient, error);
    if (toFailure(error).kind !== 'away' || later !== undefined) return;
    // The answer to who we are may have come just before this question was given up.
    later = setTimeout(() => {
      later = undefined;
      if (queryClient.getQueryState(sessionKey)?.status === 'success') askAgain(queryClient, false);
    }, tryAgainEvery);
  };

  const onSession = (): void => {
    const now = queryClient.getQueryData(sessionKey);
    if (now === undefined) return;
    const [last, isOther] = [before, before !== undefined && before.person.id !== now.person.id];
    before = now;
    believe(now.session);
    if (isWorking(now)) draftsAreOf(now.person.id);
    if (isOther) forget(queryClient);
    else if (isWorking(now)) askAgain(queryClient, last !== undefined && speaksOf(last) !== speaksOf(now));
  };

  const queryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => (isSession(queryKey) ? undefined : onFailed(error)),
      onSuccess: (_answer, { queryKey }) => (isSession(queryKey) ? onSession() : undefined),
    }),
    mutationCache: new MutationCache({ onError: onFailed }),
    defaultOptions: {
      // The host is on this machine: whether the machine is online says nothing about it.
      queries: {
        networkMode: 'always',
        retry,
        retryDelay: 400,
        staleTime: 15_000,
        gcTime: 300_000,
        // Behind the door nothing is answered but who is there.
        refetchOnWindowFocus: ({ queryKey }) => isSession(queryKey) || (before !== undefined && isWorking(before)),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  onSessionElsewhere(() => void queryClient.invalidateQueries({ queryKey: sessionKey }));
  return queryClient;
}

/** Somebody else sits here now: nothing the one before was told stays. */
function forget(queryClient: QueryClient): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => !isSession(queryKey) });
  queryClient.getMutationCache().clear();
}

/** Questions that were left without an answer are asked again; the refused ones too where something else is allowed now. */
function askAgain(queryClient: QueryClient, isOtherwise: boolean): void {
  void queryClient.refetchQueries({
    type: 'active',
    predicate: ({ queryKey, state }) =>
      state.status === 'error' && !isSession(queryKey) && (isOtherwise || toFailure(state.error).kind === 'away'),
  });
}

const speaksOf = ({ authState, session, permissions }: Session): string =>
  [authState, session, ...permissions].join(' ');
