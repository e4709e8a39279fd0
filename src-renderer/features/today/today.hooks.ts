import { type Asked, ask, keepWhile, useAsk } from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import type { PlainDate } from '#shared/kernel/dates.ts';
import type { Unit } from '#shared/kernel/unit.ts';

export type TodayAnswer = Outputs['today']['list'];
export type Days = Outputs['today']['days'];
export type Movement = Outputs['movements']['list']['rows'][number];

export const useTasks = (today: PlainDate): Asked<TodayAnswer> =>
  useAsk({ ...ask.today.list.queryOptions({ input: { today } }), placeholderData: keepWhile });

export const useDays = (today: PlainDate): Asked<Days> => useAsk(ask.today.days.queryOptions({ input: { today } }));

/** Where goods lie and in which status. */
export const useWhereabouts = (unit: Unit): Asked<Outputs['dossier']['get']> =>
  useAsk(ask.dossier.get.queryOptions({ input: unit }));

/** The last three things that happened to goods. */
export const useLastEvents = (unit: Unit): Movement[] | undefined =>
  useAsk(ask.movements.list.queryOptions({ input: { unit, limit: 3 } })).data?.rows;
