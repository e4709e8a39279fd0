import { ask, useAsk, useSession } from '#renderer/client/index.ts';
import type { DemoPlant } from '#shared/exchange/contract.ts';

/** What a person's store is like when Lotline opens; undefined until the host has said. */
export type Beginning = 'empty' | 'demo' | 'filled' | undefined;

export function useBeginning(): Beginning {
  const session = useSession();
  const { data } = useAsk(ask.products.list.queryOptions({ input: { limit: 1 } }));
  if (data === undefined || session.data === undefined) return undefined;
  if (data.total === 0) return 'empty';
  return session.data.store.demo ? 'demo' : 'filled';
}

/** Which demo plant is in the store, told by a product that only one of them has. */
export function useDemoPlant(): DemoPlant | undefined {
  const { data } = useAsk(ask.products.list.queryOptions({ input: { search: 'APR-PUREE', limit: 1 } }));
  if (data === undefined) return undefined;
  return data.total === 0 ? 'device' : 'food';
}

/** The demo whose examples the tour shows, if any, once it is known. */
export function useDemoTour(): { plant: DemoPlant | undefined; isKnown: boolean } {
  const { data } = useSession();
  const plant = useDemoPlant();
  const isDemo = data?.store.demo === true;
  return { plant: isDemo ? plant : undefined, isKnown: data !== undefined && (!isDemo || plant !== undefined) };
}
