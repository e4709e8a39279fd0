import { type QueryClient, type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Outputs } from '#shared/contract.ts';
import { isSentHere } from './api.ts';
import { api } from './host.ts';
import { isWorking, sessionKey } from './session.ts';

/** While a page is in sight it hears of what others wrote this often, in milliseconds. */
const lookEvery = 3000;

/** The entry of the trail up to which a page's answers are known to hold. */
const upTo = new WeakMap<QueryClient, number>();

/** What was written just now in another window that this page shows; `shown` where the page says it already. */
export type ChangedElsewhere = Outputs['audit']['changesSince']['written'][number] & { shown: boolean };

let elsewhere: ChangedElsewhere | undefined;
let waiting: readonly string[] = [];
const listeners = new Set<() => void>();

function tell(next: ChangedElsewhere | undefined, names: readonly string[] = []): void {
  elsewhere = next;
  waiting = names;
  for (const listener of listeners) listener();
}

/**
 * Asks the host what was written since it was last asked, and asks again for just the answers that it may have changed.
 * After a command of one's own all of them; what others do leaves the answer in place that somebody reads, and says so.
 */
export async function catchUp(queryClient: QueryClient, whose: 'own' | 'others'): Promise<void> {
  const session = queryClient.getQueryData(sessionKey);
  if (session === undefined || !isWorking(session)) return;
  const { last, stale, outdated, written } = await api.audit.changesSince({
    seq: upTo.get(queryClient) ?? session.trail,
  });
  upTo.set(queryClient, last);
  if (whose === 'own') {
    await askAgain(queryClient, [...stale, ...outdated]);
    return;
  }
  const by = written.find(({ command }) => !isSentHere(command));
  const isSeen = await askAgain(queryClient, stale);
  const kept = outdated.filter((name) => activeOf(queryClient, [name]).length > 0);
  if (by !== undefined && (isSeen || kept.length > 0)) tell({ ...by, shown: kept.length === 0 }, kept);
}

/** Asks again for questions by their names; whether something in sight is another answer since. */
async function askAgain(queryClient: QueryClient, names: readonly string[]): Promise<boolean> {
  if (names.length === 0) return false;
  const active = activeOf(queryClient, names).map((one) => ({ one, before: one.state.data }));
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => names.includes(nameOf(queryKey)) });
  // An equal answer is the one of before: the client shares what is the same.
  return active.some(({ one, before }) => before !== undefined && one.state.data !== before && !isSessionName(one));
}

const activeOf = (queryClient: QueryClient, names: readonly string[]) =>
  queryClient
    .getQueryCache()
    .findAll({ type: 'active', predicate: ({ queryKey }) => names.includes(nameOf(queryKey)) });

const isSessionName = ({ queryKey }: { queryKey: QueryKey }): boolean => nameOf(queryKey) === nameOf(sessionKey);

/** The operation a question's key begins with. */
const nameOf = ([path]: QueryKey): string => (Array.isArray(path) ? path.join('.') : '');

/** Keeps a page in step with what other people write. */
export function useFreshness(isOn: boolean): void {
  const queryClient = useQueryClient();
  useQuery({
    queryKey: ['changes'],
    queryFn: async () => {
      await catchUp(queryClient, 'others');
      return null;
    },
    enabled: isOn,
    refetchInterval: lookEvery,
    gcTime: 0,
  });
}

/** What others just wrote of what is in sight; and the ways to see it, or to go on without. */
export function useChangedElsewhere(): {
  change: ChangedElsewhere | undefined;
  show: () => void;
  dismiss: () => void;
} {
  const queryClient = useQueryClient();
  const change = useSyncExternalStore(subscribe, () => elsewhere);
  return {
    change,
    show: () => {
      const names = waiting;
      tell(undefined);
      void askAgain(queryClient, names);
    },
    dismiss: () => tell(undefined),
  };
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
