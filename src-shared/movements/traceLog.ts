import type { TraceDetail } from '#shared/products/vocabulary.ts';
import type { MovementRow } from './contract.ts';

/** A movement as the trace log looks at it; its quantity is in millionths, exact where it is a sum. */
export type LogRow = Omit<MovementRow, 'quantity' | 'at' | 'recordedAt' | 'late'> & {
  at: number;
  recordedAt: number;
  quantity: number | bigint;
  line: string;
  siteFrom: string;
  siteTo: string;
};

/** What of alike movements may differ: a row for several says it where it is the same in all of them. */
const shared = [
  'serial',
  'from',
  'to',
  'workOrder',
  'run',
  'equipment',
  'partner',
  'reason',
  'person',
  'workstation',
] as const;

/**
 * The rows of a trace log, in the order of the movements: each of them, or in summary one for all of a lot, sublot, status
 * and site that one line of a document moved in one way, with their sum; or none at all. What was undone, and what undid
 * it, is never summed with what stands.
 */
export function logRows(rows: readonly LogRow[], detail: TraceDetail): LogRow[] {
  if (detail === 'none') return [];
  if (detail === 'detailed') return [...rows];
  return [...Map.groupBy(rows, keyOf).values()].flatMap((alike) => {
    const [first, ...others] = alike;
    if (first === undefined) return [];
    const row = { ...first, quantity: alike.reduce((sum, { quantity }) => sum + BigInt(quantity), 0n) };
    for (const name of shared) if (others.some((one) => one[name] !== first[name])) row[name] = '';
    return [row];
  });
}

const keyOf = (row: LogRow): string => {
  const { product, lot, sublot, siteFrom, siteTo, statusFrom, status, document, line, kind, evidence } = row;
  const undone = [row.reverses > 0, row.reversedBy > 0];
  return JSON.stringify([
    ...[product, lot, sublot, siteFrom, siteTo, statusFrom, status, document, line, kind, evidence],
    ...undone,
  ]);
};
