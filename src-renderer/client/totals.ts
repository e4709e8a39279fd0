import { type QueryKey, type UseQueryOptions, useQueries } from '@tanstack/react-query';

/**
 * How long several questions to a list make it, each undefined until the host has said. Where a list is shown beside
 * them, `isTime` lets it come first: a browser asks a few questions at once, and the host answers one after another.
 */
export function useTotals<Answer extends { total: number }, Key extends QueryKey>(
  questions: readonly UseQueryOptions<Answer, Error, Answer, Key>[],
  isTime = true,
): (number | undefined)[] {
  return useQueries({ queries: questions.map((question) => ({ ...question, enabled: isTime })) }).map(
    ({ data }) => data?.total,
  );
}
