import { z } from 'zod';
import {
  type Asked,
  api,
  ask,
  type Draft,
  type Signing,
  type Unsigned,
  useAsk,
  useDraft,
  useSigning,
} from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import type { Unit } from '#shared/kernel/unit.ts';
import { isStatus } from '#shared/kernel/status.ts';

export type StatusSearch = Unit & { from: string; to: string; location: string };
export type Preview = Outputs['lots']['previewStatus'];
export type Stock = Outputs['dossier']['get'];

/** The goods as they lie: the decision is about these, under the name the journal knows them by. */
export const useStock = (unit: Unit): Asked<Stock> => useAsk(ask.dossier.get.queryOptions({ input: unit }));

/** The unit a product is counted in; "" until the host has said. */
export const useUnitOfMeasure = (code: string): string =>
  useAsk(ask.products.get.queryOptions({ input: { code } })).data?.unit ?? '';

export type Decided = Unit & { statusFrom: string; statusTo: string; location: string };

/** What the decision would change; asked as soon as it is known which. */
export const usePreview = ({ product, lot, sublot, serial, statusFrom, statusTo, location }: Decided): Asked<Preview> =>
  useAsk({
    ...ask.lots.previewStatus.queryOptions({
      input: { product, lot, sublot, serial, statusFrom, statusTo, location },
    }),
    enabled: isStatus(statusFrom) && isStatus(statusTo),
    // Asked for each time, and then left alone: what is signed is what the signer read.
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** What is signed is read ahead where it is allowed: the page shows it before the dialog does. */
export const useChangeStatus = (
  input: Unsigned<'lots', 'changeStatus'>,
  readsAhead: boolean,
  onSigned: () => void,
): Signing => useSigning('lots.changeStatus', api.lots.changeStatus, { input, onSigned, readsAhead });

const typedReason = z.string();
/** Why it is decided, kept while it is not signed. */
export const useReason = ({ product, lot, sublot, serial }: Unit): Draft<string> =>
  useDraft(`status of ${JSON.stringify([product, lot, sublot, serial])}`.slice(0, 200), '', typedReason);
