import { z } from 'zod';
import {
  type Asked,
  api,
  ask,
  type Draft,
  type Signing,
  useAsk,
  useDraft,
  useSigning,
} from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import { isStatus } from '#shared/kernel/status.ts';
import type { Unit } from '#shared/kernel/unit.ts';

export type Preview = Outputs['lots']['previewStatus'];
export type Stock = Outputs['dossier']['get'];

/** Which part of the goods is decided on, and what becomes of it; "" for what is not chosen, and for all locations. */
export type Chosen = { from: string; to: string; location: string };

export type Decision = {
  stock: Asked<Stock>;
  /** The holds on it, which stay whatever is decided. */
  holds: Outputs['holds']['onGoods']['holds'];
  /** The statuses the goods lie in. */
  statuses: readonly string[];
  /** What is chosen; a part that can only be one is. */
  chosen: Chosen;
  preview: Asked<Preview>;
  reason: Draft<string>;
  signing: Signing;
};

type Asks = { unit: Unit; asked: Chosen; isOpen: boolean; onDecided: () => void };

/** A decision about the status of a lot or serial: what lies there, what it would change, and its signature. */
export function useDecision({ unit, asked, isOpen, onDecided }: Asks): Decision {
  const stock = useAsk({ ...ask.dossier.get.queryOptions({ input: unit }), enabled: isOpen });
  const holds = useAsk({ ...ask.holds.onGoods.queryOptions({ input: unit }), enabled: isOpen }).data?.holds ?? [];
  const statuses = [...new Set(stock.data?.stock.map(({ status }) => status))].sort();
  const [only = ''] = statuses;
  const from = statuses.includes(asked.from) ? asked.from : statuses.length === 1 ? only : '';
  const chosen = { ...asked, from };
  // The goods go by the name the journal knows them by: a serial named alone has its lot.
  const decided = { ...(stock.data?.unit ?? unit), statusFrom: from, statusTo: chosen.to, location: chosen.location };
  const isWhole = isOpen && stock.data !== undefined && isStatus(from) && isStatus(chosen.to);
  const preview = useAsk({
    ...ask.lots.previewStatus.queryOptions({ input: decided }),
    enabled: isWhole,
    // Asked for each time, and then left alone: what is signed is what the signer read.
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { product, lot, sublot, serial } = unit;
  // Why it is decided, kept while it is not signed.
  const reason = useDraft(`status of ${JSON.stringify([product, lot, sublot, serial])}`.slice(0, 200), '', typedReason);
  const signing = useSigning('lots.changeStatus', api.lots.changeStatus, {
    input: { ...decided, quantity: preview.data?.quantity ?? '', reason: reason.value },
    // What is refused is read by nobody.
    readsAhead: isWhole && preview.data?.code === '',
    onSigned() {
      reason.clear();
      onDecided();
    },
  });
  return { stock, holds, statuses, chosen, preview, reason, signing };
}

const typedReason = z.string();
