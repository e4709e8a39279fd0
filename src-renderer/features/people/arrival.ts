import { createTold } from '#renderer/components/told.ts';
import type { Outputs } from '#shared/contract.ts';

/** What one reads after signing in: when one was last here, and what failed since. */
export type Arrival = Outputs['people']['logIn'];

export const arrival = createTold<Arrival>();
export const useArrival = arrival.use;
