import {
  type Asked,
  api,
  ask,
  type Failure,
  type Signing,
  type Unsigned,
  useAsk,
  useSecretCommand,
  useSigning,
} from '#renderer/client/index.ts';
import type { Outputs } from '#shared/contract.ts';
import type { Qualification, Person, Role } from '#shared/people/contract.ts';
import type { Settings } from '#shared/settings/contract.ts';
import { arrival } from './arrival.ts';

export type Proven = {
  signIn: (user: string, password: string) => Promise<void>;
  failure: Failure | undefined;
  running: boolean;
};

/** Signs in or unlocks, and keeps what is shown on arrival. A person who only unlocks hears of what failed, not of the last time. */
export function useSignIn(): Proven {
  const { run, failure, running } = useSecretCommand(async (input: { user: string; password: string }, options) => {
    const reply = await api.people.logIn(input, options);
    arrival.tell(reply);
    return reply;
  });
  return {
    signIn: async (user, password) => {
      await run({ user, password });
    },
    failure,
    running,
  };
}

export const useSignOut = () => useSecretCommand(api.people.logOut);
export const useBecomeOwner = () => useSecretCommand(api.people.becomeOwner);
export const useLock = () => useSecretCommand(api.people.lock);
export const useBegin = () => useSecretCommand(api.people.setUp);
export const useMakeRecoveryCode = () => useSecretCommand(api.people.makeRecoveryCode);
export const useSetSinglePerson = (input: Unsigned<'people', 'setSinglePerson'>, onSigned: () => void): Signing =>
  useSigning('people.setSinglePerson', api.people.setSinglePerson, { input, onSigned });
export const useConfirm = (input: Unsigned<'people', 'confirm'>, onSigned: () => void): Signing =>
  useSigning('people.confirm', api.people.confirm, { input, onSigned });

export const usePeople = (): Asked<{ people: Person[] }> => useAsk(ask.people.list.queryOptions({ input: {} }));
export const useRoles = (): Asked<{ roles: Role[] }> => useAsk(ask.people.listRoles.queryOptions({ input: {} }));
export const useRecoveryCode = (): Asked<Outputs['people']['recoveryCode']> =>
  useAsk(ask.people.recoveryCode.queryOptions({ input: {} }));
export const useQualifications = (user: string): Asked<{ authorisations: Qualification[] }> =>
  useAsk(ask.people.listAuthorisations.queryOptions({ input: { user } }));
export const useSettings = (): Asked<Settings> => useAsk(ask.people.getSettings.queryOptions({ input: {} }));

export type Right = Outputs['people']['mayDo']['operations'][number];
export const useRights = (user: string): Asked<{ operations: Right[] }> =>
  useAsk(ask.people.mayDo.queryOptions({ input: { user } }));
