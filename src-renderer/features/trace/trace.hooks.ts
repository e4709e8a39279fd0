import { z } from 'zod';
import { type Asked, ask, keepWhile, useAsk } from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { type Direction, directions } from '#shared/trace/vocabulary.ts';

export type TraceView = Outputs['trace']['view'];

export const traceTabs = ['units', 'runs', 'serialLinks', 'receipts', 'shipments', 'breaks'] as const;
export type TraceTab = (typeof traceTabs)[number];

export const directionInAddress = z.enum(directions).catch('downstream').default('downstream');
export const tabInAddress = z.enum(traceTabs).catch('units').default('units');

/** So many rows of each list at a time. */
export const pageSize = 500;

/** The question in the address. */
export type TraceSearch = Unit & {
  direction: Direction;
  dated: boolean;
  tab: TraceTab;
  offset: number;
  sort: string;
};

export type TraceQuestion = { unit: Unit; direction: Direction; dated: boolean; offset: number };

export const useTrace = ({ unit, direction, dated, offset }: TraceQuestion): Asked<TraceView> =>
  useAsk({
    ...ask.trace.view.queryOptions({ input: { roots: [unit], direction, dated, offset, limit: pageSize } }),
    enabled: unit.product !== '',
    placeholderData: keepWhile,
  });

/** Whether nothing is in the store yet; undefined until the host has said. */
export function useStoreIsEmpty(): boolean | undefined {
  const { data } = useAsk(ask.products.list.queryOptions({ input: { limit: 1 } }));
  return data === undefined ? undefined : data.total === 0;
}
