import { useContext } from 'react';
import type { Permission } from '#shared/kernel/permissions.ts';
import { useSession, WorkingSession } from './session.ts';

/** Who would sign here. */
export type SigningPerson = {
  /** The printed name. */
  name: string;
  /** Whether the next signature asks for the user name too. */
  signsWithUser: boolean;
  /** The owner of the file has no password, and signs nothing. */
  isOwner: boolean;
  demo: boolean;
  permissions: readonly Permission[];
  /** What the role would allow, but no qualification that is in force. */
  lapsed: readonly Permission[];
};

/** Who signs on this page; undefined until the host has said. It stays the same while the page is locked. */
export function useSigner(): SigningPerson | undefined {
  const working = useContext(WorkingSession);
  const { data } = useSession();
  const session = working ?? data;
  if (session === undefined) return undefined;
  const { authState, person, permissions, lapsed, store } = session;
  return {
    name: person.name,
    // Locked and unlocked since, the session asks for it again.
    signsWithUser: data?.signsWithUser ?? session.signsWithUser,
    isOwner: authState === 'owner',
    demo: store.demo,
    permissions,
    lapsed,
  };
}
