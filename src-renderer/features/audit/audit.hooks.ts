import { z } from 'zod';
import { type Asked, api, ask, type Failure, keepWhile, useAsk, useWork } from '#renderer/client/index.ts';
import type { Verification } from '#shared/audit/contract.ts';
import type { Outputs } from '#shared/contract.ts';

export type Entries = Outputs['audit']['list'];
export type EntryDetail = Outputs['audit']['get'];
export type Outcome = '' | 'done' | 'refused';

export const outcomeInAddress = z.enum(['', 'done', 'refused']).catch('').default('');
export const pageSize = 200;

export type AuditFilter = { operation: string; person: string; outcome: Outcome; offset: number };

export const useEntries = (filter: AuditFilter): Asked<Entries> =>
  useAsk({ ...ask.audit.list.queryOptions({ input: { ...filter, limit: pageSize } }), placeholderData: keepWhile });

export const useEntry = (seq: number): Asked<EntryDetail> => useAsk(ask.audit.get.queryOptions({ input: { seq } }));

export type Verifying = {
  verify: () => void;
  /** The id of the work among the running jobs. */
  job: string;
  running: boolean;
  result: Verification | undefined;
  failure: Failure | undefined;
};

/** Has the host recompute everything. Asked for by a person, never by itself: it takes seconds on a large store. */
export function useVerifying(): Verifying {
  const work = useWork('audit.verify', (job: string) => api.audit.verify({ job }));
  return {
    verify: () => work.run(crypto.randomUUID()),
    job: work.input ?? '',
    running: work.running,
    result: work.reply,
    failure: work.failure,
  };
}
