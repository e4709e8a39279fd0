import { isPlainDate, parseMoment } from '#shared/kernel/dates.ts';
import { printableInLine } from '#shared/kernel/printable.ts';
import { type Given, UsageError } from './command.ts';

/** Up to when movements count, as operations take it; nothing for all of them. */
export type AsOf = { asOf?: string };

/** Reads `--as-of T`: a time with its offset from UTC, inclusive, or a date, of which the end is meant. */
export function readAsOf(given: Given): AsOf {
  const asOf = given.text('as-of');
  if (asOf === undefined) return {};
  if (!isPlainDate(asOf) && parseMoment(asOf) === undefined)
    throw new UsageError(
      `“${printableInLine(asOf)}” is no time. Write a date such as 2026-01-31, or a time such as 2026-01-31T08:00:00+01:00.`,
    );
  return { asOf };
}

/** What a heading says of it. */
export const saidOf = ({ asOf }: AsOf): string => (asOf === undefined ? '' : ` as of ${asOf}`);
