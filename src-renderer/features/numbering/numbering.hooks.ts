import { type Asked, ask, useAsk } from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';

export const useNumberingRules = (): Asked<Outputs['numbering']['listRules']> =>
  useAsk(ask.numbering.listRules.queryOptions({ input: {} }));

/** What a pattern would make; not asked while there is none. */
export const useTriedPattern = (pattern: string, product: string): Asked<Outputs['numbering']['tryPattern']> =>
  useAsk(ask.numbering.tryPattern.queryOptions({ input: { pattern, product }, enabled: pattern !== '' }));
