import { type Asked, ask, useAsk } from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';

export const useStatuses = (): Asked<Outputs['statuses']['list']> =>
  useAsk(ask.statuses.list.queryOptions({ input: {} }));

/** What goods of a product may do; not asked while no product is given. */
export const useStatusesOf = (product: string, supplier: string): Asked<Outputs['statuses']['ofProduct']> =>
  useAsk(ask.statuses.ofProduct.queryOptions({ input: { product, supplier }, enabled: product !== '' }));
