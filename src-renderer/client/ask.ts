import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { type Failure, toFailure } from './failure.ts';

/** A question on its way or answered, in the form that components draw. */
export type Asked<T> = {
  data: T | undefined;
  failure: Failure | undefined;
  /** The first answer is on its way. */
  loading: boolean;
  /** The answer shown belongs to an earlier question; the next one is on its way. */
  outdated: boolean;
  /** An answer is on its way, the first or another. */
  asking: boolean;
  retry: () => void;
};

/** Asks one question of the contract: `useAsk(ask.trace.view.queryOptions({ input }))`. */
export function useAsk<Answer, Key extends QueryKey>(
  options: UseQueryOptions<Answer, Error, Answer, Key>,
): Asked<Answer> {
  const { data, error, isPending, isFetching, isPlaceholderData, refetch } = useQuery(options);
  return {
    data,
    failure: error === null ? undefined : toFailure(error),
    loading: isPending && isFetching,
    outdated: isPlaceholderData,
    asking: isFetching,
    retry: () => void refetch(),
  };
}

/** Keeps the last answer in sight while the next page or filter is on its way. */
export const keepWhile = <T>(previous: T | undefined): T | undefined => previous;
