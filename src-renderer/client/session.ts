import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Outputs } from '#shared/contract.ts';
import type { Permission } from '#shared/kernel/permissions.ts';
import { type Asked, useAsk } from './ask.ts';
import { toFailure } from './failure.ts';
import { ask } from './host.ts';

export type Session = Outputs['people']['whoAmI'];

/** While the host is away, this often it is tried again, in milliseconds. */
export const tryAgainEvery = 3000;

/** And while it answers: a store may be frozen, or a right taken, while nobody asks for anything. */
const lookEvery = 30_000;

export const sessionKey = ask.people.whoAmI.queryKey({ input: {} });

const sessionQuestion = ask.people.whoAmI.queryOptions({ input: {} });

/** Asks who is there before the first page is drawn, which waits for it. */
export const askFirst = (queryClient: QueryClient): Promise<void> => queryClient.prefetchQuery(sessionQuestion);

/** Who is asking, of which store, and whether the host answers at all. */
export const useSession = (): Asked<Session> =>
  useAsk({
    ...sessionQuestion,
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.status === 'error' ? tryAgainEvery : lookEvery),
    // The page may lie behind another window when the host is there again.
    refetchIntervalInBackground: true,
  });

/** Whether somebody can work: nobody has to sign in, unlock or change a password first. */
export const isWorking = ({ authState }: Pick<Session, 'authState'>): boolean =>
  authState === 'owner' || authState === 'person';

/** The session the screens are drawn for: the last one in which somebody could work. It stays while the page is locked. */
export const WorkingSession = createContext<Session | undefined>(undefined);

/**
 * Whether this session may do what a permission names. Only for what is drawn: the host decides at every call.
 *
 *     const mayImport = useMay('import');
 */
export function useMay(permission: Permission): boolean {
  const session = useContext(WorkingSession);
  return session?.permissions.includes(permission) === true;
}

/**
 * A refusal that speaks of who asks says that the page knows too little of it: the session ended, was locked, lost
 * a right, or is another person's; one that speaks of the store, that it was frozen. It is asked for again, once, so that the right page shows.
 */
export function handleRefusal(queryClient: QueryClient, error: unknown): void {
  const { kind, code, details } = toFailure(error);
  const known = queryClient.getQueryData(sessionKey);
  const isNews =
    kind === 'away' ||
    details['isOther'] === true ||
    (known?.store.readOnly === '' && (code === 'STORE_READ_ONLY' || code === 'STORE_DAMAGED')) ||
    (known !== undefined &&
      isWorking(known) &&
      (code === 'NOT_LOGGED_IN' ||
        code === 'SESSION_EXPIRED' ||
        code === 'PASSWORD_POLICY' ||
        (code === 'FORBIDDEN' && known.permissions.some((permission) => permission === details['permission']))));
  if (isNews) void queryClient.invalidateQueries({ queryKey: sessionKey });
}
