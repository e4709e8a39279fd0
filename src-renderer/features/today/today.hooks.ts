import { z } from 'zod';
import {
  type Asked,
  api,
  ask,
  type Draft,
  keepWhile,
  type Signing,
  type Unsigned,
  useAsk,
  useDraft,
  useSigning,
} from '#renderer/client/index.ts';
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

export type Decided = Unit & { statusFrom: string; statusTo: string };

/** What the decision would change. What is signed is what the signer read: it is asked for each time, and then left alone. */
export const usePreview = (decided: Decided): Asked<Outputs['lots']['previewStatus']> =>
  useAsk({
    ...ask.lots.previewStatus.queryOptions({ input: decided }),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const useChangeStatus = (input: Unsigned<'lots', 'changeStatus'>, onSigned: () => void): Signing =>
  useSigning('lots.changeStatus', api.lots.changeStatus, { input, onSigned });

const typedReason = z.string();
/** Why it is decided, kept while it is not signed; the same as on the page of the decision. */
export const useReason = ({ product, lot, sublot, serial }: Unit): Draft<string> =>
  useDraft(`status of ${JSON.stringify([product, lot, sublot, serial])}`.slice(0, 200), '', typedReason);
