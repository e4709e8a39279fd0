import { type QueryKey, type UseQueryOptions, useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, toFailure } from './failure.ts';

/** A list of any length, of which the pages in sight are read. */
export type Pages<Row> = {
  /** How many rows there are; undefined until the host has said. */
  total: number | undefined;
  /** A row, or undefined while its page is on its way. */
  rowAt: (index: number) => Row | undefined;
  /** Says which rows are in sight: from the first up to, not including, the end. */
  look: (first: number, end: number) => void;
  failure: Failure | undefined;
  retry: () => void;
};

const pageSize = 200;
/** So many rows on either side are read before they come into sight. */
const ahead = 80;
/** A page that is only passed on the way is not asked for, in milliseconds. */
const passedWithin = 60;

type Page<Row> = { rows: Row[]; total: number };

/**
 * Reads a list by pages as they come into sight. Pages of the last minutes are kept; a changed question starts anew.
 * @param question tells questions apart; the same text for the same list
 */
export function usePages<Row, Key extends QueryKey>(
  question: string,
  optionsOf: (page: { offset: number; limit: number }) => UseQueryOptions<Page<Row>, Error, Page<Row>, Key>,
): Pages<Row> {
  const [inSight, setInSight] = useState({ question, first: 0, last: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { first, last } = inSight.question === question ? inSight : { first: 0, last: 0 };
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const pages = useQueries({
    queries: numbers.map((number) => optionsOf({ offset: number * pageSize, limit: pageSize })),
  });

  const known = pages.find(({ data }) => data !== undefined)?.data?.total;
  const [lastTotal, setLastTotal] = useState<number>();
  if (known !== undefined && known !== lastTotal) setLastTotal(known);

  useEffect(() => () => clearTimeout(timer.current), []);
  const look = useCallback(
    (from: number, end: number) => {
      const next = {
        question,
        first: Math.max(0, Math.floor((from - ahead) / pageSize)),
        last: Math.max(0, Math.floor((end + ahead) / pageSize)),
      };
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () =>
          setInSight((before) =>
            before.question === question && before.first === next.first && before.last === next.last ? before : next,
          ),
        passedWithin,
      );
    },
    [question],
  );

  const failed = pages.find(({ error }) => error !== null);
  return {
    total: known ?? lastTotal,
    rowAt: (index) => pages[Math.floor(index / pageSize) - first]?.data?.rows[index % pageSize],
    look,
    failure: failed === undefined ? undefined : toFailure(failed.error),
    retry: () => {
      for (const page of pages) if (page.error !== null) void page.refetch();
    },
  };
}
