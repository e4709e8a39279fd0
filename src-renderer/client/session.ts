import type { Outputs } from '#shared/contract.ts';
import { type Asked, useAsk } from './ask.ts';
import { ask } from './host.ts';

export type Session = Outputs['people']['whoAmI'];

/** While the host is away, this often it is tried again, in milliseconds. */
const tryAgainEvery = 3000;

/** Who is asking, of which store, and whether the host answers at all. */
export const useSession = (): Asked<Session> =>
  useAsk({
    ...ask.people.whoAmI.queryOptions({ input: {} }),
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.status === 'error' ? tryAgainEvery : false),
  });
