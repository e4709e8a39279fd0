import { type QueryKey, type UseQueryOptions, useQueries } from '@tanstack/react-query';

/** How long several questions to a list make it, each undefined until the host has said. */
export function useTotals<Answer extends { total: number }, Key extends QueryKey>(
  questions: readonly UseQueryOptions<Answer, Error, Answer, Key>[],
): (number | undefined)[] {
  return useQueries({ queries: [...questions] }).map(({ data }) => data?.total);
}
