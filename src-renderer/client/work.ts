import { type MutationState, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { type Failure, toFailure } from './failure.ts';

/** Work a person started. It goes on when the screen is left, and is found again by its name. */
export type Work<Input, Reply> = {
  run: (input: Input) => void;
  /** What the last run was given. */
  input: Input | undefined;
  reply: Reply | undefined;
  failure: Failure | undefined;
  running: boolean;
  /** Forgets the last run, unless it is still going on. */
  reset: () => void;
};

type Options = {
  /** How often it is sent again by itself when no host answered. Only for what the host does once however often it is sent. */
  resends?: number;
  onDone?: () => void;
};

/**
 * One piece of work at a time under a name. While it runs, a second start is ignored.
 * @param name tells it apart from other work; the same everywhere it is shown
 */
export function useWork<Input, Reply>(
  name: string,
  work: (input: Input) => Promise<Reply>,
  { resends = 0, onDone }: Options = {},
): Work<Input, Reply> {
  const queryClient = useQueryClient();
  const mutationKey = ['work', name];
  const cache = queryClient.getMutationCache();
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: work,
    // Kept until the next run or a reset, so that the outcome is there when the person comes back.
    gcTime: Number.POSITIVE_INFINITY,
    retry: (count, error) => count < resends && toFailure(error).kind === 'away',
    retryDelay: 500,
    ...(onDone === undefined ? {} : { onSuccess: onDone }),
  });
  const last = useMutationState({
    filters: { mutationKey, exact: true },
    // Only the mutation above bears this key, so these are its types.
    select: ({ state }) => state as MutationState<Reply, Error, Input>,
  }).at(-1);
  const running = last?.status === 'pending';

  function reset(): void {
    if (running) return;
    for (const past of cache.findAll({ mutationKey, exact: true })) cache.remove(past);
  }

  return {
    run: (input) => {
      if (running) return;
      reset();
      mutate(input);
    },
    input: last?.variables,
    reply: last?.data,
    failure: last?.status === 'error' ? toFailure(last.error) : undefined,
    running,
    reset,
  };
}
