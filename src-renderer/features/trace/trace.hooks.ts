import { z } from 'zod';
import { type Asked, api, ask, type DocumentWork, keepWhile, useAsk, useDocument } from '#renderer/client/index.ts';
import type { ScreenProps } from '#renderer/components/screen.ts';
import type { Outputs } from '#shared/contract.ts';
import type { MovementQuestion } from '#shared/movements/contract.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { unitNodeId } from '#shared/trace/picture.ts';
import { type Direction, directions } from '#shared/trace/vocabulary.ts';

export type TraceView = Outputs['trace']['view'];

const lists = ['units', 'runs', 'serialLinks', 'receipts', 'shipments', 'breaks'] as const;
export type TraceListName = (typeof lists)[number];
export const traceTabs = [...lists, 'timeLine'] as const;
export type TraceTab = (typeof traceTabs)[number];
export const isList = (tab: TraceTab): tab is TraceListName => tab !== 'timeLine';

export const expandedInAddress = z.array(z.string()).readonly().catch([]).default([]);
export const directionInAddress = z.enum(directions).catch('downstream').default('downstream');
export const tabInAddress = z.enum(traceTabs).catch('units').default('units');

/** So many rows of each list at a time. */
export const pageSize = 500;

/** The question in the address. */
export type TraceSearch = Unit & {
  direction: Direction;
  /** Also what was not possible in time; the answer begins with what was. */
  anyTime: boolean;
  tab: TraceTab;
  offset: number;
  sort: string;
  /** The picture stands above the lists unless a person wants only those. */
  pictureHidden: boolean;
  /** The node or link a person looks at, in the picture, the lists and the time line alike. */
  selected: string;
  /** Groups of the picture whose members are drawn. */
  expanded: readonly string[];
};

/** What each way of showing an answer gets. */
export type AnswerProps = ScreenProps<TraceSearch> & { view: TraceView };

export type TraceQuestion = { unit: Unit; direction: Direction; dated: boolean; offset: number };

export const useTrace = ({ unit, direction, dated, offset }: TraceQuestion): Asked<TraceView> =>
  useAsk({
    ...ask.trace.view.queryOptions({ input: { roots: [unit], direction, dated, offset, limit: pageSize } }),
    enabled: unit.product !== '',
    placeholderData: keepWhile,
  });

/** How long each list is in the other order of time, to say what it adds or leaves out. */
export const useOtherCounts = ({
  unit,
  direction,
  dated,
}: Omit<TraceQuestion, 'offset'>): Asked<Pick<TraceView, 'counts'>> =>
  useAsk({
    ...ask.trace.view.queryOptions({ input: { roots: [unit], direction, dated: !dated, offset: 0, limit: 1 } }),
    enabled: unit.product !== '',
  });

export type TracePicture = Outputs['trace']['picture'];

export const useTracePicture = ({
  unit,
  direction,
  dated,
  expanded,
}: Omit<TraceQuestion, 'offset'> & Pick<TraceSearch, 'expanded'>): Asked<TracePicture> =>
  useAsk({
    ...ask.trace.picture.queryOptions({ input: { roots: [unit], direction, dated, expanded: [...expanded] } }),
    enabled: unit.product !== '',
    placeholderData: keepWhile,
  });

/** The whole trace as a document, whatever page or group is shown. */
export const useTraceDocument = ({ unit, direction, dated }: Omit<TraceQuestion, 'offset'>): DocumentWork =>
  useDocument(`trace ${direction} ${unitNodeId(unit)} ${dated ? 'dated' : 'any time'}`, (drawing) =>
    api.reports.draw({ report: 'trace', parameters: { question: { roots: [unit], direction, dated } }, ...drawing }),
  );

/** Which movements a link stands for. */
export type LinkedMovements = { unit: Unit } & Partial<Omit<MovementQuestion, 'unit' | 'offset' | 'limit'>>;

/** The movements behind a link; nothing is asked without one. */
export const useLinkMovements = (filter: LinkedMovements | undefined): Asked<Outputs['movements']['list']> =>
  useAsk({
    ...ask.movements.list.queryOptions({ input: { ...filter, limit: 50 } }),
    enabled: filter !== undefined,
  });

/** Whether nothing is in the store yet; undefined until the host has said. */
export function useStoreIsEmpty(): boolean | undefined {
  const { data } = useAsk(ask.products.list.queryOptions({ input: { limit: 1 } }));
  return data === undefined ? undefined : data.total === 0;
}
